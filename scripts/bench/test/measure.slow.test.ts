import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readDocument } from '../../../generator/src/index.js';
import { inTemporaryFolder } from '../../common/temporary.js';
import { compareSnapshots, measureProgram, takeSnapshot } from '../measure.js';
import { multiply } from '../synthetic.js';

test('memory is the peak of the program, independent of the measuring process', async () => {
  const held = Buffer.alloc(300 * 2 ** 20, 1);
  const small = await measureProgram(process.execPath, ['--eval', '']);
  const large = await measureProgram(process.execPath, ['--eval', 'Buffer.alloc(200 * 2 ** 20, 1)']);
  expect(held.length / 2 ** 20).toBeGreaterThan(small.memory);
  expect(large.memory - small.memory).toBeGreaterThan(150);
});

test('CPU time includes processes that the program starts, but not waiting', async () => {
  const busy = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);';
  const child = `require('child_process').spawnSync(process.execPath, ['--eval', '${busy}'])`;
  expect((await measureProgram(process.execPath, ['--eval', child])).processor).toBeGreaterThan(0.3);
  const waited = await measureProgram(process.execPath, ['--eval', 'setTimeout(() => {}, 400)']);
  expect(waited.time).toBeGreaterThan(0.4);
  expect(waited.processor).toBeLessThan(waited.time);
});

test('an unchanged file that was written is needless; a new one or one with other bytes is a change', () =>
  inTemporaryFolder('measure', (tree) => {
    mkdirSync(join(tree, 'sub'));
    for (const name of ['kept', 'same', 'sub/other']) writeFileSync(join(tree, name), 'old');
    const before = takeSnapshot(tree);
    writeFileSync(join(tree, 'draft'), 'old');
    renameSync(join(tree, 'draft'), join(tree, 'same'));
    writeFileSync(join(tree, 'sub/other'), 'new');
    writeFileSync(join(tree, 'added'), 'new');
    expect(compareSnapshots(before, takeSnapshot(tree))).toEqual({ files: 2, needless: 1 });
  }));

test('our own document multiplied by three is valid and has three times the operations and schemas', () =>
  inTemporaryFolder('synthetic', async (folder) => {
    const own = await readDocument({ spec: 'spec/openapi.yaml' });
    const file = join(folder, 'triple.json');
    writeFileSync(file, JSON.stringify(multiply(JSON.parse(JSON.stringify(own.document.root)), 3)));
    const triple = await readDocument({ spec: file });
    expect(triple.model.operations).toHaveLength(3 * own.model.operations.length);
    expect(triple.model.schemas).toHaveLength(3 * own.model.schemas.length);
    const copies = triple.model.operations.filter(({ id }) => id.endsWith('Copy2'));
    expect(copies).toHaveLength(own.model.operations.length);
    for (const copy of copies) expect(copy.path).toMatch(/^\/copy2\//);
  }));
