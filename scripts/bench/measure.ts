import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { must } from '../common/process.js';
import type { Measure } from './figures.js';

/** The folder of everything that a run creates. */
export const CACHE = resolve('.cache/bench');

/** The folder of bundled programs: packages imported from here are the peers', and the project's own. */
export const PROGRAMS = join(CACHE, 'programs');

/** The user's Node settings do not apply to measured programs; none of them sends telemetry. */
const PLAIN = {
  NO_COLOR: '1',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
  NODE_PATH: '',
  NODE_ENV: '',
  NODE_OPTIONS: '',
};

/** Runs a program to its end, for at most ten minutes. Returns its standard output. */
export async function runProgram(
  node: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd = CACHE,
): Promise<string> {
  mkdirSync(cwd, { recursive: true });
  const signal = AbortSignal.timeout(600_000);
  return (await must(node, args, { cwd, signal, environment: { ...PLAIN, ...environment } })).stdout;
}

/** Runs a Node program to its end, and measures it with the Node processes that it starts. */
export async function measureProgram(node: string, args: readonly string[]) {
  const file = join(CACHE, `usage-${process.pid}.jsonl`);
  rmSync(file, { force: true });
  const preload = pathToFileURL(resolve('scripts/bench/usage.mjs')).href;
  const begun = performance.now();
  await runProgram(node, args, { BENCH_USAGE: file, NODE_OPTIONS: `--import=${preload}` });
  const time = (performance.now() - begun) / 1_000;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const uses = lines.map((line): { processor: number; memory: number } => JSON.parse(line));
  const processor = uses.reduce((sum, use) => sum + use.processor, 0);
  return { time, processor, memory: Math.max(...uses.map(({ memory }) => memory)) } satisfies Partial<
    Record<Measure, number>
  >;
}

/** Bundles a program of `scripts/bench/programs`, or of the cache, for Node. Packages stay imports. */
export async function bundleProgram(entry: string, name: string): Promise<string> {
  const outfile = join(PROGRAMS, `${name}.mjs`);
  const settings = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const;
  await build({ entryPoints: [resolve(entry)], outfile, logLevel: 'warning', ...settings });
  return outfile;
}

/** The files of a folder by path: their contents, and a value that changes whenever they are written. */
export type Snapshot = ReadonlyMap<string, { readonly text: string; readonly written: string }>;

export function takeSnapshot(folder: string): Snapshot {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { ino, mtimeNs } = statSync(path, { bigint: true });
      return [path, { text: readFileSync(path, 'latin1'), written: `${ino} ${mtimeNs}` }];
    }),
  );
}

/** How many files are new or changed, and how many were rewritten unchanged. */
export function compareSnapshots(before: Snapshot, after: Snapshot) {
  const isSame = ([path, { text }]: [string, { text: string }]): boolean => before.get(path)?.text === text;
  const needless = [...after].filter((file) => isSame(file) && before.get(file[0])?.written !== file[1].written);
  return { files: [...after].filter((file) => !isSame(file)).length, needless: needless.length };
}
