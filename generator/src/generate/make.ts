import { type Config, displayPath } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { checkOutput, createFileSet, passedBefore, writeOutput } from '../output/index.js';
import { hasErrors, jsonOf } from '../problems/index.js';
import { folderOf } from '../render/context.js';
import { renderPackages } from '../render/render.js';
import type { PrintedTypes } from '../render/types/declarations.js';
import { endIfAborted } from './abort.js';
import type { Cache } from './cache.js';
import { type Surroundings, storeResult } from './former-run.js';
import { afterProblems, prepare } from './prepare.js';
import type { GenerateMode, GenerateResult } from './result.js';
import { ensureWorkspace } from './workspace.js';

/** The cache entry of the types generated from the schemas. */
const TYPES = 'types.json';

/**
 * Renders the packages and writes or checks them.
 *
 * @throws {ProblemsError} with all problems of the input if one of them is an error.
 */
export async function make(
  config: Config & LoadOptions,
  mode: GenerateMode,
  surroundings: Surroundings,
  cache: Cache,
): Promise<GenerateResult> {
  const prepared = await prepare(config, surroundings.templates);
  const { model, names, problems, document } = prepared;
  const { cwd, out, outHolds, version, license = 'UNLICENSED', repository } = config;
  const isWriting = mode === 'write';

  await endIfAborted(config.signal);
  // A check does not use the cache.
  const printedTypes = { before: isWriting ? readTypes(cache) : new Map(), now: new Map() };
  const made = { version, license, repository, changelog: surroundings.changelog, isPassed: passedBefore(out) };
  const packages = await afterProblems(problems, async () => {
    const rendered = await renderPackages({ ...prepared, ...made, printedTypes });
    return rendered.map(({ folder, files }) => ({ folder, files: createFileSet(files) }));
  });
  await endIfAborted(config.signal);
  if (isWriting) cache.write(TYPES, JSON.stringify([...printedTypes.now]));

  const options = { display: (path: string) => displayPath(cwd, path), outHolds };
  const outcome =
    mode === 'check'
      ? { problems: await checkOutput(out, packages, options), written: [], removed: [] }
      : await writeOutput(out, packages, { ...options, dryRun: !isWriting });

  const examples = model.operations.flatMap((operation) => operation.examples);
  const unchanged: GenerateResult = {
    mode,
    problems,
    operations: model.operations.length,
    types: model.schemas.length,
    examples: examples.filter(({ origin }) => origin !== 'complete').length,
    folders: [folderOf(names.typesPackage), folderOf(names.clientPackage)],
    typesPackage: names.typesPackage,
    written: [],
    removed: [],
  };
  if (isWriting && !hasErrors(outcome.problems)) {
    if (outHolds !== 'only-output') await ensureWorkspace(out, unchanged.folders);
    storeResult(config, cache, surroundings, document.inputs, unchanged);
  }
  // Each package also has a manifest.
  const files = packages.reduce((count, one) => count + one.files.size + 1, 0);
  const { written, removed } = outcome;
  return { ...unchanged, problems: [...problems, ...outcome.problems], files, written, removed };
}

/** Written only by the generator, and only saves time: invalid content is ignored. */
function readTypes(cache: Cache): PrintedTypes['before'] {
  return new Map(jsonOf<Parameters<PrintedTypes['now']['set']>[]>(cache.read(TYPES) ?? '[]'));
}
