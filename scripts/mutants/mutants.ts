import { join } from 'node:path';
import { readDocument, resolveOptions, startMock } from '../../generator/src/index.js';
import { Failure, runScript } from '../common/script.js';
import { openClient } from './client.js';
import { compileTests } from './documentation-tests.js';
import { applyEdits, describeMutant, type Mutant } from './mutant.js';
import { operationMutants } from './operations.js';
import { ruleMutants } from './rules.js';
import { type Trial, tryMutants, tryUnbroken } from './trial.js';

const USAGE = `Breaks the generated client in one place at a time and runs the generated tests against it: each mutant must be detected.

Usage: npm run mutants -- [flags]

  --filter TEXT  Test only mutants whose description contains the text.
  --verbose      Print the test that detected each.
`;

const FLAGS = {
  filter: { type: 'string', default: '' },
  verbose: { type: 'boolean' },
} as const;

// A mutant may leave unhandled rejections; only the results of its tests count.
process.on('unhandledRejection', () => undefined);

await runScript(USAGE, FLAGS, async ({ flags: { filter, verbose } }) => {
  const config = await resolveOptions();
  const { model, names } = await readDocument();
  const folder = join(config.out, `${config.name}-client`);
  const client = openClient(folder);
  const all = [...operationMutants(model, names, client.read), ...ruleMutants()];
  const mutants = all.filter((mutant) => describeMutant(mutant).includes(filter));
  checkEdits(mutants, client.read);
  const mock = await startMock({ replies: 'complete' });
  try {
    const tests = await compileTests(client, mock.url);
    const failed = await tryUnbroken(client, tests);
    if (failed !== undefined) throw new Failure(`A test fails without a mutant: ${failed.test}\n${failed.reason}`);
    const trials = await tryMutants(mutants, client, tests);
    report(trials, verbose);
    return trials.length > 0 && trials.every(({ caught }) => caught !== undefined);
  } finally {
    await mock.close();
  }
});

/** @throws {Failure} with every mutant that is out of date, before any is tested. */
function checkEdits(mutants: readonly Mutant[], read: (file: string) => string): void {
  const outdated = mutants.flatMap((mutant) => {
    try {
      applyEdits(mutant, read);
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return [error.message];
    }
  });
  if (outdated.length > 0) throw new Failure(outdated.join('\n\n'));
}

function report(trials: readonly Trial[], verbose: boolean): void {
  for (const { mutant, caught } of trials) {
    if (caught === undefined) console.log(`survived: ${describeMutant(mutant)}`);
    else if (verbose) {
      const reason = caught.reason.replace(/\s+/g, ' ').slice(0, 200);
      console.log(`caught: ${describeMutant(mutant)}\n  by ${caught.test}: ${reason}`);
    }
  }
  console.log(`${trials.filter(({ caught }) => caught !== undefined).length} of ${trials.length} caught`);
}
