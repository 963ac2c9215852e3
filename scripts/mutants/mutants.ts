import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resolveConfig } from '../../generator/src/config/index.js';
import { prepare } from '../../generator/src/generate/prepare.js';
import { startMock } from '../../generator/src/mock/index.js';
import { openClient } from './client.js';
import { compileTests } from './documentation-tests.js';
import { ensureBuilt } from './freshness.js';
import { applyEdits, describeMutant, type Mutant } from './mutant.js';
import { operationMutants } from './operations.js';
import { ruleMutants } from './rules/index.js';
import { type Trial, tryMutants, tryUnbroken } from './trial.js';

/**
 * Breaks the generated client in one place at a time and runs the generated tests against it: each mutant must be
 * noticed. `--filter TEXT` tries only those whose description holds the text, `--verbose` tells what noticed each,
 * `--out DIR` takes the packages that `sdkgen generate --out DIR` wrote. Exits 1 when a mutant survives.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Options {
  readonly filter: string;
  readonly verbose: boolean;
  /** The folder of the packages, where it is not the project's own. */
  readonly out: string | undefined;
}

async function main({ filter, verbose, out }: Options): Promise<number> {
  const flags = { addons: [], allowRefs: [], ...(out === undefined ? {} : { out: resolve(out) }) };
  const config = await resolveConfig({ cwd: root, flags });
  const { model, names, document } = await prepare(config);
  const folder = join(config.out, `${config.name}-client`);
  ensureBuilt([join(config.out, `${config.name}-types`), folder]);
  const client = openClient(folder);
  const all = [...operationMutants(model, names, client.read), ...ruleMutants()];
  const mutants = all.filter((mutant) => describeMutant(mutant).includes(filter));
  checkEdits(mutants, client.read);
  const mock = await startMock(document, model, { port: 0, replies: 'complete' });
  try {
    const tests = await compileTests(client, mock.url);
    const failed = await tryUnbroken(client, tests);
    if (failed !== undefined) throw new Error(`A test fails without a mutant: ${failed.test}\n${failed.reason}`);
    const trials = await tryMutants(mutants, client, tests, (done) => showProgress(done, mutants.length));
    report(trials, verbose);
    return trials.length > 0 && trials.every(({ caught }) => caught !== undefined) ? 0 : 1;
  } finally {
    await mock.close();
  }
}

/** @throws {Error} naming every mutant that is out of date, before any is tried. */
function checkEdits(mutants: readonly Mutant[], read: (file: string) => string): void {
  const outdated = mutants.flatMap((mutant) => {
    try {
      applyEdits(mutant, read);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
  if (outdated.length > 0) throw new Error(outdated.join('\n\n'));
}

function showProgress(done: number, total: number): void {
  if (process.stdout.isTTY) process.stdout.write(done < total ? `\r${done} of ${total} tried` : '\r\u001b[K');
}

function report(trials: readonly Trial[], verbose: boolean): void {
  const caught = trials.filter((trial) => trial.caught !== undefined);
  if (verbose) {
    for (const trial of caught) {
      const reason = trial.caught?.reason.replace(/\s+/g, ' ').slice(0, 200);
      console.log(`caught: ${describeMutant(trial.mutant)}\n  by ${trial.caught?.test}: ${reason}`);
    }
  }
  for (const { mutant, caught: noticed } of trials) {
    if (noticed === undefined) console.log(`survived: ${describeMutant(mutant)}`);
  }
  console.log(`${caught.length} of ${trials.length} caught`);
}

/** @throws {Error} for an option that there is not. */
function readOptions(): Options {
  const { values } = parseArgs({
    options: { filter: { type: 'string' }, verbose: { type: 'boolean' }, out: { type: 'string' } },
  });
  return { filter: values.filter ?? '', verbose: values.verbose ?? false, out: values.out };
}

// A mutant may leave promises behind that nobody awaits; what counts is what its tests say.
process.on('unhandledRejection', () => undefined);
try {
  const options = readOptions();
  process.exitCode = await main(options).catch((error: unknown) => fail(error, 1));
} catch (error) {
  process.exitCode = fail(error, 2);
}

function fail(error: unknown, code: number): number {
  console.error(error instanceof Error ? error.message : error);
  return code;
}
