import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UpdateError } from './update-error.js';

/** No description is larger: bytes of one file. */
const LARGEST_FILE = 200 * 1024 * 1024;

/**
 * Writes the folder of a description as a commit has it.
 *
 * @param spec the description's root, absolute.
 * @returns the root as the commit has it, below `target`.
 * @throws {UpdateError} when git does not know the commit, or the commit not the file.
 */
export function extractRevision(project: string, spec: string, revision: string, target: string): string {
  const folder = relative(project, dirname(spec)).split(sep).join('/') || '.';
  const paths = git(project, ['ls-tree', '-r', '--name-only', '-z', revision, '--', folder], revision)
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
  const root = relative(project, spec).split(sep).join('/');
  if (!paths.includes(root))
    throw new UpdateError(`${revision} has no ${root}.`, 'Give another commit with --against.');
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), git(project, ['show', `${revision}:./${path}`], revision));
  }
  return join(target, root);
}

function git(cwd: string, args: readonly string[], revision: string): Buffer {
  try {
    return execFileSync('git', args, { cwd, maxBuffer: LARGEST_FILE, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new UpdateError(`git can't read ${revision}${said ? `: ${said}` : '.'}`, 'Give a commit with --against.');
  }
}
