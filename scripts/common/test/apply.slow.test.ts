import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { applyChanges, undoInterrupted } from '../apply.js';
import { compareTrees, readTree } from '../tree.js';

let folder = '';
let root = '';
let copy = '';
let work = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'apply-')));
  root = join(folder, 'project');
  copy = join(folder, 'copy');
  work = join(folder, 'work');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(place: string, path: string, text: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
}

/** A project of many files, and a copy where some differ, some are new and some are gone. */
function prepare(files: number): void {
  for (let index = 0; index < files; index += 1) {
    put(root, `src/${index % 7}/${index}.ts`, `old ${index}\n`);
    if (index % 5 !== 0)
      put(copy, `src/${index % 7}/${index}.ts`, index % 2 === 0 ? `new ${index}\n` : `old ${index}\n`);
    if (index % 3 === 0) put(copy, `more/${index}.ts`, `more ${index}\n`);
  }
}

describe('changes that are moved into a project', () => {
  test('make it what the copy is', () => {
    prepare(20);
    const wanted = readTree(copy);
    applyChanges(root, copy, work, compareTrees(readTree(root), wanted));
    expect(readTree(root)).toEqual(wanted);
    expect(undoInterrupted(root, work)).toBe(false);
  });

  test('are all taken back when one of them fails', () => {
    prepare(20);
    const before = readTree(root);
    const changes = compareTrees(before, readTree(copy));
    rmSync(join(copy, changes.written.at(-1) ?? ''));
    expect(() => applyChanges(root, copy, work, changes)).toThrow(/ENOENT/);
    expect(readTree(root)).toEqual(before);
  });

  test('are all made or all taken back when the process is killed at any step', async () => {
    const outfile = join(folder, 'apply.mjs');
    const contents = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      import { applyChanges } from './apply.ts';
      const [root, copy, work, changes, steps] = process.argv.slice(2);
      const { renameSync } = fs;
      let left = Number(steps);
      fs.renameSync = (...paths) => {
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        left -= 1;
        renameSync(...paths);
      };
      syncBuiltinESMExports();
      applyChanges(root, copy, work, JSON.parse(changes));`;
    const resolveDir = fileURLToPath(new URL('../', import.meta.url));
    await build({ stdin: { contents, resolveDir }, bundle: true, platform: 'node', format: 'esm', outfile });
    const states: string[] = [];
    for (let steps = 0; states.at(-1) !== 'made'; steps += 1) {
      for (const place of [root, copy, work]) rmSync(place, { recursive: true, force: true });
      prepare(5);
      const before = readTree(root);
      const wanted = readTree(copy);
      const changes = JSON.stringify(compareTrees(before, wanted));
      const child = spawn(process.execPath, [outfile, root, copy, work, changes, String(steps)]);
      await new Promise((resolve) => child.on('close', resolve));
      const isUndone = undoInterrupted(root, work);
      states.push(isUndone ? 'undone' : child.signalCode === null ? 'made' : 'not begun');
      expect(readTree(root)).toEqual(child.signalCode === null ? wanted : before);
    }
    expect(new Set(states)).toEqual(new Set(['not begun', 'undone', 'made']));
  });
});
