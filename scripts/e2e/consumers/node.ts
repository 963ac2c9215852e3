import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer, Site } from '../consumer.js';
import { runtime, toolFile, versionOf } from '../tools.js';
import { ALL_CHECKS, expectPassed, javaScriptProgram, typeScriptProgram, UPLOAD } from './programs.js';

/** Node projects: both module systems, TypeScript under each resolution, and the test runners. */
export function nodeConsumers(major: number): Consumer[] {
  const { title, command: node, missing } = runtime('Node', `node-${major}`);
  const run = (args: readonly string[]) => async (site: Site) => {
    expectPassed(await site.run(node, args, { UPLOAD_PATH: 'upload.txt' }), ALL_CHECKS);
  };
  const consumers: Omit<Consumer, 'runtime'>[] = [
    {
      name: 'ECMAScript modules',
      manifest: { type: 'module' },
      files: async () => ({ ...(await javaScriptProgram('program', 'esm')), ...UPLOAD }),
      run: run(['program.js']),
    },
    {
      name: 'CommonJS',
      files: async () => ({ ...(await javaScriptProgram('program', 'cjs')), ...UPLOAD }),
      run: run(['program.js']),
    },
    ...['node16', 'nodenext', 'bundler'].map((resolution) => typeScriptConsumer(resolution, run)),
    {
      name: `jest ${versionOf('jest')}, CommonJS`,
      files: async () => ({ ...testFiles(await javaScriptProgram('tests', 'cjs')), ...UPLOAD }),
      run: runTests(node, [toolFile('jest', 'bin/jest.js'), '--ci'], /Tests: +(\d+) passed, \1 total/),
    },
    {
      name: `vitest ${versionOf('vitest')}`,
      manifest: { type: 'module' },
      files: async () => ({ ...testFiles(await javaScriptProgram('tests', 'esm')), ...UPLOAD }),
      tools: { vitest: 'vitest' },
      run: runTests(node, ['node_modules/vitest/vitest.mjs', 'run', '--globals'], /Tests +(\d+) passed \(\1\)/),
    },
    {
      name: 'node:test',
      manifest: { type: 'module' },
      files: async () => ({
        ...testFiles(await javaScriptProgram('tests', 'esm')),
        ...UPLOAD,
        'globals.js': "globalThis.test = (await import('node:test')).test;",
      }),
      run: runTests(node, ['--import', './globals.js', '--test', 'program.test.js'], /pass (\d+)\s/),
    },
  ];
  return consumers.map((consumer) => ({ ...consumer, runtime: title, missing }));
}

/** Resolution -> the folder of the compiled project: the compiler's output is the same for each version of Node. */
const compiled = new Map<string, Promise<string>>();

async function compile(site: Site): Promise<string> {
  await site.run(process.execPath, [toolFile('typescript-5.9', 'bin/tsc')]);
  return site.folder;
}

/** A project that is compiled, as for a deployment, and run; with both module systems if the resolution supports both. */
function typeScriptConsumer(
  resolution: string,
  run: (args: readonly string[]) => Consumer['run'],
): Omit<Consumer, 'runtime'> {
  const formats = resolution === 'bundler' ? ['module'] : ['module', 'commonjs'];
  const source = typeScriptProgram('program');
  const sources = formats.flatMap((format) => [
    [`${format}/package.json`, JSON.stringify({ type: format })],
    ...Object.entries(source).map(([path, text]) => [`${format}/${path}`, text]),
  ]);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022'],
    types: ['node'],
    module: resolution === 'bundler' ? 'esnext' : resolution,
    moduleResolution: resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipDefaultLibCheck: true,
  };
  return {
    name: `TypeScript ${versionOf('typescript-5.9')}, ${resolution}`,
    files: () => ({ ...Object.fromEntries(sources), 'tsconfig.json': JSON.stringify({ compilerOptions }), ...UPLOAD }),
    tools: { '@types/node': '@types/node' },
    async run(site) {
      const made = compiled.get(resolution) ?? compile(site);
      compiled.set(resolution, made);
      const folder = await made;
      for (const format of formats) {
        if (folder !== site.folder) cpSync(join(folder, format), join(site.folder, format), { recursive: true });
        await run([`${format}/program.js`])(site);
      }
    },
  };
}

function testFiles({ 'tests.js': tests = '', ...rest }: Readonly<Record<string, string>>): Record<string, string> {
  return { ...rest, 'program.test.js': tests };
}

function runTests(node: string, args: readonly string[], summary: RegExp): Consumer['run'] {
  return async (site) => {
    const output = await site.run(node, args, { UPLOAD_PATH: 'upload.txt', NO_COLOR: '1', CI: '1' });
    if (summary.exec(output)?.[1] !== String(ALL_CHECKS.length)) throw new Error(`not every check has run:\n${output}`);
  };
}
