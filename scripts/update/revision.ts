import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { run } from '../common/process.js';
import { Failure } from '../common/script.js';

/**
 * Extracts the folder of a spec from a commit.
 *
 * @param spec the spec's root, absolute.
 * @returns the root in that commit, below `target`.
 * @throws {Failure} if git does not know the commit, or the commit does not contain the file.
 */
export async function extractRevision(
  project: string,
  spec: string,
  revision: string,
  target: string,
): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { ok, stdout, stderr } = await run('git', args, { cwd: project });
    if (ok) return stdout;
    throw new Failure(`git can't read ${revision}: ${stderr.trim().split('\n')[0]}. Give a commit with --against.`);
  };
  const folder = relative(project, dirname(spec)).split(sep).join('/') || '.';
  const listed = await git('ls-tree', '-r', '--name-only', '-z', revision, '--', folder);
  const paths = listed.split('\0').filter((path) => path !== '');
  const root = relative(project, spec).split(sep).join('/');
  if (!paths.includes(root)) throw new Failure(`${revision} has no ${root}. Give another commit with --against.`);
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), await git('show', `${revision}:./${path}`));
  }
  return join(target, root);
}
