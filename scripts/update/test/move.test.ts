import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { run } from '../../common/process.js';
import { Move } from '../move.js';

function projectWith(count: number) {
  const project = mkdtempSync(join(tmpdir(), 'update-move-'));
  const move = new Move(project, join(project, '.work'));
  mkdirSync(join(move.copy, 'spec'), { recursive: true });
  mkdirSync(join(project, 'spec'));
  const written = Array.from({ length: count }, (_, index) => `spec/${index}.yaml`);
  for (const path of written) {
    writeFileSync(join(project, path), 'old');
    writeFileSync(join(move.copy, path), 'new');
  }
  writeFileSync(join(project, 'spec/gone.yaml'), 'old');
  return { project, move, changes: { written, removed: ['spec/gone.yaml'] } };
}

function stateOf(project: string): readonly string[] {
  const paths = readdirSync(join(project, 'spec'));
  return [...new Set(paths.map((path) => readFileSync(join(project, 'spec', path), 'utf8')))].sort();
}

test('after a kill, the next update moves the remaining files', async () => {
  const { project, changes } = projectWith(5);
  const program = join(project, 'kill.ts');
  const lines = [
    `import fs from 'node:fs';`,
    `import { syncBuiltinESMExports } from 'node:module';`,
    `import { Move } from ${JSON.stringify(fileURLToPath(new URL('../move.ts', import.meta.url)))};`,
    `const { renameSync } = fs;`,
    `let left = 4;`,
    `fs.renameSync = (from, to) => (--left === 0 ? process.kill(process.pid, 'SIGKILL') : renameSync(from, to));`,
    `syncBuiltinESMExports();`,
    `new Move(${JSON.stringify(project)}, ${JSON.stringify(join(project, '.work'))}).start(${JSON.stringify(changes)});`,
  ];
  writeFileSync(program, lines.join('\n'));
  expect((await run(process.execPath, ['scripts/run.mjs', program])).code).toBe('SIGKILL');
  expect(stateOf(project)).toEqual(['new', 'old']);
  const next = new Move(project, join(project, '.work'));
  next.clear();
  next.finish();
  expect(stateOf(project)).toEqual(['new']);
  next.clear();
  expect(existsSync(next.copy)).toBe(false);
  rmSync(project, { recursive: true });
});

test('a file that cannot be replaced is reported, and moved by the next update', () => {
  const { project, move, changes } = projectWith(3);
  rmSync(join(project, 'spec/1.yaml'));
  mkdirSync(join(project, 'spec/1.yaml/in-use'), { recursive: true });
  expect(() => move.start(changes)).toThrow('spec/1.yaml could not be replaced');
  rmSync(join(project, 'spec/1.yaml'), { recursive: true });
  move.finish();
  expect(stateOf(project)).toEqual(['new']);
  rmSync(project, { recursive: true });
});
