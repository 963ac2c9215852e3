import { type Config, displayPath } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { checkOutput, createFileSet, type PackageOutput, passedBefore, writeOutput } from '../output/index.js';
import type { Problem } from '../problems/index.js';
import { folderOf } from '../render/context.js';
import { renderPackages } from '../render/render.js';
import type { Cache } from './cache.js';
import { inputsHash, type Surroundings } from './inputs.js';
import { afterProblems, type Prepared, prepare } from './prepare.js';
import type { GenerateMode, GenerateResult } from './result.js';
import { isUnchanged, remember } from './unchanged.js';
import { ensureWorkspace } from './workspace.js';

/** What the cache calls the types that the schemas gave. */
const TYPES = 'types.json';

/**
 * Renders the packages and writes or checks them, unless the same document was written before.
 *
 * @throws {ProblemsError} with every problem of the input when one of them is an error.
 */
export async function make(
  config: Config & LoadOptions,
  mode: GenerateMode,
  surroundings: Surroundings,
  cache: Cache,
): Promise<GenerateResult> {
  const prepared = await prepare(config, surroundings.templates);
  const { problems, document } = prepared;
  const unchanged: GenerateResult = { mode, ...summarise(prepared), written: [], removed: [] };
  const inputs = inputsHash(surroundings.hash, document.inputs);
  const keep = (): void => remember(config, cache, inputs, document.inputs, unchanged);
  if (mode === 'write' && isUnchanged(config, cache, inputs)) {
    keep();
    return unchanged;
  }
  return afterProblems(problems, async () => {
    const packages = await render(config, mode, surroundings, prepared, cache);
    const outcome = await put(config, mode, packages);
    if (mode === 'write' && !hasErrors(outcome.problems)) keep();
    const files = packages.reduce((count, one) => count + one.files.paths.length, 0);
    const { written, removed } = outcome;
    return { ...unchanged, problems: [...problems, ...outcome.problems], files, written, removed };
  });
}

function summarise({ model, names, problems }: Prepared) {
  const examples = model.operations.flatMap((operation) => operation.examples);
  return {
    problems,
    operations: model.operations.length,
    types: model.schemas.length,
    examples: examples.filter(({ origin }) => origin !== 'complete').length,
    folders: [folderOf(names.typesPackage), folderOf(names.clientPackage)],
    typesPackage: names.typesPackage,
  };
}

async function render(
  { version, license = 'UNLICENSED', repository, out }: Config,
  mode: GenerateMode,
  { changelog }: Surroundings,
  prepared: Prepared,
  cache: Cache,
): Promise<readonly PackageOutput[]> {
  // A check compares with what is made anew.
  const typesMemory = mode === 'write' ? { text: cache.read(TYPES) } : undefined;
  const made = { version, license, repository, changelog, isPassed: passedBefore(out) };
  const rendered = await renderPackages({ ...prepared, ...made, ...(typesMemory && { typesMemory }) });
  if (typesMemory?.text !== undefined) cache.write(TYPES, typesMemory.text);
  return rendered.map(({ folder, files }) => ({ folder, files: createFileSet(files) }));
}

async function put(
  { cwd, out, outHolds }: Config,
  mode: GenerateMode,
  packages: readonly PackageOutput[],
): Promise<Pick<GenerateResult, 'problems' | 'written' | 'removed'>> {
  const options = { display: (path: string) => displayPath(cwd, path), outHolds };
  if (mode === 'check') return { problems: await checkOutput(out, packages, options), written: [], removed: [] };
  const result = await writeOutput(out, packages, { ...options, dryRun: mode === 'dry-run' });
  if (mode === 'write' && !hasErrors(result.problems) && outHolds !== 'only-output') {
    const folders = packages.map(({ folder }) => folder);
    await ensureWorkspace(out, folders);
  }
  return result;
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
