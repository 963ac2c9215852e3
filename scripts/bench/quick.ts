import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Description, ownDescription } from './descriptions/descriptions.js';
import { interleave } from './interleave.js';
import { bundleProgram, PROGRAMS } from './measure/bundle.js';
import { measureProgram, runProgram } from './measure/process.js';
import { compareRatios, type Ratios } from './ratios.js';
import { summarise } from './statistics.js';
import { layOut } from './table.js';
import { CACHE } from './tools.js';

const STORE = 'scripts/bench/ratios.json';

/** Figures of several contestants that took turns. */
class Turns {
  readonly #samples = new Map<string, number[]>();

  add(name: string, sample: number): void {
    this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
  }

  /** Of the medians. */
  ratio(of: string, against: string): number {
    const median = (name: string): number => summarise(this.#samples.get(name) ?? []).median;
    return median(of) / median(against);
  }
}

/**
 * Measures ours against the two packages that it stands on, ky and openapi-typescript, in the same run, and holds the ratios
 * against the stored ones. Time is that of the processor, which a busy machine changes least.
 *
 * @param store whether the ratios are kept as what later runs are held to.
 * @returns whether all ratios are kept.
 */
export async function runQuick(store: boolean): Promise<boolean> {
  const measured: Ratios = { ...(await generationRatios()), ...(await callRatios()), ...(await sizeRatios()) };
  if (store) writeFileSync(STORE, `${JSON.stringify(roundAll(measured), undefined, 2)}\n`);
  const stored: Ratios = JSON.parse(readFileSync(STORE, 'utf8'));
  const verdicts = compareRatios(measured, stored);
  const rows = verdicts.map(({ title, ratio, stored: limit, isKept }) => [
    title,
    ratio.toFixed(2),
    limit === undefined ? 'none' : limit.toFixed(2),
    isKept ? 'kept' : 'WORSE',
  ]);
  console.log(layOut([['ours / what it stands on', 'now', 'stored', ''], ...rows]));
  return verdicts.every(({ isKept }) => isKept);
}

function roundAll(ratios: Ratios): Ratios {
  return Object.fromEntries(Object.entries(ratios).map(([title, ratio]) => [title, Math.round(ratio * 100) / 100]));
}

async function generationRatios(): Promise<Ratios> {
  const { file } = await ownDescription();
  const out = join(CACHE, 'out', 'quick');
  const turns = new Turns();
  const programs = Object.entries({ ours: ours(file, out), types: openapiTypescript(file, out) });
  await interleave(programs, { rounds: 5, warmUps: 1 }, async ([name, args], counts) => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const full = await measureProgram(process.execPath, args, { cwd: CACHE });
    if (counts) turns.add(name, full.processorSeconds);
    if (name !== 'ours') return;
    const again = await measureProgram(process.execPath, args, { cwd: CACHE });
    if (counts) turns.add('again', again.processorSeconds);
  });
  return {
    'everything generated / openapi-typescript': turns.ratio('ours', 'types'),
    'nothing changed / openapi-typescript': turns.ratio('again', 'types'),
  };
}

function ours(description: Description['file'], out: string): readonly string[] {
  const flags = ['--spec', description, '--out', out, '--scope', '@bench', '--name', 'bench'];
  return [resolve('generator/bin/sdkgen.js'), 'generate', ...flags];
}

function openapiTypescript(description: Description['file'], out: string): readonly string[] {
  const manifest = createRequire(resolve('generator/package.json')).resolve('openapi-typescript/package.json');
  return [join(dirname(manifest), 'bin/cli.js'), description, '-o', join(out, 'api.ts')];
}

async function callRatios(): Promise<Ratios> {
  const program = await bundleProgram('scripts/bench/programs/basic-calls.ts', 'basic-calls');
  const turns = new Turns();
  for (let started = 0; started < 3; started += 1) {
    const printed = await runProgram(process.execPath, [program, 'time'], { cwd: PROGRAMS });
    const samples: readonly { subject: string; contestant: string; measure: string; sample: number }[] =
      JSON.parse(printed);
    for (const { subject, contestant, measure, sample } of samples) {
      if (measure === 'work') turns.add(`${subject}: ${contestant}`, sample);
    }
  }
  return {
    'a POST / bare ky': turns.ratio('POST: ours', 'POST: bare ky'),
    'a GET of 100 users / bare ky': turns.ratio('GET 100 users: ours', 'GET 100 users: bare ky'),
  };
}

async function sizeRatios(): Promise<Ratios> {
  const weigh = async (contents: string): Promise<number> => {
    const stdin = { contents, resolveDir: PROGRAMS };
    const settings = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const;
    const { outputFiles } = await build({ stdin, platform: 'browser', ...settings });
    return gzipSync(outputFiles[0]?.contents ?? '').byteLength;
  };
  const ky = await weigh("export { default } from 'ky'");
  return { 'the whole client, gzip / bare ky': (await weigh("export * from '@scope/chat-client'")) / ky };
}
