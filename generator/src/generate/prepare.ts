import { hooksOf } from '../addons/index.js';
import type { Config } from '../config/index.js';
import {
  type BundledDocument,
  type Checked,
  checkDescription,
  type LoadOptions,
  loadDescription,
} from '../load/index.js';
import { buildModel } from '../model/build.js';
import type { Model } from '../model/model.js';
import { buildNames, compileNameTemplates, type Names } from '../naming/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, findAddons } from '../render/addons.js';
import type { TemplateFiles, TemplateTexts } from '../render/templates.js';
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

interface Read {
  readonly problems: readonly Problem[];
  /** Absent when the document could not be read. */
  readonly prepared?: Prepared;
}

/** What the add-ons know of documents. */
type Known = Pick<LoadOptions, 'numberDateTimes'>;

/**
 * Reads, models and names the document.
 *
 * @param set the templates, where they are read already.
 * @throws {ProblemsError} with all problems of the document and of the folder of templates, when one is an error.
 */
export async function prepare(config: Config & LoadOptions, set?: TemplateSet): Promise<Prepared> {
  const load = (known: Known) => loadDescription(config.spec, { ...config, ...known });
  const { problems, prepared } = await read(config, load, set);
  if (prepared === undefined || problems.some(({ severity }) => severity === 'error')) {
    throw new ProblemsError(problems);
  }
  return prepared;
}

/** Every problem of a document: what OpenAPI demands of it, and what `generate` would report. */
export async function validate(config: Config & LoadOptions): Promise<readonly Problem[]> {
  try {
    return (await read(config, (known) => checkDescription(config.spec, { ...config, ...known }))).problems;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}

async function read(config: Config, load: (known: Known) => Promise<Checked>, set?: TemplateSet): Promise<Read> {
  const surroundings = readTemplatesAndAddons(config, set);
  // Without what add-ons know where they cannot be read: their problems are thrown below, with those of the document.
  const loading = surroundings.then(
    ({ addons }) => load({ numberDateTimes: addons.some((addon) => addon.numberDateTimes === true) }),
    (error: unknown) => {
      if (!(error instanceof ProblemsError)) throw error;
      return load({});
    },
  );
  const [{ document, problems: loaded }, { templates, addons }] = await together(loading, surroundings);
  const early = [...loaded, ...templates.problems];
  if (document === undefined) return { problems: early };
  const understood = await afterProblems(early, () => understand(document, config, templates, addons));
  const problems = [...early, ...understood.problems];
  const { texts, files: templateFiles } = templates;
  return { problems, prepared: { ...understood, texts, templateFiles, addons, document, problems } };
}

/**
 * The results of two pieces of work that do not need each other, or the problems of both.
 * @throws {ProblemsError} when one of them ends in problems.
 */
export async function together<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<readonly [One, Other]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  const reasons: unknown[] = [first, second].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const problems = reasons.flatMap((reason) => {
    if (!(reason instanceof ProblemsError)) throw reason;
    return reason.problems;
  });
  throw new ProblemsError(problems);
}

/**
 * Work after which the problems found so far must not be lost.
 * @throws {ProblemsError} with those before its own.
 */
export async function afterProblems<Result>(
  problems: readonly Problem[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProblemsError ? new ProblemsError([...problems, ...error.problems]) : error;
  }
}

/** @throws {ProblemsError} when a template of a name is at fault. */
export async function understand(
  document: BundledDocument,
  config: Config,
  templates: TemplateSet,
  addons: readonly Addon[],
): Promise<Understood> {
  const built = buildModel(document, hooksOf(addons));
  const located = built.problems.map((problem) => locate(problem, document));
  const reservedMembers = new Set(addons.flatMap((addon) => addon.reservedMembers));
  const fileOf = (kind: string): string => {
    const path = `naming/${kind}.hbs`;
    return templates.files.get(path) ?? `templates/${path}`;
  };
  return afterProblems(located, () => {
    const settings = { scope: config.scope, name: config.name, reservedMembers };
    const named = buildNames(built.model, settings, compileNameTemplates(nameTemplateTexts(templates.texts), fileOf));
    const problems = [...located, ...named.problems.map((problem) => locate(problem, document))];
    return { model: built.model, names: named.names, problems };
  });
}

/** @param set the templates, where they are read already. */
async function readTemplatesAndAddons(
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
