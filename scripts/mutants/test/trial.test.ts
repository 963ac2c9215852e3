import { describe, expect, test } from '@jest/globals';
import type { Client } from '../client.js';
import type { DocumentationTests } from '../documentation-tests.js';
import type { Mutant } from '../mutant.js';
import { tryMutants, tryUnbroken } from '../trial.js';

/** A client that exports the fault it was given, and tests of which each fails for the fault of the same name. */
const client: Client = {
  name: 'client',
  folder: '/',
  read: () => '',
  load: async (_, mutant) => ({ fault: mutant?.fault }),
};

function testsOf(...groups: readonly string[]): DocumentationTests {
  return {
    entry: '.',
    collect: (exports) =>
      groups.map((group) => ({
        group,
        title: 'works',
        run: async () => expect(exports).not.toEqual({ fault: group }),
      })),
  };
}

function mutant(fault: string, group?: string): Mutant {
  return { subject: 'something', fault, edits: [], ...(group === undefined ? {} : { group }) };
}

async function survivors(mutants: readonly Mutant[], tests: DocumentationTests): Promise<readonly Mutant[]> {
  const trials = await tryMutants(mutants, client, tests);
  expect(trials).toHaveLength(mutants.length);
  return trials.filter(({ caught }) => caught === undefined).map((trial) => trial.mutant);
}

describe('tryMutants', () => {
  test('a mutant with a failing test is detected', async () => {
    expect(await survivors([mutant('one'), mutant('two')], testsOf('one', 'two'))).toEqual([]);
  });

  test('a mutant without a failing test survives', async () => {
    const unnoticed = mutant('three');
    expect(await survivors([mutant('one'), unnoticed], testsOf('one', 'two'))).toEqual([unnoticed]);
  });

  test('a mutant with a group is only detected by the tests of that group', async () => {
    const foreign = mutant('one', 'two');
    expect(await survivors([foreign, mutant('one', 'one')], testsOf('one', 'two'))).toEqual([foreign]);
  });

  test('a mutant whose group has no test survives', async () => {
    const untested = mutant('one', 'none');
    expect(await survivors([untested], testsOf('one'))).toEqual([untested]);
  });

  test('reports which test detected the mutant', async () => {
    const [trial] = await tryMutants([mutant('two')], client, testsOf('one', 'two'));
    expect(trial?.caught?.test).toBe('two › works');
  });
});

describe('tryUnbroken', () => {
  test('passes if every test does', async () => {
    expect(await tryUnbroken(client, testsOf('one', 'two'))).toBeUndefined();
  });

  test('reports the test that fails without a mutant', async () => {
    const failing: DocumentationTests = {
      entry: '.',
      collect: () => [{ group: 'one', title: 'works', run: () => Promise.reject(new Error('no')) }],
    };
    expect(await tryUnbroken(client, failing)).toEqual({ test: 'one › works', reason: 'no' });
  });

  test('fails without tests', async () => {
    expect(await tryUnbroken(client, testsOf())).toBeDefined();
  });
});
