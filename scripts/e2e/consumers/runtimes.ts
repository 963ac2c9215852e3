import { join } from 'node:path';
import type { Consumer, Files } from '../consumer.js';
import { runtime } from '../tools.js';
import { ALL_CHECKS, expectPassed, javaScriptProgram, typeScriptProgram, UPLOAD } from './programs.js';

/** The commands of a runtime with an own installer. */
interface Commands {
  readonly install: readonly string[];
  readonly run: readonly string[];
  /** @param cache a folder for downloads. */
  environment(cache: string): Readonly<Record<string, string>>;
}

/** Deno restricts the program's permissions; Bun runs TypeScript directly. */
export function runtimeConsumers(): Consumer[] {
  const allowed = ['--allow-net=127.0.0.1', '--allow-env', '--allow-read=.', '--no-prompt'];
  return [
    consumer('Deno', 'deno', () => javaScriptProgram('program', 'esm'), {
      // By default it does not install packages published a minute ago.
      install: ['install', '--minimum-dependency-age=0'],
      run: ['run', ...allowed, 'program.js'],
      environment: (cache) => ({ DENO_DIR: cache, DENO_NO_UPDATE_CHECK: '1' }),
    }),
    consumer('Bun', 'bun', () => typeScriptProgram('program'), {
      install: ['install'],
      run: ['run', 'program.ts'],
      environment: (cache) => ({ BUN_INSTALL_CACHE_DIR: cache }),
    }),
  ];
}

function consumer(title: string, tool: string, program: () => Files | Promise<Files>, commands: Commands): Consumer {
  const { title: place, command, missing } = runtime(title, tool);
  const environment = (folder: string) => commands.environment(join(folder, 'cache'));
  return {
    runtime: place,
    name: 'main, ./server and ./edge',
    manifest: { type: 'module' },
    files: async () => ({ ...(await program()), ...UPLOAD }),
    missing,
    install: async ({ folder, run }) => void (await run(command, commands.install, environment(folder))),
    async run({ folder, run }) {
      const output = await run(command, commands.run, { ...environment(folder), UPLOAD_PATH: 'upload.txt' });
      expectPassed(output, ALL_CHECKS);
    },
  };
}
