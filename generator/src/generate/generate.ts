import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
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
  const surroundings = await surroundingsOf(config, await readTemplates(config.templates, config.cwd));
  const recalled = mode === 'write' ? await recall(config, surroundings) : undefined;
  if (recalled !== undefined) return recalled;
  // Here everything is loaded that reads descriptions.
  const { make } = await import('./make.js');
  return make(config, mode, surroundings);
}
