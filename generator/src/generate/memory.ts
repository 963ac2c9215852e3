import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { isCurrent, readNote, writeNote } from '../output/index.js';
import { inputsHash, type Surroundings } from './inputs.js';
import type { GenerateResult } from './result.js';

/** What a run leaves for the next one: which files it read, and what it told. */
interface Memory {
  /** The options, places included: what a run tells holds for the same places only. */
  readonly options: string;
  readonly surroundings: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** Of a run that wrote nothing. */
  readonly result: GenerateResult;
}

const NAME = 'memory.json';

/**
 * What the last run with these options told, when nothing that it read or wrote has changed since: neither description nor
 * compiler is loaded for it. Warnings are told again.
 */
export async function recall(
  config: Config & LoadOptions,
  surroundings: Surroundings,
): Promise<GenerateResult | undefined> {
  const memory = parse(readNote(config.out, NAME));
  if (memory === undefined || memory.options !== optionsHash(config)) return undefined;
  if (memory.surroundings !== surroundings.hash) return undefined;
  const paths = memory.files.map(({ path }) => resolve(config.cwd, path));
  for (const path of paths) config.onRead?.(path);
  const hashes = paths.map(hashOf);
  if (hashes.some((hash, index) => hash !== memory.files[index]?.sha256)) return undefined;
  const inputs = inputsHash(surroundings.hash, memory.files);
  const isSame = await isCurrent(config.out, memory.result.folders, inputs, config.outHolds);
  return isSame ? memory.result : undefined;
}

/** Keeps what a run that changes nothing tells. A description that came from the network is not kept: it may change any time. */
export function remember(
  config: Config,
  surroundings: Surroundings,
  files: readonly { readonly file: string; readonly sha256: string }[],
  result: GenerateResult,
): void {
  if (files.some(({ file }) => /^https?:/i.test(file))) return;
  const memory: Memory = {
    options: optionsHash(config),
    surroundings: surroundings.hash,
    files: files.map(({ file, sha256 }) => ({ path: portable(config.cwd, file), sha256 })),
    result,
  };
  writeNote(config.out, NAME, result.folders, JSON.stringify(memory));
}

function portable(cwd: string, file: string): string {
  return isAbsolute(file) ? relative(cwd, file) : file;
}

function optionsHash(config: Config): string {
  return createHash('sha256').update(JSON.stringify(config)).digest('hex');
}

function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}

/** It is written by us alone, and only saves time: what is no memory is none. */
function parse(text: string | undefined): Memory | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
