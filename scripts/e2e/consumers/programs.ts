import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { edgeChecks } from '../programs/edge-checks.js';
import { mainChecks } from '../programs/main-checks.js';
import { serverChecks } from '../programs/server-checks.js';
import { HOME } from '../tools.js';

/** Files of every program, besides its own. */
const SHARED = [
  'check',
  'session',
  'main-checks',
  'fake-checks',
  'lunch-service',
  'secret-checks',
  'server-checks',
  'edge-checks',
];

const names = (checks: readonly { readonly name: string }[]): readonly string[] => checks.map(({ name }) => name);

/** The checks of each entry, by name. */
export const CHECKS = {
  main: names(mainChecks('')),
  server: names(serverChecks('')),
  serverWithDisk: names(serverChecks('', 'upload.txt')),
  edge: names(edgeChecks('')),
};

/** The checks for Node and compatible runtimes. */
export const ALL_CHECKS = [...CHECKS.main, ...CHECKS.serverWithDisk, ...CHECKS.edge];

/** The file that is uploaded from disk; `UPLOAD_PATH` is its path. */
export const UPLOAD = { 'upload.txt': 'on disk' };

/** A TypeScript program, unchanged, by path. */
export function typeScriptProgram(program: string): Record<string, string> {
  const files = [...SHARED, program].map((name) => [`${name}.ts`, sourceOf(name)]);
  return Object.fromEntries(files);
}

/** A JavaScript program, with its imports as ES modules or as CommonJS, by path. */
export async function javaScriptProgram(program: string, format: 'esm' | 'cjs'): Promise<Record<string, string>> {
  const files = [...SHARED, program].map(async (name) => {
    const { code } = await transform(sourceOf(name), { loader: 'ts', format, target: 'es2022' });
    return [`${name}.js`, code];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** @throws {Error} unless exactly these checks are reported as passed. */
export function expectPassed(output: string, expected: readonly string[]): void {
  const passed = /passed: (\[.*\])/.exec(output)?.[1];
  if (passed !== JSON.stringify(expected)) throw new Error(`not every check has passed:\n${output.slice(-4_000)}`);
}

function sourceOf(program: string): string {
  return readFileSync(join(HOME, 'programs', `${program}.ts`), 'utf8');
}
