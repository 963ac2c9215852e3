import { execFileSync } from 'node:child_process';
import { ReleaseError } from './release-error.js';

/** Bytes of git's longest answer: a status of every file. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** What git says, without the last line's end; undefined when it says no. */
export function ask(root: string, ...args: readonly string[]): string | undefined {
  try {
    return git(root, args);
  } catch {
    return undefined;
  }
}

/** @throws {Error} with git's own first line. */
export function git(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: LONGEST_ANSWER,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).replace(/\n$/, '');
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(said.split('\n')[0] ?? 'git failed');
  }
}

/** @throws {ReleaseError} when something in the working folder differs from the commit that is checked out. */
export function checkClean(root: string): void {
  const status = ask(root, 'status', '--porcelain', '--untracked-files=all');
  if (status === undefined) throw new ReleaseError('The project is in no git repository.');
  const changed = status.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
  const [first] = changed;
  if (first === undefined) return;
  const more = changed.length === 1 ? '' : ` and ${changed.length - 1} more`;
  throw new ReleaseError(`The working tree is not clean, ${first}${more}: commit or stash it first.`);
}

/** @throws {ReleaseError} when another branch is checked out, or the branch lacks commits of the one that it follows. */
export function checkBranch(root: string, branch: string): void {
  const current = ask(root, 'symbolic-ref', '--short', '--quiet', 'HEAD');
  if (current !== branch) {
    const here = current === undefined ? 'no branch is checked out' : `this is ${current}`;
    throw new ReleaseError(`Releases are made from ${branch}, and ${here}: switch to it, or name it with --branch.`);
  }
  const behind = Number(ask(root, 'rev-list', '--count', 'HEAD..@{upstream}') ?? 0);
  if (behind === 0) return;
  const upstream = ask(root, 'rev-parse', '--abbrev-ref', '@{upstream}') ?? 'its upstream';
  throw new ReleaseError(
    `${branch} is ${behind} ${behind === 1 ? 'commit' : 'commits'} behind ${upstream}: pull first.`,
  );
}

/** @throws {ReleaseError} when the tag is taken. */
export function checkTagIsFree(root: string, tag: string): void {
  if (ask(root, 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}`) === undefined) return;
  throw new ReleaseError(`The tag ${tag} exists already: that release was made, so it only waits to be pushed.`);
}

/** @throws {ReleaseError} when the tag is not one of the commit that is checked out. */
export function checkTagIsHere(root: string, tag: string): void {
  const tagged = ask(root, 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`);
  if (tagged === undefined) throw new ReleaseError(`There is no tag ${tag}.`);
  if (tagged !== ask(root, 'rev-parse', 'HEAD')) throw new ReleaseError(`The tag ${tag} is not what is checked out.`);
}
