import type { Config } from '../config/index.js';
import { checkDescription, type LoadOptions } from '../load/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { afterProblems, together } from './all-problems.js';
import { readTemplatesAndAddons, understand, withAddons } from './prepare.js';

/**
 * Everything that is wrong with a description: what OpenAPI demands of it, and what `generate` would say of it besides,
 * such as operations that get another name and examples that are mended.
 */
export async function validate(config: Config & LoadOptions): Promise<readonly Problem[]> {
  try {
    const surroundings = readTemplatesAndAddons(config);
    const [{ problems, document }, { templates, addons }] = await together(
      withAddons(surroundings, (known) => checkDescription(config.spec, { ...config, ...known })),
      surroundings,
    );
    const found = [...problems, ...templates.problems];
    if (document === undefined) return found;
    const understood = await afterProblems(found, () => understand(document, config, templates, addons));
    return [...found, ...understood.problems];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}
