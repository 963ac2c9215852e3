import { hooksOf } from '../addons/index.js';
import type { Config } from '../config/index.js';
import { type BundledDocument, type LoadOptions, loadDescription } from '../load/index.js';
import { buildModel } from '../model/build.js';
import type { Model } from '../model/model.js';
import { buildNames, compileNameTemplates, type Names } from '../naming/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, findAddons } from '../render/addons.js';
import type { TemplateFiles, TemplateTexts } from '../render/templates.js';
import { afterProblems, together } from './all-problems.js';
import { nameTemplateTexts } from './name-texts.js';
import { readTemplates, type TemplateSet } from './template-texts.js';

/** The description, modelled and named. */
export interface Prepared {
  readonly model: Model;
  readonly names: Names;
  readonly texts: TemplateTexts;
  readonly templateFiles: TemplateFiles;
  readonly addons: readonly Addon[];
  readonly document: BundledDocument;
  readonly problems: readonly Problem[];
}

/** The description as the packages have it: what it means, and what things are called. */
export interface Understood {
  readonly model: Model;
  readonly names: Names;
  /** Located in the files of the description. */
  readonly problems: readonly Problem[];
}

/**
 * Everything up to the names.
 *
 * @param set the templates, where they are read already.
 * @throws {ProblemsError} with all problems of the description and of the folder of templates, when one is an error.
 */
export async function prepare(config: Config & LoadOptions, set?: TemplateSet): Promise<Prepared> {
  const surroundings = readTemplatesAndAddons(config, set);
  const [{ document, problems: loaded }, { templates, addons }] = await together(
    withAddons(surroundings, (known) => loadDescription(config.spec, { ...config, ...known })),
    surroundings,
  );
  const early = [...loaded, ...templates.problems];
  const {
    model,
    names,
    problems: late,
  } = await afterProblems(early, () => understand(document, config, templates, addons));
  const problems = [...early, ...late];
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemsError(problems);
  const { texts, files: templateFiles } = templates;
  return { model, names, texts, templateFiles, addons, document, problems };
}

/** @throws {ProblemsError} when a template of a name is at fault. */
export function understand(
  document: BundledDocument,
  config: Config,
  templates: TemplateSet,
  addons: readonly Addon[],
): Understood {
  const built = buildModel(document, hooksOf(addons));
  const located = built.problems.map((problem) => locate(problem, document));
  const reservedMembers = new Set(addons.flatMap((addon) => addon.reservedMembers));
  const fileOf = (kind: string): string => {
    const path = `naming/${kind}.hbs`;
    return templates.files.get(path) ?? `templates/${path}`;
  };
  try {
    const settings = { scope: config.scope, name: config.name, reservedMembers };
    const named = buildNames(built.model, settings, compileNameTemplates(nameTemplateTexts(templates.texts), fileOf));
    const problems = [...located, ...named.problems.map((problem) => locate(problem, document))];
    return { model: built.model, names: named.names, problems };
  } catch (error) {
    throw error instanceof ProblemsError ? new ProblemsError([...located, ...error.problems]) : error;
  }
}

/** What is done with what the add-ons say of descriptions; without that where they cannot be read. */
export function withAddons<Result>(
  surroundings: Promise<{ readonly addons: readonly Addon[] }>,
  work: (known: Pick<LoadOptions, 'numberDateTimes'>) => Promise<Result>,
): Promise<Result> {
  return surroundings.then(
    ({ addons }) => work({ numberDateTimes: addons.some((addon) => addon.numberDateTimes === true) }),
    () => work({}),
  );
}

/** @param set the templates, where they are read already. */
export async function readTemplatesAndAddons(
  config: Config,
  set?: TemplateSet,
): Promise<{ readonly templates: TemplateSet; readonly addons: readonly Addon[] }> {
  const templates = set ?? (await readTemplates(config.templates, config.cwd));
  return { templates, addons: findAddons(config.addons, templates.texts, templates.files) };
}

/** A problem of the bundled document, told where it was written. */
function locate(problem: Problem, document: BundledDocument): Problem {
  const place = problem.pointer === undefined ? undefined : document.locate(problem.pointer);
  if (place === undefined) return problem;
  const frame = document.frame(place);
  return { ...problem, ...place, ...(frame === undefined ? {} : { frame }) };
}
