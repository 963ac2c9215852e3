import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allDescriptions, type Description } from '../descriptions/descriptions.js';
import { folderName } from '../generated.js';
import { allGenerators } from '../generators.js';
import { interleave } from '../interleave.js';
import { measureProgram } from '../measure/process.js';
import { takeSnapshot, totalKibibytes } from '../measure/tree.js';
import { CACHE } from '../tools.js';
import type { Part, PartOptions } from './part.js';
import { tolerate } from './tolerate.js';

/** Seconds that one run may take. */
const BOUND = 300;

export const generation: Part = {
  name: 'generation',
  title: 'Generation into an empty folder, whole processes',
  async run(options) {
    for (const description of await allDescriptions()) {
      options.tell(description.name);
      await measureDescription(description, options);
    }
  },
};

async function measureDescription(description: Description, { runs, figures }: PartOptions): Promise<void> {
  await interleave(allGenerators(), { rounds: runs, warmUps: 1 }, async (generator, counts) => {
    const name = { part: generation.name, subject: description.name, contestant: generator.name } as const;
    await tolerate(figures, name, async () => {
      const out = join(CACHE, 'out', folderName(generator.name));
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { recursive: true });
      const args = generator.arguments(description.file, out);
      const usage = await measureProgram(generator.runtime.command, args, { cwd: CACHE, bound: BOUND });
      if (!counts) return;
      const files = takeSnapshot(out);
      figures.add({ ...name, measure: 'time' }, usage.seconds);
      figures.add({ ...name, measure: 'processor' }, usage.processorSeconds);
      figures.add({ ...name, measure: 'memory' }, usage.peakMebibytes);
      figures.add({ ...name, measure: 'files' }, files.size);
      figures.add({ ...name, measure: 'written' }, totalKibibytes(files));
    });
  });
}
