import type { Figures, Measure } from '../figures.js';
import { generatePeers } from '../generated.js';
import { bundleProgram, PROGRAMS } from '../measure/bundle.js';
import { runProgram } from '../measure/process.js';
import { nodeAtHand, pinnedNode, type Runtime } from '../tools.js';
import type { Part } from './part.js';

/** So often the program is started anew: what one process made of the code at run time is another chance in the next. */
const PROCESSES = 3;

const MEMORY_FLAGS = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];

export const calls: Part = {
  name: 'calls',
  title: 'A call on a fetch that answers at once, in one process',
  async run({ figures }) {
    await generatePeers();
    const pinned = pinnedNode();
    const all = await bundleProgram('scripts/bench/programs/calls.ts', 'calls');
    const basic = await bundleProgram('scripts/bench/programs/basic-calls.ts', 'basic-calls');
    for (let started = 0; started < PROCESSES; started += 1) {
      await collect(pinned, all, '', figures);
      if (nodeAtHand.version !== pinned.version) await collect(nodeAtHand, basic, ', Node at hand', figures);
    }
  },
};

async function collect({ command }: Runtime, program: string, mark: string, figures: Figures): Promise<void> {
  for (const args of [
    [program, 'time'],
    [...MEMORY_FLAGS, program, 'memory'],
  ]) {
    const printed = await runProgram(command, args, { cwd: PROGRAMS });
    const samples: readonly { subject: string; contestant: string; measure: Measure; sample: number }[] =
      JSON.parse(printed);
    for (const { subject, contestant, measure, sample } of samples) {
      figures.add({ part: calls.name, subject: `${subject}${mark}`, measure, contestant }, sample);
    }
  }
}
