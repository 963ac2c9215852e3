import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceAbove } from '../config/workspaces.js';
import { errorProblem, type Problem } from '../problems/index.js';

/**
 * Runs the `build` scripts of the packages in order. Installs their workspace first if the client cannot resolve the types
 * package.
 */
export async function buildPackages(
  out: string,
  folders: readonly string[],
  typesPackage: string,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const links = folders.flatMap((folder) => linksIn(join(out, folder, 'dist')));
  if (links.length > 0) return links.map(linkProblem);
  if (!canResolve(typesPackage, join(out, folders.at(-1) ?? ''))) {
    const workspace = workspaceAbove(out);
    if (workspace === undefined) {
      const message = `The packages were written, but not built: ${out} does not belong to a workspace that could be installed.`;
      const hint = 'Run `sdkgen init`, or add the folder to the "workspaces" of the package.json above it.';
      return [errorProblem('build-failed', { file: out }, message, hint)];
    }
    const { manager, folder } = workspace;
    const installed = await run(
      manager,
      manager === 'npm' ? ['install', '--no-audit', '--no-fund'] : ['install'],
      folder,
      signal,
    );
    if (installed.code !== 0) return [buildProblem(folder, `${manager} install`, installed.output)];
  }
  for (const folder of folders) {
    const built = await run('npm', ['run', 'build', '--silent'], join(out, folder), signal);
    if (built.code !== 0) return [buildProblem(join(out, folder), 'npm run build', built.output)];
  }
  return [];
}

/** Symbolic links through which a build would write: the folder itself, or files in it. */
function linksIn(folder: string): string[] {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) return [folder];
  const entries = stats?.isDirectory() ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name));
}

function linkProblem(file: string): Problem {
  const message = `${file} is a symbolic link: a build would write and delete in its target. Nothing was built.`;
  return errorProblem('output-symlink', { file }, message, 'Remove the link.');
}

/** Whether a `node_modules` at or above the folder contains the package. */
function canResolve(packageName: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', packageName))) return true;
  const parent = dirname(folder);
  return parent !== folder && canResolve(packageName, parent);
}

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  const { spawn } = await import('node:child_process');
  // npm scripts pass on their own folder, in which npm would then install.
  const { npm_config_local_prefix: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, signal, shell: process.platform === 'win32' });
    let output = '';
    const keep = (text: string): void => {
      output = (output + text).slice(-20_000);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function buildProblem(file: string, command: string, output: string): Problem {
  const message = `The packages were written, but \`${command}\` failed:\n${output.trim()}`;
  const hint =
    'If the code does not compile, this is an error of the generator: please report it with the OpenAPI document.';
  return errorProblem('build-failed', { file }, message, hint);
}
