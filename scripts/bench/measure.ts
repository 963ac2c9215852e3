import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { must } from '../common/process.js';
import type { Measure } from './figures.js';

/** Where everything that a run makes goes. */
export const CACHE = resolve('.cache/bench');

/** Where bundled programs are: from here, packages are the peers', and the project's own. */
export const PROGRAMS = join(CACHE, 'programs');

/** What the user's own Node settings say is nothing to a measured program; none of them calls home. */
const PLAIN = { NO_COLOR: '1', DO_NOT_TRACK: '1', SCARF_ANALYTICS: 'false', NODE_PATH: '', NODE_ENV: '' };

/** Runs a program to its end, for ten minutes at the most. Returns what it printed on standard output. */
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

/** Makes a program of `scripts/bench/programs`, or of the cache, one that Node runs. Packages stay imports. */
export async function bundleProgram(entry: string, name: string): Promise<string> {
  const outfile = join(PROGRAMS, `${name}.mjs`);
  const settings = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const;
  await build({ entryPoints: [resolve(entry)], outfile, logLevel: 'warning', ...settings });
  return outfile;
}

/** The files of a folder by their paths: what is in each, and a mark that changes whenever it is written. */
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

/** How many files are new or have other bytes, and how many were written although their bytes are as before. */
export function compareSnapshots(before: Snapshot, after: Snapshot) {
  const isSame = ([path, { text }]: [string, { text: string }]): boolean => before.get(path)?.text === text;
  const needless = [...after].filter((file) => isSame(file) && before.get(file[0])?.written !== file[1].written);
  return { files: [...after].filter((file) => !isSame(file)).length, needless: needless.length };
}
