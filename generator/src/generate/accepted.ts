import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../diff/index.js';
import { errorProblem, type Problem, ProblemsError } from '../problems/index.js';

/** The file in the working folder that lists the accepted changes. */
const ACCEPTED_FILE = 'sdkgen.accepted.yaml';

/** Reads the file: id of a change or `RULE:POINTER` -> the reason. */
export async function readAccepted(cwd: string): Promise<ReadonlyMap<string, string>> {
  const path = join(cwd, ACCEPTED_FILE);
  if (!existsSync(path)) return new Map();
  const { load, YAMLException } = await import('js-yaml');
  try {
    const list: unknown = load(readFileSync(path, 'utf8'));
    const entries: readonly unknown[] = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
    return new Map(
      entries.map((entry) => {
        const { change, reason }: { change?: unknown; reason?: unknown } = Object(entry);
        if (typeof change === 'string' && typeof reason === 'string') return [change, reason] as const;
        throw new ProblemsError([invalid('An entry has no `change`, or no `reason`.')]);
      }),
    );
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new ProblemsError([invalid(`It is not YAML (${error.reason}).`)]);
  }
}

/** Adds changes to the file, except those already in it. */
export async function writeAccepted(cwd: string, changes: readonly string[], reason: string): Promise<void> {
  const path = join(cwd, ACCEPTED_FILE);
  const known = await readAccepted(cwd);
  const added = changes.filter((change) => !known.has(change));
  if (added.length === 0) return;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const entriesOf = (list: Iterable<readonly [string, string]>): string =>
    [...list]
      .map(([change, why]) => `- change: ${JSON.stringify(change)}\n  reason: ${JSON.stringify(why)}\n`)
      .join('');
  const news = entriesOf(added.map((change) => [change, reason]));
  // A list can be extended if its entries are not indented.
  const isList = /^(?:[ \t]*(?:#.*|---)?\r?\n)*-[ \t]/.test(before);
  const remarks = before.split('\n').filter((line) => /^[ \t]*#/.test(line));
  const intro =
    before === ''
      ? ['# Accepted changes, by their rule and pointer or id as printed by sdkgen diff, and why.']
      : remarks;
  const start = isList ? before.replace(/\n?$/, '\n') : [...intro, entriesOf(known)].join('\n');
  writeFileSync(path, start + news);
}

/** The changes; accepted ones are rated as compatible. */
export function withAccepted(
  changes: readonly Change[],
  ids: ReadonlyMap<Change, string>,
  accepted: ReadonlyMap<string, string>,
): readonly Change[] {
  if (accepted.size === 0) return changes;
  return changes.map((change) => {
    const { about: _, ...rest } = change;
    const { rule, old, next, severity } = rest;
    const names = [ids.get(change) ?? '', `${rule}:${next ?? old ?? ''}`];
    const reason = names.map((name) => accepted.get(name)).find((text) => text !== undefined);
    if (reason === undefined || severity === 'compatible') return change;
    return { ...rest, severity: 'compatible', message: `${change.message} Accepted: ${reason}` };
  });
}

function invalid(reason: string): Problem {
  const message = `${ACCEPTED_FILE} can't be read. ${reason}`;
  const hint = 'It is a list: `- { change: RULE:POINTER, reason: Why it is fine }`.';
  return errorProblem('accepted-invalid', { file: ACCEPTED_FILE }, message, hint);
}
