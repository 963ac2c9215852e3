import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach } from '@jest/globals';
import type { FileSystem } from '../../src/output/folder.js';
import { createFileSet, type PackageOutput, type WriteOptions } from '../../src/output/index.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** A separate folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'sdkgen-output-')));
  folders.push(folder);
  return folder;
}

export function packageOf(folder: string, files: Readonly<Record<string, string>>): PackageOutput {
  return { folder, files: createFileSet(Object.entries(files)) };
}

export function optionsFor(cwd: string, changes: Partial<WriteOptions> = {}): WriteOptions {
  return { display: (path) => relative(cwd, path), outHolds: 'only-output', dryRun: false, ...changes };
}

export function put(root: string, path: string, text: string): void {
  fs.mkdirSync(dirname(join(root, path)), { recursive: true });
  fs.writeFileSync(join(root, path), text);
}

/** Path -> text of every file below a folder, links as `-> target`. */
export function readTree(root: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of fs.readdirSync(root, { withFileTypes: true, recursive: true })) {
    const absolute = join(entry.parentPath, entry.name);
    const path = absolute.slice(root.length + 1);
    if (entry.isSymbolicLink()) tree[path] = `-> ${fs.readlinkSync(absolute)}`;
    else if (entry.isFile()) tree[path] = fs.readFileSync(absolute, 'utf8');
  }
  return tree;
}

/** Calls `before` with each step's number, name and paths; if it throws, the step is not taken. */
export function watchedFileSystem(before: (step: number, call: keyof FileSystem, paths: string[]) => void): FileSystem {
  let step = 0;
  return new Proxy(fs, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]): unknown => {
        const paths = parameters.filter((parameter) => typeof parameter === 'string');
        before(step, key as keyof FileSystem, paths);
        step += 1;
        return Reflect.apply(member, target, parameters);
      };
    },
  });
}

/** Thrown instead of a step by a run that is "killed"; later steps of that run fail as well. */
export class Killed extends Error {}

export function killedAtStep(kill: number): FileSystem {
  return watchedFileSystem((step) => {
    if (step >= kill) throw new Killed();
  });
}

export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'test', path });
}
