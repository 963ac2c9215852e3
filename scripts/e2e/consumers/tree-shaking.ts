import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../consumer.js';
import { toolFile, versionOf } from '../tools.js';

/** A program, what its bundle must contain, and the paths of the operations that it may contain. */
interface Program {
  readonly name: string;
  readonly code: string;
  readonly needed: string;
  readonly paths: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'one error class includes no operation',
    code: `import { ChatNotFoundError } from '@scope/chat-client';\nconsole.log(ChatNotFoundError);\n`,
    needed: 'ChatNotFoundError',
    paths: [],
  },
  {
    name: 'one function includes no other operation',
    code: `import { ChatCore, getApp } from '@scope/chat-client/operations';
      console.log(await getApp(new ChatCore({ apiKey: 'key', token: 'token' })));\n`,
    needed: 'ChatCore',
    paths: ['/api/v2/app'],
  },
];
const BUNDLE = 'dist/bundle.js';

/** Vite builds a library, in which it keeps names. */
const VITE = `export default {
  build: { lib: { entry: 'program.js', formats: ['es'], fileName: () => 'bundle.js' }, minify: false },
};
`;

/** A bundler, and its command to build `BUNDLE` from `program.js`. */
interface Bundler {
  readonly title: string;
  readonly tool: string;
  readonly program: string;
  readonly args: readonly string[];
}

const BUNDLERS: readonly Bundler[] = [
  {
    title: 'esbuild',
    tool: 'esbuild',
    program: 'bin/esbuild',
    args: ['program.js', '--bundle', '--format=esm', `--outfile=${BUNDLE}`],
  },
  {
    title: 'Rollup',
    tool: 'rollup',
    program: 'dist/bin/rollup',
    args: ['--input=program.js', '--plugin=node-resolve', `--file=${BUNDLE}`],
  },
  { title: 'Vite', tool: 'vite', program: 'bin/vite.js', args: ['build'] },
];

/** Bundles contain what their programs use, and no other operation. */
export function treeShakingConsumers(): Consumer[] {
  return BUNDLERS.flatMap(({ title, tool, program, args }) =>
    PROGRAMS.map(({ name, code, needed, paths }) => ({
      runtime: `${title} ${versionOf(tool)}`,
      name,
      manifest: { type: 'module' },
      files: () => ({ 'program.js': code, 'vite.config.js': VITE }),
      async run(site) {
        await site.run(process.execPath, [toolFile(tool, program), ...args]);
        const text = readFileSync(join(site.folder, BUNDLE), 'utf8');
        if (!text.includes(needed)) throw new Error(`${needed} is not in the bundle`);
        const found = [...new Set(text.match(/\/api\/v2\/[\w/{}]*/g))].sort().join(', ');
        if (found !== paths.join(', ')) throw new Error(`the bundle has operations at ${found || 'no path'}`);
      },
    })),
  );
}
