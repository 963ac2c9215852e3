import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { must } from '../common/process.js';

/** The compiler settings of a user; others are added. */
const SETTINGS = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'] };

/**
 * Type-checks programs.
 *
 * @param command the compiler and its Node.
 * @param folder for the compiler's project file.
 * @returns the figures that the compiler prints, by name: seconds, counts, KiB.
 * @throws {CommandError} if the programs do not compile.
 */
export async function checkTypes(
  [node, compiler]: readonly [node: string, compiler: string],
  folder: string,
  settings: object,
  programs: readonly string[],
): Promise<(name: string) => number> {
  mkdirSync(folder, { recursive: true });
  const project = join(folder, 'tsconfig.json');
  const files = programs.map((program) => resolve(program));
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...SETTINGS, ...settings }, files }));
  const { stdout } = await must(node, [compiler, '-p', project, '--extendedDiagnostics']);
  return (name) => {
    const text = new RegExp(`^${name}:\\s+([\\d.,]+)`, 'm').exec(stdout)?.[1];
    if (text === undefined) throw new Error(`${compiler} does not print "${name}":\n${stdout}`);
    return Number(text.replaceAll(',', ''));
  };
}
