import { describe, expect, test } from '@jest/globals';
import { checkOutput, type PackageOutput, writeOutput } from '../../src/output/index.js';
import {
  brokenFiles,
  expectComplete,
  newPackages,
  oldPackages,
  otherPackages,
  prepare,
  stepsOfWholeRun,
  writeUntilKilled,
} from './interrupted.js';
import { killedAtStep, optionsFor, temporaryFolder, watchedFileSystem } from './support.js';

describe('a run that is killed', () => {
  test('at any step leaves each file old or new, and the next run completes the output, also with other inputs', async () => {
    const steps = await stepsOfWholeRun();
    expect(steps).toBeGreaterThan(60);
    for (let step = 0; step <= steps; step += 1) {
      const out = await prepare();
      await writeUntilKilled(out, newPackages, killedAtStep(step));
      expect(brokenFiles(out, oldPackages, newPackages)).toEqual([]);
      await expectComplete(out, [newPackages, otherPackages, oldPackages][step % 3] ?? newPackages);
    }
  });

  test('at any step can be followed by other killed runs', async () => {
    const steps = await stepsOfWholeRun();
    for (let step = 20; step <= steps; step += 5) {
      const out = await prepare();
      for (const [packages, kill] of [
        [newPackages, step],
        [otherPackages, 12 + (step % 40)],
        [newPackages, step % 50],
      ] as const) {
        await writeUntilKilled(out, packages, killedAtStep(kill));
      }
      expect(brokenFiles(out, oldPackages, newPackages, otherPackages)).toEqual([]);
      await expectComplete(out, oldPackages);
    }
  });

  test('in its first run does not prevent the next', async () => {
    for (let step = 0; step < 60; step += 2) {
      const out = temporaryFolder();
      await writeUntilKilled(out, oldPackages, killedAtStep(step));
      await writeOutput(out, newPackages, optionsFor(out));
      expect(await checkOutput(out, newPackages, optionsFor(out))).toEqual([]);
    }
  });
});

describe('two runs at once', () => {
  /** Does a whole run with other packages before one step of a run. Returns the error codes of that run. */
  async function interleave(
    out: string,
    meeting: number,
    packages: readonly PackageOutput[],
  ): Promise<readonly string[]> {
    const inner: Promise<unknown>[] = [];
    const intruding = watchedFileSystem((step) => {
      if (step === meeting) inner.push(writeOutput(out, packages, optionsFor(out)));
    });
    const { problems } = await writeOutput(out, newPackages, optionsFor(out), intruding);
    await Promise.all(inner);
    return problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  }

  test('with the same inputs end with the right result, wherever they interleave', async () => {
    const steps = await stepsOfWholeRun();
    for (let meeting = 0; meeting <= steps; meeting += 1) {
      const out = await prepare();
      expect(await interleave(out, meeting, newPackages)).toEqual([]);
      expect(await checkOutput(out, newPackages, optionsFor(out))).toMatchObject([{ code: 'output-foreign' }]);
    }
  });

  test('with other inputs end with the result of one of them', async () => {
    const steps = await stepsOfWholeRun();
    for (let meeting = 0; meeting <= steps; meeting += 1) {
      const out = await prepare();
      expect(await interleave(out, meeting, otherPackages)).toEqual([]);
      const differences = await Promise.all(
        [newPackages, otherPackages].map((packages) => checkOutput(out, packages, optionsFor(out))),
      );
      expect(differences.map(({ length }) => length)).toContain(1);
    }
  });
});
