import { relative, sep } from 'node:path';
import type { SourceFile } from 'ts-morph';
import { type Change, matchOperations, type Version } from '../diff/index.js';
import { describeUse, keyOf, type ProjectUses, type Use } from '../impact/index.js';
import { compareText, errorProblem, type Problem, ProblemsError } from '../problems/index.js';
import type { BodyMove } from './body.js';
import { type Edit, isInTheWay, isSame } from './edit.js';
import { rewriteUse } from './edits.js';
import { applyEdits, isText, type Rewritten, readWithMark, uncommitted, unifiedDiff } from './write.js';

/** A use that is not rewritten. */
export interface LeftUse extends Use {
  readonly reason: string;
}

export interface Migration {
  readonly files: readonly Rewritten[];
  /** Number of rewritten uses. */
  readonly rewritten: number;
  /** The breaking uses that are not rewritten, each with the reason. */
  readonly left: readonly LeftUse[];
  /** The edits as a unified diff, with paths relative to the working folder. */
  readonly diff: string;
}

/**
 * Plans how code is rewritten for a new version: new names, and arguments that moved. It changes the text of single nodes and keeps
 * everything around them. A use is not rewritten, with a reason, unless its meaning provably stays the same.
 */
export function planMigration(
  all: readonly ProjectUses[],
  {
    old,
    next,
    ids,
    cwd,
  }: { readonly old: Version; readonly next: Version; readonly ids: ReadonlyMap<Change, string>; readonly cwd: string },
): Migration {
  const moves = bodyMoves(old, next);
  const edits = new Map<string, Edit[]>();
  const left = new Map<string, LeftUse>();
  // A file may belong to several projects.
  const rewritten = new Set<string>();
  for (const use of all.flatMap(({ found }) => found)) {
    const described = describeUse(use, ids, cwd);
    const key = keyOf(described);
    const planned = rewriteUse(use, moves.get(use.target.change.operation ?? ''));
    const isLossy = 'edits' in planned && !planned.edits.every((edit) => isText(pathOf(edit)));
    const result = isLossy ? { reason: 'The file is not valid UTF-8.' } : planned;
    const clash = 'edits' in result && result.edits.some((edit) => isInTheWay(edit, edits.get(pathOf(edit)) ?? []));
    if ('edits' in result && !clash) {
      for (const edit of result.edits) addEdit(edits, edit);
      if (result.edits.length > 0) rewritten.add(key);
    } else if (use.severity === 'breaking') {
      left.set(key, {
        ...described,
        reason: 'reason' in result ? result.reason : 'Another edit is at the same place: run the command again.',
      });
    }
  }
  const files = [...edits]
    .map(([path, own]) => rewrite(path, own))
    .sort((one, other) => compareText(one.path, other.path));
  const nameOf = (path: string): string => relative(cwd, path).split(sep).join('/');
  return {
    files,
    rewritten: rewritten.size,
    left: [...left.values()],
    diff: files.map((file) => unifiedDiff(nameOf(file.path), file)).join(''),
  };
}

/** @throws {ProblemsError} if the git working tree of a folder has uncommitted changes, or its state is unknown. */
export function refuseChanges(folder: string): void {
  const changed = uncommitted(folder);
  if ('failure' in changed) throw new ProblemsError([treeUnknown(changed.failure)]);
  if (changed.length > 0) throw new ProblemsError([treeChanged(changed)]);
}

function rewrite(path: string, edits: readonly Edit[]): Rewritten {
  const { mark, text } = readWithMark(path);
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  return { path, before: mark + text, after: mark + applyEdits(text, sorted) };
}

function pathOf({ file }: { readonly file: SourceFile }): string {
  return file.getFilePath();
}

function addEdit(edits: Map<string, Edit[]>, edit: Edit): void {
  const own = edits.get(pathOf(edit)) ?? [];
  edits.set(pathOf(edit), own);
  if (!own.some((one) => isSame(one, edit))) own.push(edit);
}

/** The bodies of the operations whose body is one argument in one version and separate arguments in the other. */
function bodyMoves(old: Version, next: Version): ReadonlyMap<string, BodyMove> {
  const { pairs } = matchOperations(old.model, next.model);
  return new Map(
    pairs.flatMap(([was, is]): [string, BodyMove][] => {
      const [before, after] = [old.names.operation(was).layout.body, next.names.operation(is).layout.body];
      if (before?.kind === 'fields' && after?.kind === 'argument') {
        const fields = new Set(before.properties.map(({ name }) => name));
        return [[is.id, { argument: after.argument, into: true, fields }]];
      }
      if (before?.kind === 'argument' && after?.kind === 'fields')
        return [[is.id, { argument: before.argument, into: false, fields: new Set() }]];
      return [];
    }),
  );
}

function treeUnknown(reason: string): Problem {
  const message = `The state of the git working tree is unknown: ${reason}. Nothing was written.`;
  return errorProblem('project-changed', {}, message, 'Run `git status` there; --force writes anyway.');
}

function treeChanged(changed: readonly string[]): Problem {
  const [first = ''] = changed;
  const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  const message = `The git working tree has uncommitted changes: ${first.trim()}${more}. Nothing was written.`;
  const hint =
    'Commit or stash them, so that the rewrite can be reviewed and undone separately; --force writes anyway.';
  return errorProblem('project-changed', {}, message, hint);
}
