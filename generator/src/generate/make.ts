import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import {
  checkOutput,
  createFileSet,
  isCurrent,
  type PackageOutput,
  passedBefore,
  readNote,
  writeNote,
  writeOutput,
} from '../output/index.js';
import type { Problem } from '../problems/index.js';
import { renderPackages } from '../render/render.js';
import { folderOf } from '../render/rendered.js';
import { afterProblems } from './all-problems.js';
import { inputsHash, type Surroundings } from './inputs.js';
import { remember } from './memory.js';
import { prepare } from './prepare.js';
import type { GenerateMode, GenerateResult } from './result.js';
import { ensureWorkspace } from './workspace.js';

/** Beside the packages: the types that their schemas gave, for the next run. */
const TYPES_NOTE = 'types.json';

/**
 * Makes the packages anew, unless they are what the same description gave before.
 *
 * @throws {ProblemsError} carrying every problem of the input when one of them is an error.
 */
export async function make(
  config: Config & LoadOptions,
  mode: GenerateMode,
  surroundings: Surroundings,
): Promise<GenerateResult> {
  const prepared = await prepare(config, surroundings.templates);
  const { model, names, document, problems } = prepared;
  const inputs = inputsHash(surroundings.hash, document.inputs);
  const folders = [folderOf(names.typesPackage), folderOf(names.clientPackage)];
  const unchanged: GenerateResult = {
    mode,
    problems,
    operations: model.operations.length,
    types: model.schemas.length,
    examples: model.operations.flatMap(({ examples }) => examples).filter(({ origin }) => origin !== 'complete').length,
    written: [],
    removed: [],
    folders,
    typesPackage: names.typesPackage,
  };
  const keep = (): void => remember(config, surroundings, document.inputs, unchanged);
  if (mode === 'write' && (await isCurrent(config.out, folders, inputs, config.outHolds))) {
    keep();
    return unchanged;
  }
  const { version, license = 'UNLICENSED', repository } = config;
  const { changelog } = surroundings;
  // A check compares with what is made anew.
  const typesMemory = mode === 'write' ? { text: readNote(config.out, TYPES_NOTE) } : undefined;
  const { packages, outcome } = await afterProblems(problems, async () => {
    const isPassed = passedBefore(config.out);
    const made = { version, license, repository, changelog, isPassed, ...(typesMemory && { typesMemory }) };
    const rendered = await renderPackages({ ...prepared, ...made });
    const packages: PackageOutput[] = rendered.map(({ folder, files }) => ({ folder, files: createFileSet(files) }));
    return { packages, outcome: await put(config, mode, packages, inputs) };
  });
  if (mode === 'write' && !outcome.problems.some(({ severity }) => severity === 'error')) {
    keep();
    if (typesMemory?.text !== undefined) writeNote(config.out, TYPES_NOTE, folders, typesMemory.text);
  }
  return {
    ...unchanged,
    problems: [...problems, ...outcome.problems],
    files: packages.reduce((count, { files }) => count + files.paths.length, 0),
    written: outcome.written,
    removed: outcome.removed,
  };
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
