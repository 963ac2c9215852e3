import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../problems/index.js';
import { errorCode, type FileSystem } from './file-system.js';
import { LOCK_NAME } from './staging.js';

/** A lock without text is one that is being written at this moment, or whose writer was killed at that moment. */
const LONGEST_WRITE_MILLISECONDS = 5_000;
const ATTEMPTS = 5;

/** The locks that this process holds: one with its process id and another token is from a dead process of that id. */
const held = new Set<string>();

/** Call it to give the lock up. */
export type Release = () => void;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

function parseHolder(text: string): Holder | undefined {
  const [, pid, token, host] = /^([0-9]{1,15}) ([0-9a-f-]{36}) (.*)\n$/.exec(text) ?? [];
  if (pid === undefined || token === undefined || host === undefined) return undefined;
  return { pid: Number(pid), token, host };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function isStale(fileSystem: FileSystem, path: string, text: string): boolean {
  const holder = parseHolder(text);
  if (holder === undefined) {
    const stats = fileSystem.lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && Date.now() - stats.mtimeMs > LONGEST_WRITE_MILLISECONDS;
  }
  if (holder.host !== hostname()) return false;
  return holder.pid === process.pid ? !held.has(holder.token) : !isRunning(holder.pid);
}

function readLock(fileSystem: FileSystem, path: string): string | undefined {
  try {
    return fileSystem.readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a stale lock aside before it is removed, so that a lock taken in between is seen and put back. */
function breakLock(fileSystem: FileSystem, path: string, staleText: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    fileSystem.renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readLock(fileSystem, aside) === staleText) fileSystem.unlinkSync(aside);
  else fileSystem.renameSync(aside, path);
}

function tryLock(fileSystem: FileSystem, path: string, text: string): boolean {
  try {
    fileSystem.writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function lockedProblem(file: string, text: string): Problem {
  const holder = parseHolder(text);
  const who = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host})`;
  return {
    code: 'output-locked',
    severity: 'error',
    message: `Another run${who} is writing to this folder; nothing was written.`,
    file,
    hint: `Wait for it to end. If no other run is under way, delete ${file}.`,
  };
}

/**
 * Takes the lock of an output folder; a lock whose process is gone is taken over.
 *
 * @param name tells a path within the output folder as the user knows it.
 * @returns a problem when another run holds it.
 */
export function takeLock(
  fileSystem: FileSystem,
  outDir: string,
  name: (path: string) => string,
): { readonly release: Release } | { readonly problem: Problem } {
  const path = join(outDir, LOCK_NAME);
  const token = randomUUID();
  const text = `${process.pid} ${token} ${hostname()}\n`;
  let found = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (tryLock(fileSystem, path, text)) {
      held.add(token);
      return {
        release: () => {
          held.delete(token);
          fileSystem.unlinkSync(path);
        },
      };
    }
    const current = readLock(fileSystem, path);
    if (current === undefined) continue;
    found = current;
    if (!isStale(fileSystem, path, current)) break;
    breakLock(fileSystem, path, current);
  }
  return { problem: lockedProblem(name(LOCK_NAME), found) };
}
