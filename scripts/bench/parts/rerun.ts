import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDescription } from '../descriptions/descriptions.js';
import { folderName } from '../generated.js';
import { allGenerators, type Generator } from '../generators.js';
import { interleave } from '../interleave.js';
import { measureProgram, type Usage } from '../measure/process.js';
import { countChanged, countNeedless, takeSnapshot } from '../measure/tree.js';
import { CACHE } from '../tools.js';
import type { Part } from './part.js';
import { tolerate } from './tolerate.js';

/** A text that stands once in our description, and what is put there instead. */
const TEXT = { old: 'Creates a poll with its options.', other: 'Creates a poll, with all of its options.' };

export const rerun: Part = {
  name: 'rerun',
  title: 'Generation again, over what is there',
  async run({ runs, figures }) {
    const { file } = await ownDescription();
    const original = readFileSync(file, 'utf8');
    if (original.split(TEXT.old).length !== 2) throw new Error(`"${TEXT.old}" does not stand once in the description.`);
    const edited = join(CACHE, 'descriptions', 'edited.json');
    await interleave(allGenerators(), { rounds: runs, warmUps: 1 }, async (generator, counts) => {
      const out = join(CACHE, 'out', folderName(generator.name));
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { recursive: true });
      const measure = async (subject: string): Promise<void> => {
        const name = { part: rerun.name, subject, contestant: generator.name } as const;
        await tolerate(figures, name, async () => {
          const before = takeSnapshot(out);
          const usage = await generate(generator, edited, out);
          const after = takeSnapshot(out);
          if (!counts) return;
          figures.add({ ...name, measure: 'time' }, usage.seconds);
          figures.add({ ...name, measure: 'processor' }, usage.processorSeconds);
          figures.add({ ...name, measure: 'files' }, countChanged(before, after));
          figures.add({ ...name, measure: 'needless' }, countNeedless(before, after));
        });
      };
      writeFileSync(edited, original);
      await measure('full run');
      await measure('nothing changed');
      writeFileSync(edited, original.replace(TEXT.old, TEXT.other));
      await measure('one text changed');
    });
  },
};

function generate(generator: Generator, description: string, out: string): Promise<Usage> {
  return measureProgram(generator.runtime.command, generator.arguments(description, out), { cwd: CACHE });
}
