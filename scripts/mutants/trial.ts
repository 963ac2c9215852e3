import type { Client } from './client.js';
import type { DocumentationTests } from './documentation-tests.js';
import type { Mutant } from './mutant.js';

/** The test that detected it, and its message. */
export interface Catch {
  readonly test: string;
  readonly reason: string;
}

export interface Trial {
  readonly mutant: Mutant;
  /** `undefined`: the mutant survived. */
  readonly caught: Catch | undefined;
}

/** Parallel tests: a mutant waits for the mock server most of the time. */
const PARALLEL = 4;

/** Runs all tests against the unchanged client; returns the first that fails. */
export async function tryUnbroken(client: Client, tests: DocumentationTests): Promise<Catch | undefined> {
  const collected = tests.collect(await client.load(tests.entry), 'unbroken');
  if (collected.length === 0) return { test: 'the tests', reason: 'none were found' };
  return firstFailure(collected);
}

/** Tests each mutant with the tests that must detect it. */
export async function tryMutants(
  mutants: readonly Mutant[],
  client: Client,
  tests: DocumentationTests,
): Promise<readonly Trial[]> {
  const trials = new Map<Mutant, Trial>();
  const waiting = mutants.entries();
  const work = async (): Promise<void> => {
    for (const [index, mutant] of waiting) {
      const collected = tests.collect(await client.load(tests.entry, mutant), String(index));
      const own = collected.filter(({ group }) => mutant.group === undefined || mutant.group === group);
      trials.set(mutant, { mutant, caught: await firstFailure(own) });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return mutants.flatMap((mutant) => trials.get(mutant) ?? []);
}

async function firstFailure(tests: ReturnType<DocumentationTests['collect']>): Promise<Catch | undefined> {
  for (const test of tests) {
    try {
      await test.run();
    } catch (error) {
      return { test: `${test.group} › ${test.title}`, reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return undefined;
}
