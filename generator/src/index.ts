import { type Config, type ConfigFlags, resolveConfig } from './config/index.js';
import type { Adopted } from './generate/adopt.js';
import type { DiffOptions, DiffResult } from './generate/diff.js';
import type { ImpactOptions, ImpactResult, MigrateOptions, MigrateResult } from './generate/impact.js';
import type { Prepared } from './generate/prepare.js';
import type { GenerateMode, GenerateResult } from './generate/result.js';
import type { Mock, MockOptions } from './mock/index.js';
import { asProblems, hasErrors, type Problem, ProblemsError } from './problems/index.js';

export { type Config, type ConfigFlags as ConfigOptions, configSchema } from './config/index.js';
export type { Adopted } from './generate/adopt.js';
export type { DiffOptions, DiffResult, LocatedChange } from './generate/diff.js';
export type { ImpactOptions, ImpactResult, MigrateOptions, MigrateResult } from './generate/impact.js';
export type { Prepared } from './generate/prepare.js';
export type { GenerateMode, GenerateResult } from './generate/result.js';
export type { Mock, MockOptions, RecordedRequest } from './mock/index.js';
export { formatProblem, type Problem, ProblemsError, type Severity } from './problems/index.js';

/** Types the options of a `sdkgen.config.ts` or `sdkgen.config.mjs`. */
export function defineConfig(options: ConfigFlags): ConfigFlags {
  return options;
}

/** The flags of the command line as properties; missing ones are read from the configuration, searched from `cwd`. */
export interface Options extends Partial<ConfigFlags> {
  /** Absolute path of the folder to which relative paths refer, also in problems. Default: the working folder. */
  readonly cwd?: string;
}

export interface Cancellable {
  /** Ends the work before its next step: nothing more is written, and the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface GenerateOptions extends Options, Cancellable {
  /** Default: `write`. */
  readonly mode?: GenerateMode;
  /** Whether to build the written packages. */
  readonly build?: boolean;
}

/**
 * Writes both packages, or compares them with what would be written.
 *
 * @throws {ProblemsError} if an input has errors. Problems of the output folder are in the result.
 */
export async function generate({
  mode = 'write',
  build = false,
  signal,
  ...options
}: GenerateOptions): Promise<GenerateResult> {
  return orProblems(async () => {
    const { generate: run } = await import('./generate/generate.js');
    const config = await resolveOptions(options);
    const result = await run({ ...config, signal }, mode);
    if (!build || mode !== 'write' || hasErrors(result.problems)) return result;
    const { buildPackages } = await import('./generate/build.js');
    const problems = await buildPackages(config.out, result.folders, result.typesPackage, signal);
    signal?.throwIfAborted();
    return { ...result, problems: [...result.problems, ...problems] };
  }, signal);
}

/** Returns all problems of an OpenAPI document. */
export async function validate({ signal, ...options }: Options & Cancellable): Promise<readonly Problem[]> {
  try {
    return await orProblems(async () => {
      const { validate: run } = await import('./generate/prepare.js');
      return run({ ...(await resolveOptions(options)), signal });
    }, signal);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}

/**
 * Returns the changes between two versions of an OpenAPI document with their severity.
 *
 * @throws {ProblemsError} if one of the two has errors.
 */
export async function diff(
  old: string,
  next: string,
  { signal, ...options }: Options & DiffOptions & Cancellable = {},
): Promise<DiffResult> {
  return orProblems(async () => {
    const { diff: run } = await import('./generate/diff.js');
    const { cwd = process.cwd(), prove, confirm, accepted, ...flags } = options;
    return run(old, next, { cwd, flags, signal }, { prove, confirm, accepted });
  }, signal);
}

/**
 * Lists the places of a TypeScript project that the changes between two versions affect. The project has the packages of the old
 * version installed.
 *
 * @throws {ProblemsError} when one of the two has errors, or the project cannot be read or lacks the packages.
 */
export async function impact(old: string, next: string, options: Options & ImpactOptions): Promise<ImpactResult> {
  return orProblems(async () => {
    const { impact: run } = await import('./generate/impact.js');
    const { cwd = process.cwd(), project, ...flags } = options;
    return run(old, next, { cwd, flags }, { project });
  });
}

/**
 * Rewrites a TypeScript project for a new version where that is safe: all files or none. What is left is in the result.
 *
 * @throws {ProblemsError} as `impact` does, and when the git working tree has changes.
 */
export async function migrate(old: string, next: string, options: Options & MigrateOptions): Promise<MigrateResult> {
  return orProblems(async () => {
    const { migrate: run } = await import('./generate/impact.js');
    const { cwd = process.cwd(), project, dryRun = false, force = false, ...flags } = options;
    return run(old, next, { cwd, flags }, { project, dryRun, force });
  });
}

/**
 * Updates the project's spec, in place, to the facts of a vendor's file.
 *
 * @throws {ProblemsError} if one of the two, or the result, has errors; then nothing has changed.
 */
export async function adopt(file: string, options: Options & { readonly dryRun?: boolean } = {}): Promise<Adopted> {
  return orProblems(async () => {
    const { adopt: run } = await import('./generate/adopt.js');
    const { cwd = process.cwd(), dryRun = false, ...flags } = options;
    return run(file, { cwd, flags, dryRun });
  });
}

/**
 * Serves the API of an OpenAPI document on loopback, until it is closed or the signal is aborted.
 *
 * @throws {ProblemsError} if the document has errors.
 */
export async function startMock({
  signal,
  ...options
}: Options & Partial<MockOptions> & Cancellable = {}): Promise<Mock> {
  return orProblems(async () => {
    const { prepare } = await import('./generate/prepare.js');
    const { document, model } = await prepare({ ...(await resolveOptions(options)), signal });
    const { startMock: start } = await import('./mock/index.js');
    const mock = await start(document, model, { port: 0, replies: 'example', ...options });
    if (signal?.aborted) await mock.close();
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => void mock.close(), { once: true });
    return mock;
  }, signal);
}

/**
 * Reads an OpenAPI document and returns its model and the names in the packages.
 *
 * @throws {ProblemsError} if it has errors.
 */
export async function readDocument(options: Options = {}): Promise<Prepared> {
  return orProblems(async () => {
    const { prepare } = await import('./generate/prepare.js');
    return prepare(await resolveOptions(options));
  });
}

/**
 * Completes the options from the configuration.
 *
 * @throws {ProblemsError} if one of them is invalid.
 */
export async function resolveOptions({ cwd = process.cwd(), ...flags }: Options = {}): Promise<Config> {
  return resolveConfig({ cwd, flags });
}

async function orProblems<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  try {
    signal?.throwIfAborted();
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw asProblems(error);
  }
}
