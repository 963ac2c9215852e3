import { join } from 'node:path';
import type { Consumer } from '../consumer.js';
import { runtime } from '../tools.js';
import { ALL_CHECKS, expectPassed, typeScriptProgram, UPLOAD } from './programs.js';

/** Bun has its own installer, and runs TypeScript directly. */
export function bunConsumers(): Consumer[] {
  const { title, version, command } = runtime('Bun', 'bun');
  return [
    {
      runtime: `${title} ${version}`,
      name: 'main, ./server and ./edge',
      manifest: { type: 'module' },
      files: () => ({ ...typeScriptProgram('program'), ...UPLOAD }),
      missing: command === undefined ? 'npm has no Bun for this platform' : undefined,
      async install(site) {
        await site.run(command ?? '', ['install'], { BUN_INSTALL_CACHE_DIR: join(site.folder, 'bun') });
      },
      async run(site) {
        const output = await site.run(command ?? '', ['run', 'program.ts'], { UPLOAD_PATH: 'upload.txt' });
        expectPassed(output, ALL_CHECKS);
      },
    },
  ];
}
