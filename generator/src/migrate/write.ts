import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { errorCode } from '../problems/index.js';
import type { Edit } from './edit.js';

/** A file before and after. */
export interface Rewritten {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The files that `git status` lists as changed in the working tree of a folder; none outside of one. Or why it fails. */
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

/** Whether a file can be written without loss. */
export function isText(path: string): boolean {
  return isUtf8(readFileSync(path));
}

/** The text of a file with its byte order mark, which the compiler drops. */
export function readWithMark(path: string): { readonly mark: string; readonly text: string } {
  const text = readFileSync(path, 'utf8');
  return text.startsWith('\uFEFF') ? { mark: '\uFEFF', text: text.slice(1) } : { mark: '', text };
}

/** A unified diff for `git apply`. */
export function unifiedDiff(name: string, { before, after }: Pick<Rewritten, 'before' | 'after'>): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, options);
}

/** @param edits in order, without overlaps. */
export function applyEdits(text: string, edits: readonly Pick<Edit, 'start' | 'end' | 'text'>[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: is } of edits) {
    result += text.slice(at, start) + is;
    at = end;
  }
  return result + text.slice(at);
}
