import { stat } from 'node:fs/promises';
import { type Config, displayPath } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { notAFolderProblem } from '../output/index.js';
import { ProblemsError } from '../problems/index.js';
import { surroundingsOf } from './inputs.js';
import { recall } from './memory.js';
import type { GenerateMode, GenerateResult } from './result.js';
import { readTemplates } from './template-texts.js';

/**
 * Reads the description, renders both packages and writes them, compares them (`check`) or tells what it would write. A run
 * where nothing has changed since the last one ends after comparing hashes.
 *
 * @throws {ProblemsError} carrying every problem of the input when one of them is an error.
 */
export async function generate(config: Config & LoadOptions, mode: GenerateMode): Promise<GenerateResult> {
  await checkOutFolder(config);
  const surroundings = await surroundingsOf(config, await readTemplates(config.templates, config.cwd));
  const recalled = mode === 'write' ? await recall(config, surroundings) : undefined;
  if (recalled !== undefined) return recalled;
  // Here everything is loaded that reads descriptions.
  const { make } = await import('./make.js');
  return make(config, mode, surroundings);
}

/** @throws {ProblemsError} when the output folder, or what it should lie in, is a file. */
async function checkOutFolder({ out, cwd }: Config): Promise<void> {
  const isFolder = await stat(out).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOTDIR'),
  );
  if (!isFolder) throw new ProblemsError([notAFolderProblem(displayPath(cwd, out))]);
}
