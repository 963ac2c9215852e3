import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { errorCode, unlessRefused } from '../problems/index.js';

/** A file before and after. */
export interface Rewritten {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The places in `before` that differ, in their order. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** The files that git would list as changed, in the working tree that contains a folder; none outside of one. Or why it can't tell. */
export function uncommitted(folder: string): readonly string[] | { readonly failure: string } {
  const { status, stdout, stderr, error } = spawnSync('git', ['status', '--porcelain'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 512 * 1024 * 1024,
  });
  if (status === 0 && error === undefined) return stdout.split('\n').filter((line) => line !== '');
  if (errorCode(error) === 'ENOENT' || (error === undefined && stderr.includes('not a git repository'))) return [];
  return { failure: error?.message ?? stderr.trim().split('\n')[0] ?? '' };
}

/** Whether a file can be written as it was read. */
export function isText(path: string): boolean {
  return isUtf8(readFileSync(path));
}

/** Writes all files, or none: each is complete beside its place before the first takes it, and goes back if one cannot. */
export function writeAll(files: readonly Rewritten[]): void {
  // Links stay links.
  const targets = files.map((file) => ({ ...file, path: realpathSync(file.path) }));
  const draftOf = ({ path }: Rewritten): string => `${path}.sdkgen-${process.pid}`;
  const written: Rewritten[] = [];
  try {
    for (const file of targets) {
      writeFileSync(draftOf(file), file.after);
      chmodSync(draftOf(file), statSync(file.path).mode);
    }
    for (const file of targets) {
      renameSync(draftOf(file), file.path);
      written.push(file);
    }
  } catch (error) {
    for (const { path, before } of written) unlessRefused(() => writeFileSync(path, before));
    throw error;
  } finally {
    for (const file of targets) rmSync(draftOf(file), { force: true });
  }
}

/** A file as it is on the disk: the compiler drops the mark that some begin with. */
export function readWithMark(path: string): { readonly mark: string; readonly text: string } {
  const text = readFileSync(path, 'utf8');
  return text.startsWith('\uFEFF') ? { mark: '\uFEFF', text: text.slice(1) } : { mark: '', text };
}

/** Lines around a change. */
const AROUND = 3;

/** A unified diff, as `git apply` takes it. */
export function unifiedDiff(name: string, { before, edits }: Pick<Rewritten, 'before' | 'edits'>): string {
  const starts = [0, ...[...before.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lines = linesOf(before);
  const blocks: { from: number; to: number; after: readonly string[] }[] = [];
  for (let index = 0; index < edits.length; ) {
    const from = lineAt(starts, edits[index]?.start ?? 0);
    let to = from;
    let next = index;
    for (; next < edits.length && lineAt(starts, edits[next]?.start ?? 0) <= to; next += 1) {
      to = Math.max(to, lineAt(starts, edits[next]?.end ?? 0));
    }
    const base = starts[from] ?? 0;
    const end = starts[to + 1] ?? before.length;
    blocks.push({ from, to, after: linesOf(applyEdits(before.slice(base, end), edits.slice(index, next), base)) });
    index = next;
  }
  const hunks: string[] = [];
  let shift = 0;
  for (let index = 0; index < blocks.length; ) {
    let last = index;
    while ((blocks[last + 1]?.from ?? Number.POSITIVE_INFINITY) - (blocks[last]?.to ?? 0) <= AROUND * 2) last += 1;
    const group = blocks.slice(index, last + 1);
    const first = Math.max(0, (group[0]?.from ?? 0) - AROUND);
    const end = Math.min(lines.length, (group.at(-1)?.to ?? 0) + AROUND + 1);
    const body: string[] = [];
    let at = first;
    for (const { from, to, after } of group) {
      body.push(...lines.slice(at, from).map((line) => ` ${line}`));
      body.push(...lines.slice(from, to + 1).map((line) => `-${line}`), ...after.map((line) => `+${line}`));
      at = to + 1;
    }
    body.push(...lines.slice(at, end).map((line) => ` ${line}`));
    const grown = group.reduce((sum, { from, to, after }) => sum + after.length - (to - from + 1), 0);
    hunks.push(`@@ -${first + 1},${end - first} +${first + 1 + shift},${end - first + grown} @@\n${body.join('')}`);
    shift += grown;
    index = last + 1;
  }
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

/** Lines with their ends; the note that a last one has none. */
function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}

function lineAt(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param base where the text begins in the file that the places are of. */
export function applyEdits(text: string, edits: Rewritten['edits'], base = 0): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: is } of edits) {
    result += text.slice(at, start - base) + is;
    at = end - base;
  }
  return result + text.slice(at);
}
