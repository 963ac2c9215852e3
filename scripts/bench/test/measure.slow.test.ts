import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { measureProgram, ProgramError, runProgram } from '../measure/process.js';
import { countChanged, countNeedless, takeSnapshot, totalKibibytes } from '../measure/tree.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'measure-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

test('a program that holds more memory is seen to, whatever the measuring process holds itself', async () => {
  const held = Buffer.alloc(300 * 2 ** 20, 1);
  const small = await measureProgram(process.execPath, [program('small', '')], { cwd: folder });
  const large = await measureProgram(process.execPath, [program('large', 'Buffer.alloc(200 * 2 ** 20, 1)')], {
    cwd: folder,
  });
  expect(held.length / 2 ** 20).toBeGreaterThan(small.peakMebibytes);
  expect(large.peakMebibytes - small.peakMebibytes).toBeGreaterThan(150);
});

test('the time of the processor is that of the program and of what it starts; waiting takes none', async () => {
  const busy = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);';
  const child = `import { spawnSync } from 'node:child_process'; spawnSync(process.execPath, [process.argv[2]]);`;
  const files = [program('parent', child), program('busy', busy)];
  const worked = await measureProgram(process.execPath, files, { cwd: folder });
  expect(worked.processorSeconds).toBeGreaterThan(0.3);
  const waited = await measureProgram(process.execPath, [program('wait', 'setTimeout(() => {}, 400)')], {
    cwd: folder,
  });
  expect(waited.seconds).toBeGreaterThan(0.4);
  expect(waited.processorSeconds).toBeLessThan(waited.seconds);
});

test('a program that fails or takes too long is told with what it printed', async () => {
  const failing = program('failing', "console.log('no luck'); process.exitCode = 3");
  await expect(runProgram(process.execPath, [failing], { cwd: folder })).rejects.toThrow(/ended with 3:\nno luck/);
  const endless = runProgram(process.execPath, [program('endless', 'setInterval(() => {}, 1e3)')], {
    cwd: folder,
    bound: 1,
  });
  await expect(endless).rejects.toThrow(ProgramError);
  await expect(endless).rejects.toThrow('was ended after 1 s');
});

test('a file that is written as it was is needless; one with other bytes, or a new one, is a change', () => {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'sub'), { recursive: true });
  for (const name of ['kept', 'same', 'sub/other']) writeFileSync(join(tree, name), 'old');
  const before = takeSnapshot(tree);
  writeFileSync(join(tree, 'draft'), 'old');
  renameSync(join(tree, 'draft'), join(tree, 'same'));
  writeFileSync(join(tree, 'sub/other'), 'new');
  writeFileSync(join(tree, 'added'), 'new');
  const after = takeSnapshot(tree);
  expect(countNeedless(before, after)).toBe(1);
  expect(countChanged(before, after)).toBe(2);
  expect(totalKibibytes(after)).toBe(12 / 1024);
  expect(takeSnapshot(join(folder, 'nowhere')).size).toBe(0);
});
