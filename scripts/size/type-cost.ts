import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** The cost of type-checking a user's program. */
export interface TypeCost {
  readonly instantiations: number;
  /** In KiB, as the compiler prints it. */
  readonly memory: number;
  /** Seconds of checking alone. */
  readonly seconds: number;
}

/**
 * @param checkDeclarations whether to check the declarations of the packages and of the language too
 * @throws if the program does not compile.
 */
export function typeCost(file: string, checkDeclarations: boolean): TypeCost {
  const project = writeProject(file, checkDeclarations);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const args = [compiler, '-p', project, '--extendedDiagnostics'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} does not compile:\n${stdout}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1]);
  return { instantiations: figure('Instantiations'), memory: figure('Memory used'), seconds: figure('Check time') };
}

/** Compiler settings of a user whose program runs in Node and in browsers. */
function writeProject(file: string, checkDeclarations: boolean): string {
  const folder = resolve('.cache/size');
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    skipLibCheck: !checkDeclarations,
  };
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [resolve(file)] }));
  return project;
}
