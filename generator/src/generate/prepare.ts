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
import { hasErrors, type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, findAddons } from '../render/addons.js';
import type { TemplateFiles, TemplateTexts } from '../render/templates.js';
import { endIfAborted } from './abort.js';
import { readTemplates, type TemplateSet } from './template-texts.js';

/** An OpenAPI document with its model and names. */
export interface Prepared {
  readonly model: Model;
  readonly names: Names;
  readonly texts: TemplateTexts;
  readonly templateFiles: TemplateFiles;
  readonly addons: readonly Addon[];
  readonly document: BundledDocument;
  /** With locations in the files of the document. */
  readonly problems: readonly Problem[];
}

/**
 * Reads, models and names the document.
 *
 * @param set the templates, if they are already read.
 * @throws {ProblemsError} with all problems of the document and of the templates folder, if one is an error.
 */
export async function prepare(config: Config & LoadOptions, set?: TemplateSet): Promise<Prepared> {
  const { problems, prepared } = await read(config, loadDescription, set);
  if (prepared === undefined || hasErrors(problems)) {
    throw new ProblemsError(problems);
  }
  return prepared;
}

/**
 * All problems of a document: violations of OpenAPI, and what `generate` would report.
 *
 * @throws {ProblemsError} if it cannot be read.
 */
export async function validate(config: Config & LoadOptions): Promise<readonly Problem[]> {
  return onceEach((await read(config, checkDescription)).problems);
}

/** Without the warnings about repaired examples that are reported as errors. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const invalid = problems.filter(({ code }) => code === 'example-invalid');
  const isSame = (left: Problem, { file, pointer = '' }: Problem): boolean =>
    left.file === file && `${left.pointer}/`.startsWith(`${pointer}/`);
  return problems.filter(
    (one) => one.code !== 'example-repaired' || !invalid.some((other) => isSame(one, other) || isSame(other, one)),
  );
}

/** `prepared` is absent if the document could not be read. */
async function read(
  config: Config & LoadOptions,
  load: (spec: string, options: Config & LoadOptions) => Promise<Checked>,
  set?: TemplateSet,
): Promise<Pick<Prepared, 'problems'> & { readonly prepared?: Prepared }> {
  const templates = set ?? readTemplates(config.templates, config.cwd);
  const addons = findAddons(config.addons, templates.texts, templates.files);
  const numberDateTimes = addons.some((one) => one.numberDateTimes);
  const { document, problems: loaded } = await load(config.spec, { ...config, numberDateTimes });
  await endIfAborted(config.signal);
  const early = [...loaded, ...templates.problems];
  if (document === undefined) return { problems: early };
  const named = await afterProblems(early, () => understand(document, config, templates, addons));
  const problems = [...early, ...named.problems];
  const { texts, files: templateFiles } = templates;
  return { problems, prepared: { ...named, texts, templateFiles, addons, document, problems } };
}

/**
 * Returns the results of two independent tasks, or the problems of both.
 * @throws {ProblemsError} if one of them fails with problems.
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
 * Runs work, keeping the problems found before it.
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

/**
 * Returns the model and the names of a document.
 *
 * @throws {ProblemsError} if a naming template is invalid.
 */
export async function understand(
  document: BundledDocument,
  { scope, name }: Config,
  { texts, files }: TemplateSet,
  addons: readonly Addon[],
): Promise<Pick<Prepared, 'model' | 'names' | 'problems'>> {
  const { model, problems } = buildModel(document, hooksOf(addons));
  const located = problems.map((problem) => locate(problem, document));
  return afterProblems(located, () => {
    const reservedMembers = new Set(addons.flatMap((addon) => addon.reservedMembers));
    const named = buildNames(model, { scope, name, reservedMembers }, compileNameTemplates(texts, files));
    return { model, names: named.names, problems: [...located, ...named.problems.map((one) => locate(one, document))] };
  });
}

/** Maps a problem of the bundled document to its source location. */
export function locate(problem: Problem, document: BundledDocument): Problem {
  const place = problem.pointer === undefined ? undefined : document.locate(problem.pointer);
  if (place === undefined) return problem;
  const frame = document.frame(place);
  return { ...problem, ...place, ...(frame === undefined ? {} : { frame }) };
}
