import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatePeers } from '../generated.js';
import { interleave } from '../interleave.js';
import { runProgram } from '../measure/process.js';
import { CACHE, peerFile, pinnedNode } from '../tools.js';
import type { Part } from './part.js';
import { tolerate } from './tolerate.js';

const SOURCES = resolve('scripts/bench/programs');

/** Whose declarations or sources a program of ten operations is checked with. */
const CONSUMERS = {
  ours: 'ours',
  "vendor's SDK": 'vendor',
  'hey-api, fetch': 'hey-api-fetch',
  'hey-api, ky': 'hey-api-ky',
  'openapi-fetch': 'openapi-fetch',
};

const COMPILERS = { 'tsc 5.9': 'typescript', 'tsc 7': 'typescript-7' };

const KIBIBYTES_PER_MEGABYTE = 1e6 / 1024;

export const types: Part = {
  name: 'types',
  title: "A user's compiler checks ten operations",
  async run({ runs, figures }) {
    await generatePeers();
    // The project's own check leaves these programs out: it runs without the peers.
    await check(
      'typescript',
      readdirSync(SOURCES).filter((name) => name.endsWith('.ts')),
    );
    const pairs = Object.entries(COMPILERS).flatMap(([subject, compiler]) =>
      Object.entries(CONSUMERS).map(([contestant, consumer]) => ({ subject, compiler, contestant, consumer })),
    );
    await interleave(pairs, { rounds: runs, warmUps: 1 }, async (pair, counts) => {
      const { subject, contestant } = pair;
      const name = { part: types.name, subject, contestant } as const;
      await tolerate(figures, name, async () => {
        const figure = await check(pair.compiler, [`consumers/${pair.consumer}.ts`]);
        if (!counts) return;
        figures.add({ ...name, measure: 'check' }, figure('Check time'));
        figures.add({ ...name, measure: 'instantiations' }, figure('Instantiations'));
        figures.add({ ...name, measure: 'compiler' }, figure('Memory used') / KIBIBYTES_PER_MEGABYTE);
      });
    });
  },
};

/**
 * @returns the figures that the compiler prints: seconds, counts, KiB.
 * @throws {ProgramError} when the program does not compile.
 */
async function check(compiler: string, programs: readonly string[]): Promise<(name: string) => number> {
  const project = writeProject(programs);
  const args = [peerFile(compiler, 'bin/tsc'), '-p', project, '--extendedDiagnostics'];
  const printed = await runProgram(pinnedNode().command, args, { cwd: CACHE });
  return (name) => {
    const text = new RegExp(`^${name}:\\s+([\\d.,]+)`, 'm').exec(printed)?.[1];
    if (text === undefined) throw new Error(`${compiler} does not print "${name}":\n${printed}`);
    return Number(text.replaceAll(',', ''));
  };
}

/** The settings of a user with a bundler, who leaves the declarations of packages unchecked. */
function writeProject(programs: readonly string[]): string {
  const folder = join(CACHE, 'types');
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
    typeRoots: [peerFile('@types', '')],
    skipLibCheck: true,
  };
  const files = programs.map((program) => join(SOURCES, program));
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  return project;
}
