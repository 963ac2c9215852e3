import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { must } from './process.js';

/**
 * Generates and builds both packages of a spec in an empty folder, in which they find each other.
 *
 * @param flags of `sdkgen generate`, besides the folder and the names.
 * @returns the folders of the packages.
 * @throws {CommandError} with the output of the command.
 */
export async function generatePackages(
  out: string,
  scope: string,
  name: string,
  flags: readonly string[],
): Promise<readonly [types: string, client: string]> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'node_modules', scope), { recursive: true });
  for (const kind of ['types', 'client']) {
    symlinkSync(join(out, `${name}-${kind}`), join(out, 'node_modules', scope, `${name}-${kind}`));
  }
  // The packages' own version; the project's is another.
  symlinkSync(resolve('node_modules/typescript-7'), join(out, 'node_modules', 'typescript'));
  await must('sdkgen', ['generate', '--out', out, '--scope', scope, '--name', name, '--build', ...flags]);
  return [join(out, `${name}-types`), join(out, `${name}-client`)];
}
