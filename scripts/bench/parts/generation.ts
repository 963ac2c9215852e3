import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, interleave } from '../figures.js';
import { CACHE, compareSnapshots, measureProgram, takeSnapshot } from '../measure.js';
import { allGenerators, emptyFolder, folderName } from '../peers.js';
import { allDocuments, ownDocument } from '../synthetic.js';

/** Generation into an empty folder, whole processes. */
export async function generation(figures: Figures, runs: number): Promise<void> {
  for (const [subject, document] of Object.entries(await allDocuments())) {
    await interleave(allGenerators(), runs, async (generator, counts) => {
      const turn = { part: 'generation', subject, contestant: generator.name };
      await figures.attempt(turn, async () => {
        const out = emptyFolder('out', folderName(generator.name));
        const usage = await measureProgram(generator.node, generator.arguments(document, out));
        const files = [...takeSnapshot(out).values()];
        const written = files.reduce((sum, { text }) => sum + text.length, 0) / 1024;
        if (counts) figures.add(turn, { ...usage, files: files.length, written });
      });
    });
  }
}

/** A text that occurs once in our document, and its replacement. */
const TEXT = { old: 'Creates a poll with its options.', other: 'Creates a poll, with all of its options.' };

/** Generation over existing output. */
export async function rerun(figures: Figures, runs: number): Promise<void> {
  const original = readFileSync(await ownDocument(), 'utf8');
  if (original.split(TEXT.old).length !== 2)
    throw new Error(`"${TEXT.old}" does not occur exactly once in the document.`);
  const edited = join(CACHE, 'edited.json');
  await interleave(allGenerators(), runs, async (generator, counts) => {
    const out = emptyFolder('out', folderName(generator.name));
    const subjects = {
      'full run': original,
      'nothing changed': original,
      'one text changed': original.replace(TEXT.old, TEXT.other),
    };
    for (const [subject, text] of Object.entries(subjects)) {
      const turn = { part: 'rerun', subject, contestant: generator.name };
      writeFileSync(edited, text);
      await figures.attempt(turn, async () => {
        const before = takeSnapshot(out);
        const { time, processor } = await measureProgram(generator.node, generator.arguments(edited, out));
        if (counts) figures.add(turn, { time, processor, ...compareSnapshots(before, takeSnapshot(out)) });
      });
    }
  });
}
