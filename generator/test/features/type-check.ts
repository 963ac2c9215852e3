import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Feature, haveOneName, outputFolder } from './generate.js';

/** The settings of the emitted `tsconfig.json`. Clients with one name import the runtime of the first one. */
function settings(features: readonly Feature[]): object {
  const emitted: { compilerOptions: object } = JSON.parse(features[0]?.files.get('client/tsconfig.json') ?? '{}');
  const rootDirs = features.map(({ name }) => `./${name}/client/src`);
  return {
    compilerOptions: {
      ...emitted.compilerOptions,
      rootDir: '.',
      noEmit: true,
      declaration: false,
      emitDeclarationOnly: false,
      sourceMap: false,
      inlineSources: false,
      outDir: undefined,
      ...(haveOneName(features) && { rootDirs }),
    },
    include: ['.'],
    // The used part of the runtime is found by its imports.
    exclude: ['*/node_modules', '*/client/src/runtime'],
  };
}

/** Every error in what was generated, as `file:line message`. */
export async function typeErrors(
  features: readonly Feature[],
  compiler: 'typescript' | 'typescript-7' = 'typescript-7',
): Promise<string[]> {
  const project = join(outputFolder, 'tsconfig.json');
  await writeFile(project, JSON.stringify(settings(features)));
  const program = createRequire(import.meta.url)
    .resolve(`${compiler}/package.json`)
    .replace('package.json', 'bin/tsc');
  const output = await run(process.execPath, [program, '-p', project, '--pretty', 'false']);
  const [first = '', ...more] = output.trim().split(/\n+(?=\S)/);
  const errors = first === '' ? [] : [first, ...more.filter((text) => !/^exit code [12]$/.test(text))];
  return errors.map((text) => text.replace(/^(\S+)\((\d+),\d+\): error /, '$1:$2 '));
}

/** The program's whole output, followed by its exit code if that is not zero. */
export function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: outputFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? output : `${output}\nexit code ${code}`));
  });
}
