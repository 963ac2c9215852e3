import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { outputHash } from '../output/index.js';
import { errorCode } from '../problems/index.js';
import type { Cache } from './cache.js';
import { inputsHash, type Surroundings } from './inputs.js';
import type { GenerateResult } from './result.js';

/** What a run leaves for the next one: what it read, what it wrote, and what it reported. */
interface FormerRun {
  /** The options, places included: what a run reports applies to the same places only. */
  readonly options: string;
  readonly inputs: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly output: string;
  /** Of a run that wrote nothing. */
  readonly result: GenerateResult;
}

const NAME = 'run.json';

/**
 * The result of the last run with these options, when nothing that it read or wrote has changed since: neither document nor
 * compiler is loaded for it. Warnings are reported again.
 */
export function recall(
  config: Config & LoadOptions,
  cache: Cache,
  surroundings: Surroundings,
): GenerateResult | undefined {
  const former = read(cache);
  // A document from the network may change any time.
  if (former?.options !== hashOf(JSON.stringify(config)) || former.files.some(({ path }) => isUrl(path))) {
    return undefined;
  }
  const files = former.files.flatMap(({ path }) => {
    const file = resolve(config.cwd, path);
    config.onRead?.(file);
    const sha256 = hashOfFile(file);
    return sha256 === undefined ? [] : [{ sha256 }];
  });
  const isSame = former.inputs === inputsHash(surroundings.hash, files) && isIntact(config, former);
  return isSame ? former.result : undefined;
}

/** Whether the output folder has what a run with the same inputs wrote, and nothing else. */
export function isUnchanged(config: Config, cache: Cache, inputs: string): boolean {
  const former = read(cache);
  return former?.inputs === inputs && isIntact(config, former);
}

/** Keeps what a run that changes nothing reports. */
export function remember(
  config: Config,
  cache: Cache,
  inputs: string,
  files: readonly { readonly file: string; readonly sha256: string }[],
  result: GenerateResult,
): void {
  const output = outputHash(config.out, result.folders, config.outHolds);
  if (output === undefined) return;
  const former: FormerRun = {
    options: hashOf(JSON.stringify(config)),
    inputs,
    files: files.map(({ file, sha256 }) => ({
      path: isAbsolute(file) ? relative(config.cwd, file) : file,
      sha256,
    })),
    output,
    result,
  };
  cache.write(NAME, JSON.stringify(former));
}

function isIntact({ out, outHolds }: Config, { output, result }: FormerRun): boolean {
  return outputHash(out, result.folders, outHolds) === output;
}

function isUrl(path: string): boolean {
  return /^https?:/i.test(path);
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hashOfFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** It is written by the generator alone: a file that cannot be parsed is as good as none. */
function read(cache: Cache): FormerRun | undefined {
  const text = cache.read(NAME);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
