import { join } from 'node:path';
import type { Consumer, Site } from '../consumer.js';
import { runtime } from '../tools.js';
import { ALL_CHECKS, expectPassed, javaScriptProgram, UPLOAD } from './programs.js';

/** Deno has its own installer, and restricts the program's permissions. */
export function denoConsumers(): Consumer[] {
  const { title, version, command } = runtime('Deno', 'deno');
  const environment = (site: Site) => ({ DENO_DIR: join(site.folder, 'deno'), DENO_NO_UPDATE_CHECK: '1' });
  const allowed = ['--allow-net=127.0.0.1', '--allow-env', '--allow-read=.', '--no-prompt'];
  return [
    {
      runtime: `${title} ${version}`,
      name: 'main, ./server and ./edge',
      manifest: { type: 'module' },
      files: async () => ({ ...(await javaScriptProgram('program', 'esm')), ...UPLOAD }),
      missing: command === undefined ? 'npm has no Deno for this platform' : undefined,
      async install(site) {
        // By default it does not install packages published a minute ago.
        await site.run(command ?? '', ['install', '--minimum-dependency-age=0'], environment(site));
      },
      async run(site) {
        const args = ['run', ...allowed, 'program.js'];
        const output = await site.run(command ?? '', args, { ...environment(site), UPLOAD_PATH: 'upload.txt' });
        expectPassed(output, ALL_CHECKS);
      },
    },
  ];
}
