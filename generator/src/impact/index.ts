import { relative, sep } from 'node:path';
import type { Node } from 'ts-morph';
import { adviceOf, type Change, RULES, type Version } from '../diff/index.js';
import { compareText } from '../problems/index.js';
import { openProjects, type UserProject } from './project.js';
import type { FoundUse } from './search.js';
import { targetsOf } from './targets.js';
import type { Use } from './use.js';
import { findUses } from './uses.js';

export { expectedType } from './contexts.js';
export { renderUses, renderUsesMarkdown } from './print.js';
export type { UserProject } from './project.js';
export type { FoundUse } from './search.js';
export { fieldDeclarations, isAssigned, outermost, plainName } from './syntax.js';
export type { Target } from './target.js';
export type { Use } from './use.js';

export interface ProjectUses {
  readonly user: UserProject;
  readonly found: readonly FoundUse[];
}

/**
 * Finds the places of a TypeScript project that are affected by the changes between two versions. The packages of the old version
 * must be installed; those of the new one need not exist. Names are resolved, never compared as text.
 *
 * @param path a `tsconfig.json`, or the folder with one; absolute.
 * @throws {ProblemsError} if the project cannot be read, or does not find the packages.
 */
export function usesIn(path: string, changes: readonly Change[], old: Version, next: Version): readonly ProjectUses[] {
  return openProjects(path, old.names).map((user) => ({
    user,
    found: findUses(user, targetsOf(changes, old, next, user.packages)),
  }));
}

/** The methods that the installed packages lack: these are of another version if they have some of the methods. */
export function lackingOperations(all: readonly ProjectUses[], { model, names }: Version): readonly string[] {
  const own = model.operations.map((operation) => names.operation(operation));
  return all.flatMap(({ user: { packages } }) => {
    const lacking = own.filter(({ method, constant }) => packages.operation(method, constant).length === 0);
    // A project that only imports types has no methods.
    return lacking.length < own.length ? lacking.map(({ method }) => method) : [];
  });
}

/** The uses by file and line. A file of several projects is listed once. */
export function describeUses(
  all: readonly ProjectUses[],
  ids: ReadonlyMap<Change, string>,
  cwd: string,
): readonly Use[] {
  const uses = all.flatMap(({ found }) => found).map((one) => describeUse(one, ids, cwd));
  const unique = new Map(uses.map((use) => [keyOf(use), use]));
  return [...unique.values()].sort(
    (one, other) => compareText(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

export function describeUse(
  { node, severity, target, way }: FoundUse,
  ids: ReadonlyMap<Change, string>,
  cwd: string,
): Use {
  const { change, newName } = target;
  const { rule, message } = change;
  const general = adviceOf({ rule, severity }) ?? RULES[rule].meaning;
  const rename = newName === undefined || severity === 'compatible' ? general : `Write \`${newName}\`.`;
  const advice = way === 'fit' ? `${rename} Here the value becomes one of a type of the project.` : rename;
  return { ...placeOf(node, cwd), severity, rule, change: ids.get(change) ?? rule, message, advice };
}

export function placeOf(node: Node, cwd: string): Pick<Use, 'file' | 'line' | 'column'> {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: relative(cwd, file.getFilePath()).split(sep).join('/'), line, column };
}

/** The same for a use that several projects have. */
export function keyOf({ file, line, column, change }: Use): string {
  return `${file}:${line}:${column} ${change}`;
}
