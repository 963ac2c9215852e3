import type { Config } from '../config/index.js';
import { type BundledDocument, loadDescription } from '../load/index.js';
import { buildModel } from '../model/build.js';
import type { Model } from '../model/model.js';
import { buildNames, compileNameTemplates, type Names } from '../naming/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, findAddons } from '../render/addons.js';
import type { TemplateTexts } from '../render/templates.js';
import { nameTemplateTexts } from './name-texts.js';
import { readTemplates } from './template-texts.js';

/** The description, modelled and named. */
export interface Prepared {
  readonly model: Model;
  readonly names: Names;
  readonly texts: TemplateTexts;
  readonly addons: readonly Addon[];
  readonly document: BundledDocument;
  readonly problems: readonly Problem[];
}

/**
 * Everything up to the names.
 *
 * @throws {ProblemsError} carrying every problem of the input when one of them is an error.
 */
export async function prepare(config: Config, templates?: TemplateTexts): Promise<Prepared> {
  const [{ document, problems }, texts] = await Promise.all([
    loadDescription(config.spec, config),
    templates ?? readTemplates(config.templates),
  ]);
  const addons = findAddons(config.addons, texts);
  const built = buildModel(document);
  const named = buildNames(
    built.model,
    {
      scope: config.scope,
      name: config.name,
      reservedMembers: new Set(addons.flatMap((addon) => addon.reservedMembers)),
    },
    compileNameTemplates(nameTemplateTexts(texts)),
  );
  const located = [...built.problems, ...named.problems].map((problem) => locate(problem, document));
  const all = [...problems, ...located];
  if (located.some(({ severity }) => severity === 'error')) throw new ProblemsError(all);
  return { model: built.model, names: named.names, texts, addons, document, problems: all };
}

/** A problem of the bundled document, told where it was written. */
function locate(problem: Problem, document: BundledDocument): Problem {
  const place = problem.pointer === undefined ? undefined : document.locate(problem.pointer);
  return place ? { ...problem, ...place } : problem;
}
