import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/index.js';
import { type BundledDocument, loadDescription } from '../load/index.js';
import { buildModel } from '../model/build.js';
import type { Model } from '../model/model.js';
import { buildNames, compileNameTemplates, type Names } from '../naming/index.js';
import { checkOutput, createFileSet, isCurrent, type PackageOutput, writeOutput } from '../output/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, findAddons } from '../render/addons.js';
import { folderOf, renderPackages } from '../render/render.js';
import type { TemplateTexts } from '../render/templates.js';
import { nameTemplateTexts, readTemplates } from './template-texts.js';
import { ensureWorkspace } from './workspace.js';

/** How far a run goes: `write` puts the packages in place, `dry-run` and `check` change nothing. */
export type GenerateMode = 'write' | 'dry-run' | 'check';

export interface GenerateResult {
  readonly mode: GenerateMode;
  /** Errors mean that nothing was written. */
  readonly problems: readonly Problem[];
  readonly operations: number;
  readonly types: number;
  readonly examples: number;
  /** Absent when nothing was rendered, because the packages are what these inputs gave before. */
  readonly files?: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The packages' folders within the output folder. */
  readonly folders: readonly string[];
  readonly typesPackage: string;
}

/** The description, modelled and named. */
export interface Prepared {
  readonly model: Model;
  readonly names: Names;
  readonly texts: TemplateTexts;
  readonly addons: readonly Addon[];
  readonly document: BundledDocument;
  /** Stands for everything that the packages are made from. */
  readonly inputs: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads the description, renders both packages and writes them, compares them (`check`) or tells what it would write.
 * @throws {ProblemsError} carrying every problem of the input when one of them is an error.
 */
export async function generate(config: Config, mode: GenerateMode): Promise<GenerateResult> {
  const prepared = await prepare(config);
  const { model, names } = prepared;
  const counts = {
    mode,
    operations: model.operations.length,
    types: model.schemas.length,
    examples: model.operations.flatMap(({ examples }) => examples).filter(({ origin }) => origin !== 'complete').length,
    typesPackage: names.typesPackage,
  };
  const folders = [folderOf(names.typesPackage), folderOf(names.clientPackage)];
  if (mode === 'write' && (await isCurrent(config.out, folders, prepared.inputs))) {
    return { ...counts, folders, problems: prepared.problems, written: [], removed: [] };
  }
  const rendered = await renderPackages({
    ...prepared,
    version: config.version,
    license: config.license ?? 'UNLICENSED',
    changelog: await readChangelog(config),
  });
  const packages: PackageOutput[] = rendered.map(({ folder, files }) => ({ folder, files: createFileSet(files) }));
  const outcome = await put(config, mode, packages, prepared.inputs);
  return {
    ...counts,
    folders,
    problems: [...prepared.problems, ...outcome.problems],
    files: packages.reduce((count, { files }) => count + files.paths.length, 0),
    written: outcome.written,
    removed: outcome.removed,
  };
}

/** The project's changelog is both packages'; a client made from another description begins with an empty one. */
async function readChangelog(config: Config): Promise<string> {
  if (config.changelog === undefined) return '# Changelog\n';
  return readFile(config.changelog, 'utf8').catch(() => '# Changelog\n');
}

async function put(
  config: Config,
  mode: GenerateMode,
  packages: readonly PackageOutput[],
  inputs: string,
): Promise<{ problems: readonly Problem[]; written: readonly string[]; removed: readonly string[] }> {
  const common = { cwd: config.cwd, outHolds: config.outHolds };
  if (mode === 'check') return { problems: await checkOutput(config.out, packages, common), written: [], removed: [] };
  const result = await writeOutput(config.out, packages, { ...common, dryRun: mode === 'dry-run', inputs });
  const failed = result.problems.some(({ severity }) => severity === 'error');
  if (mode === 'write' && !failed && config.outHolds !== 'only-output') {
    await ensureWorkspace(
      config.out,
      packages.map(({ folder }) => folder),
    );
  }
  return result;
}

/** Everything up to the names: what `generate` and `mock` share. */
export async function prepare(config: Config): Promise<Prepared> {
  const [{ document, problems }, texts] = await Promise.all([
    loadDescription(config.spec, config),
    readTemplates(config.templates),
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
  if (located.some(({ severity }) => severity === 'error')) throw new ProblemsError([...problems, ...located]);
  const hash = createHash('sha256').update(await ownCode());
  for (const { sha256 } of document.inputs) hash.update(`${sha256}\n`);
  for (const [path, text] of texts) hash.update(`${path}\0${text}\0`);
  hash.update(
    JSON.stringify({
      ...config,
      cwd: '',
      root: '',
      configFile: '',
      out: '',
      spec: '',
      templates: '',
      changelog: '',
      overlays: [],
      overlaysOf: '',
    }),
  );
  return {
    model: built.model,
    names: named.names,
    texts,
    addons,
    document,
    inputs: hash.digest('hex'),
    problems: [...problems, ...located],
  };
}

/** The generator's own built code: another version of it may give another output for the same inputs. */
async function ownCode(): Promise<string> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\0');
}

/** A problem of the bundled document, told where it was written. */
function locate(problem: Problem, document: BundledDocument): Problem {
  const place = problem.pointer === undefined ? undefined : document.locate(problem.pointer);
  return place ? { ...problem, ...place } : problem;
}
