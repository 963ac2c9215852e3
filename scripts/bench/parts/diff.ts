import { resolve } from 'node:path';
import { vendorSample } from '../../../generator/test/adopt/vendor-sample.js';
import { VERSIONS } from '../../../generator/test/adopt/versions.js';
import { type Figures, interleave } from '../figures.js';
import { measureProgram } from '../measure.js';
import { allGenerators } from '../peers.js';
import { multiply, writeDocument } from '../synthetic.js';

/** Number of copies whose operations are as many as in the vendor's file, some 400. */
const COPIES = 3;

/** Comparisons of two versions of a file of the vendor's size, with the compile proof, whole processes. */
export async function diff(figures: Figures, runs: number): Promise<void> {
  const [old, next] = [multiply(await vendorSample('.'), COPIES), multiply(await vendorSample('.'), COPIES)];
  for (const { change } of VERSIONS) change(next);
  const files = [writeDocument('vendor-old', old), writeDocument('vendor-new', next)];
  const subjects = { 'all operations': [], 'our selection': ['--select', 'tag:product:common'] };
  const own = allGenerators().filter(({ name }) => name.startsWith('ours'));
  for (const [subject, flags] of Object.entries(subjects)) {
    await interleave(own, runs, async ({ name, node }, counts) => {
      const turn = { part: 'diff', subject, contestant: name };
      await figures.attempt(turn, async () => {
        const usage = await measureProgram(node, [resolve('generator/bin/sdkgen.js'), 'diff', ...files, ...flags]);
        if (counts) figures.add(turn, usage);
      });
    });
  }
}
