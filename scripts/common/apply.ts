import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreeChanges } from './tree.js';

/** Written before the first move and removed after the last one: where it is, a change was interrupted. */
const JOURNAL = 'journal.json';
/** What a change replaced, by its path. */
const KEPT = 'kept';

interface Journal {
  /** Paths that held a file before. */
  readonly replaced: readonly string[];
  /** Paths that held nothing. */
  readonly added: readonly string[];
}

/**
 * Moves changed files from a copy into the project, all or none: what they replace is kept in the work folder until the
 * last one is in place, and put back when something fails; after a kill, `undoInterrupted` does it. The folders must be
 * on one file system.
 *
 * @param work a folder of this change's own that outlives the process.
 */
export function applyChanges(root: string, copy: string, work: string, { written, removed }: TreeChanges): void {
  const added = written.filter((path) => !existsSync(join(root, path)));
  const replaced = [...written, ...removed].filter((path) => existsSync(join(root, path)));
  mkdirSync(work, { recursive: true });
  const draft = join(work, `${JOURNAL}.new`);
  writeFileSync(draft, JSON.stringify({ replaced, added } satisfies Journal), { flush: true });
  renameSync(draft, join(work, JOURNAL));
  try {
    for (const path of replaced) move(join(root, path), join(work, KEPT, path));
    for (const path of written) move(join(copy, path), join(root, path));
  } catch (error) {
    undoInterrupted(root, work);
    throw error;
  }
  rmSync(join(work, JOURNAL));
}

/**
 * Puts back what a change that did not come to its end has replaced, and takes away what it added.
 *
 * @returns whether there was such a change.
 */
export function undoInterrupted(root: string, work: string): boolean {
  if (!existsSync(join(work, JOURNAL))) return false;
  const { replaced, added }: Journal = JSON.parse(readFileSync(join(work, JOURNAL), 'utf8'));
  for (const path of replaced) {
    if (existsSync(join(work, KEPT, path))) move(join(work, KEPT, path), join(root, path));
  }
  for (const path of added) rmSync(join(root, path), { force: true });
  rmSync(join(work, JOURNAL));
  return true;
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
