import { join } from 'node:path';
import { ReleaseError } from './release-error.js';
import { ask, git } from './repository.js';

/** What a release changes: nothing else of a copy is committed. */
const CHANGED = ['package.json', 'package-lock.json', 'CHANGELOG.md', '.changeset', 'packages'];

export interface Release {
  readonly tag: string;
  /** The commit that the copy was made of. */
  readonly base: string;
  /** The commit's message, and the tag's. */
  readonly message: string;
}

/**
 * Commits what a release has changed in a copy of the project, moves the branch there and tags it. The commit is made
 * apart from the working folder, so that until the branch moves nothing can be seen of it; git refuses to move when the
 * branch or one of those files has changed meanwhile.
 *
 * @param work a folder for git's index of the copy.
 * @returns the commit's id.
 * @throws {ReleaseError} and leaves branch, working folder and tags as they were.
 */
export function commitRelease(project: string, copy: string, work: string, release: Release): string {
  const { tag, base, message } = release;
  try {
    const commit = writeCommit(project, copy, join(work, 'index'), release);
    git(project, ['merge', '--ff-only', '--quiet', commit]);
    try {
      git(project, ['tag', '--annotate', '--message', message, tag, commit]);
    } catch (error) {
      git(project, ['reset', '--keep', '--quiet', base]);
      throw error;
    }
    return commit;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new ReleaseError(`git did not take the release, and nothing was changed: ${said}`);
  }
}

function writeCommit(project: string, copy: string, index: string, { base, message }: Release): string {
  const folder = git(project, ['rev-parse', '--absolute-git-dir']);
  const environment = { GIT_DIR: folder, GIT_WORK_TREE: copy, GIT_INDEX_FILE: index };
  git(copy, ['read-tree', base], environment);
  git(copy, ['add', '--all', '--', ...CHANGED], environment);
  const tree = git(copy, ['write-tree'], environment);
  const isSigned = ask(project, 'config', '--type=bool', 'commit.gpgSign') === 'true';
  return git(project, ['commit-tree', ...(isSigned ? ['-S'] : []), '-p', base, '-m', message, tree]);
}
