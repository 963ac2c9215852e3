import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GENERATED, generatePeers } from '../generated.js';
import { interleave } from '../interleave.js';
import { bundleProgram, PROGRAMS } from '../measure/bundle.js';
import { runProgram } from '../measure/process.js';
import { pinnedNode } from '../tools.js';
import type { Part } from './part.js';
import { tolerate } from './tolerate.js';

/** An import takes milliseconds, so it is measured so many times as often as what takes seconds. */
const TIMES_THE_RUNS = 4;

export const imports: Part = {
  name: 'import',
  title: 'The import of a package in a new process',
  async run({ runs, figures }) {
    await generatePeers();
    const program = await bundleProgram('scripts/bench/programs/import.ts', 'import');
    // Sources that their user bundles: measured as one file.
    const bundled = async (client: string): Promise<string> => {
      const entry = join(GENERATED, `hey-api-${client}`, 'index.ts');
      return pathToFileURL(await bundleProgram(entry, `hey-api-${client}`)).href;
    };
    const contestants = Object.entries({
      ours: '@scope/chat-client',
      'bare ky': 'ky',
      "vendor's SDK": '@stream-io/node-sdk',
      openai: 'openai',
      'hey-api, fetch': await bundled('fetch'),
      'hey-api, ky': await bundled('ky'),
      'openapi-fetch': 'openapi-fetch',
    });
    await interleave(contestants, { rounds: runs * TIMES_THE_RUNS, warmUps: 1 }, async ([contestant, name], counts) => {
      const who = { part: imports.name, subject: 'import', contestant } as const;
      await tolerate(figures, who, async () => {
        const printed = await runProgram(pinnedNode().command, [program, name], { cwd: PROGRAMS });
        if (counts) figures.add({ ...who, measure: 'import' }, Number(printed));
      });
    });
  },
};
