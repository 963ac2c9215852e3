import { stat } from 'node:fs/promises';
import { type Config, displayPath } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { outputProblem } from '../output/index.js';
import { errorCode, ProblemsError } from '../problems/index.js';
import { Cache } from './cache.js';
import { reusableResult, surroundingsOf } from './former-run.js';
import type { GenerateMode, GenerateResult } from './result.js';
import { readTemplates } from './template-texts.js';

/**
 * Reads the OpenAPI document, renders both packages, and writes them, compares them (`check`) or reports what it would write. If
 * nothing has changed since the last run, it ends after comparing hashes.
 *
 * @throws {ProblemsError} with all problems of the input if one of them is an error.
 */
export async function generate(config: Config & LoadOptions, mode: GenerateMode): Promise<GenerateResult> {
  await checkOutFolder(config);
  const surroundings = surroundingsOf(config, readTemplates(config.templates, config.cwd));
  const cache = new Cache(config, surroundings.code);
  const reusable = mode === 'write' ? reusableResult(config, cache, surroundings) : undefined;
  if (reusable !== undefined) return reusable;
  // Loaded on demand, because it loads everything that reads documents.
  const { make } = await import('./make.js');
  return make(config, mode, surroundings, cache);
}

/** @throws {ProblemsError} if the output folder, or a folder above it, is a file. */
async function checkOutFolder({ out, cwd }: Config): Promise<void> {
  const isFolder = await stat(out).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => {
      if (errorCode(error) === undefined) throw error;
      return errorCode(error) !== 'ENOTDIR';
    },
  );
  if (!isFolder) throw new ProblemsError([outputProblem('not-a-folder', displayPath(cwd, out))]);
}
