import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../consumer.js';
import { toolFile, versionOf } from '../tools.js';

const PROGRAM = `import { ChatNotFoundError } from '@scope/chat-client';\nconsole.log(ChatNotFoundError);\n`;
const BUNDLE = 'dist/bundle.js';

/** What Vite builds is a library: it leaves the names in it as they are. */
const VITE = `export default {
  build: { lib: { entry: 'program.js', formats: ['es'], fileName: () => 'bundle.js' }, minify: false },
};
`;

/** A bundler, and how it is told to make `BUNDLE` of `program.js`. */
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

/** A bundle that imports one class of errors holds no operation. */
export function treeShakingConsumers(): Consumer[] {
  return BUNDLERS.map(({ title, tool, program, args }) => ({
    runtime: `${title} ${versionOf(tool)}`,
    name: 'one error class brings no operation',
    manifest: { type: 'module' },
    files: () => ({ 'program.js': PROGRAM, 'vite.config.js': VITE }),
    async run(site) {
      await site.run(process.execPath, [toolFile(tool, program), ...args]);
      const text = readFileSync(join(site.folder, BUNDLE), 'utf8');
      if (!text.includes('ChatNotFoundError')) throw new Error('the class is not in the bundle');
      const operations = [...new Set(text.match(/\/api\/v2\/[\w/{}]*/g))];
      if (operations.length > 0) throw new Error(`the bundle holds ${operations.join(', ')}`);
    },
  }));
}
