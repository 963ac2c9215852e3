import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Program, weigh } from '../../size/bundles.js';
import { type Figures, interleave } from '../figures.js';
import { CACHE, PROGRAMS, runProgram } from '../measure.js';
import { generatePeers, peerFile, pinnedNode } from '../peers.js';

const SOURCES = resolve('scripts/bench/programs');

/** Bundles with all their imports: of a program that makes one call, and of everything exported. */
export async function size(figures: Figures): Promise<void> {
  await generatePeers();
  mkdirSync(PROGRAMS, { recursive: true });
  const contestants: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync('scripts/bench/bundles.json', 'utf8'),
  );
  for (const [contestant, { platform, ...subjects }] of Object.entries(contestants)) {
    for (const [subject, code] of Object.entries(subjects)) {
      const turn = { part: 'size', subject, contestant };
      const program: Program = { code, platform: platform === 'node' ? 'node' : 'browser' };
      await figures.attempt(turn, async () => figures.add(turn, await weigh(program, PROGRAMS)));
    }
  }
}

/** The programs of ten operations, by the declarations or sources that they use. */
const CONSUMERS = {
  ours: 'ours',
  "vendor's SDK": 'vendor',
  'hey-api, fetch': 'hey-api-fetch',
  'hey-api, ky': 'hey-api-ky',
  'openapi-fetch': 'openapi-fetch',
};

const COMPILERS = { 'tsc 5.9': 'typescript', 'tsc 7': 'typescript-7' };

const KIBIBYTES_PER_MEGABYTE = 1e6 / 1024;

/** A user's compiler checks ten operations. */
export async function types(figures: Figures, runs: number): Promise<void> {
  await generatePeers();
  // The project's type check excludes these programs, because it runs without the peers.
  const programs = readdirSync(SOURCES).filter((name) => name.endsWith('.ts'));
  await check('typescript', programs);
  const pairs = Object.entries(COMPILERS).flatMap(([subject, compiler]) =>
    Object.entries(CONSUMERS).map(([contestant, consumer]) => ({ subject, compiler, contestant, consumer })),
  );
  await interleave(pairs, runs, async ({ subject, compiler, contestant, consumer }, counts) => {
    const turn = { part: 'types', subject, contestant };
    await figures.attempt(turn, async () => {
      const figure = await check(compiler, [`consumers/${consumer}.ts`]);
      if (!counts) return;
      const memory = figure('Memory used') / KIBIBYTES_PER_MEGABYTE;
      figures.add(turn, { check: figure('Check time'), instantiations: figure('Instantiations'), compiler: memory });
    });
  });
}

/**
 * @returns the figures that the compiler prints: seconds, counts, KiB.
 * @throws {CommandError} when the program does not compile.
 */
async function check(compiler: string, programs: readonly string[]): Promise<(name: string) => number> {
  // The settings of a user with a bundler, who leaves the declarations of packages unchecked.
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
  const project = join(CACHE, 'types', 'tsconfig.json');
  mkdirSync(join(CACHE, 'types'), { recursive: true });
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  const args = [peerFile(compiler, 'bin/tsc'), '-p', project, '--extendedDiagnostics'];
  const printed = await runProgram(pinnedNode().command, args);
  return (name) => {
    const text = new RegExp(`^${name}:\\s+([\\d.,]+)`, 'm').exec(printed)?.[1];
    if (text === undefined) throw new Error(`${compiler} does not print "${name}":\n${printed}`);
    return Number(text.replaceAll(',', ''));
  };
}
