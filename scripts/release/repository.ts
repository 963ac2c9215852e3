import { run } from '../common/process.js';
import { Failure } from '../common/script.js';

/** The output of git without the last line break; undefined if it fails. */
async function ask(root: string, ...args: readonly string[]): Promise<string | undefined> {
  const { ok, stdout } = await run('git', args, { cwd: root });
  return ok ? stdout.replace(/\n$/, '') : undefined;
}

/** @throws {Failure} if the working folder differs from the commit that is checked out. */
export async function checkClean(root: string): Promise<void> {
  const status = await ask(root, 'status', '--porcelain', '--untracked-files=all');
  if (status === undefined) throw new Failure('The project is not in a git repository.');
  const [first, ...more] = status.split('\n').filter((line) => line !== '');
  if (first === undefined) return;
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  throw new Failure(`The working tree is not clean, ${first.slice(3)}${rest}: commit or stash it first.`);
}

/** @throws {Failure} if another branch is checked out, or the branch lacks commits of its upstream. */
export async function checkBranch(root: string, branch: string): Promise<void> {
  const current = await ask(root, 'symbolic-ref', '--short', '--quiet', 'HEAD');
  if (current !== branch) {
    const here = current === undefined ? 'no branch is checked out' : `this is ${current}`;
    throw new Failure(`Releases are made from ${branch}, but ${here}: switch to it, or use --branch.`);
  }
  const behind = Number((await ask(root, 'rev-list', '--count', 'HEAD..@{upstream}')) ?? 0);
  if (behind > 0) throw new Failure(`${branch} is behind its upstream by ${behind}: pull first.`);
}

/** @throws {Failure} unless the tag is that of the version, and on the commit that is checked out. */
export async function checkTag(root: string, tag: string, wanted: string): Promise<void> {
  const tagged = await ask(root, 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`);
  if (tagged === undefined) throw new Failure(`There is no tag ${tag}.`);
  if (tagged !== (await ask(root, 'rev-parse', 'HEAD')))
    throw new Failure(`The tag ${tag} is not the checked-out commit.`);
  if (tag !== wanted) throw new Failure(`The tag of this version is ${wanted}, not ${tag}.`);
}
