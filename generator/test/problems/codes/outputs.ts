import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from '../../../src/generate/build.js';
import { checkOutput, createFileSet, type PackageOutput, writeOutput } from '../../../src/output/index.js';
import { type Problem, ProblemsError } from '../../../src/problems/index.js';
import { type Provocation, put } from './inputs.js';

const FILES = { 'src/index.ts': 'export {};\n', 'README.md': '# Pets\n' };

function packages(files: Readonly<Record<string, string>> = FILES, folder = 'pets-client'): readonly PackageOutput[] {
  return [{ folder, files: createFileSet(Object.entries(files)) }];
}

function write(out: string, rendered = packages()): Promise<readonly Problem[]> {
  const options = { display: (path: string) => path, outHolds: 'only-output', dryRun: false } as const;
  return writeOutput(out, rendered, options).then(({ problems }) => problems);
}

function check(out: string, rendered = packages()): Promise<readonly Problem[]> {
  return checkOutput(out, rendered, { display: (path) => path, outHolds: 'only-output' });
}

/** A run after a change of the output of the previous one. */
function after(action: (out: string) => void, run: typeof write = write): Provocation {
  return async (out) => {
    await write(out);
    action(out);
    return run(out, packages({ ...FILES, 'src/index.ts': 'export const pets = 1;\n' }));
  };
}

export const outputs = {
  'output-edited': after((out) => put(out, 'pets-client/src/index.ts', '// mine\n')),
  'output-in-the-way': async (out) => {
    put(out, 'pets-client/README.md', 'mine\n');
    return write(out);
  },
  'output-symlink': async (out) => {
    mkdirSync(join(out, 'elsewhere'));
    symlinkSync(join(out, 'elsewhere'), join(out, 'pets-client'));
    return write(out);
  },
  'output-manifest': after((out) => put(out, 'pets-client/.sdkgen.json', 'broken')),
  'output-foreign': after((out) => put(out, 'pets-client/notes.txt', 'mine\n')),
  'output-former': async (out) => {
    await write(out);
    return write(out, packages(FILES, 'dogs-client'));
  },
  'output-not-a-folder': async (out) => write(put(out, 'packages', 'mine\n')),
  'output-changed': after(() => undefined, check),
  'output-missing': after((out) => rmSync(join(out, 'pets-client/README.md')), check),
  'output-obsolete': async (out) => {
    await write(out);
    return check(out, packages({ 'src/index.ts': FILES['src/index.ts'] }));
  },
  'package-folder-invalid': async (out) => problemsOf(write(out, packages(FILES, '.pets'))),
  'file-path-ignored': (out) => problemsOf(Promise.resolve().then(() => write(out, packages({ 'dist/a.js': '' })))),
  'file-path-invalid': (out) => problemsOf(Promise.resolve().then(() => write(out, packages({ 'con.md': '' })))),
  'build-failed': async (out) => {
    mkdirSync(join(out, 'node_modules', 'pets-types'), { recursive: true });
    put(out, 'pets-client/package.json', '{ "scripts": { "build": "exit 1" } }');
    return buildPackages(out, ['pets-client'], 'pets-types');
  },
} as const satisfies Readonly<Record<string, Provocation>>;

async function problemsOf(work: Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  return work.catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  });
}
