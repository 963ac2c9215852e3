import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownDescription } from './descriptions/descriptions.js';
import { allGenerators } from './generators.js';
import { runProgram } from './measure/process.js';
import { CACHE } from './tools.js';

/** The folder with what each peer makes of our description, by the peer's name in the form of `folderName`. */
export const GENERATED = join(CACHE, 'generated');

/** @returns a name without spaces and commas: `hey-api-fetch`. */
export function folderName(generator: string): string {
  return generator.replace(/\W+/g, '-');
}

let pending: Promise<void> | undefined;

/** Writes what the peers make of our description, once in a run: programs that use it are measured. */
export function generatePeers(): Promise<void> {
  pending ??= generateAll();
  return pending;
}

async function generateAll(): Promise<void> {
  const { file } = await ownDescription();
  rmSync(GENERATED, { recursive: true, force: true });
  for (const generator of allGenerators().filter(({ name }) => !name.startsWith('ours'))) {
    const out = join(GENERATED, folderName(generator.name));
    mkdirSync(out, { recursive: true });
    await runProgram(generator.runtime.command, generator.arguments(file, out), { cwd: CACHE });
  }
}
