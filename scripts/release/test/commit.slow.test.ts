import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { copyProject } from '../../project/copy.js';
import { commitRelease } from '../commit.js';
import { git } from '../repository.js';
import { type TinyProject, tinyProject } from './project.js';

let project: TinyProject;
let base = '';

beforeEach(() => {
  project = tinyProject('http://127.0.0.1:9/');
  base = git(project.root, ['rev-parse', 'HEAD']);
});
afterEach(() => project.remove());

/** Commits what a copy of the project changes in its changelog, and what it leaves lying about. */
async function commit(): Promise<string> {
  const work = join(project.root, '.cache/work');
  const copy = join(work, 'project');
  mkdirSync(copy, { recursive: true });
  await copyProject(project.root, copy);
  writeFileSync(join(copy, 'CHANGELOG.md'), '# Changelog\n\n## 1.3.0\n');
  writeFileSync(join(copy, 'left.txt'), '');
  return commitRelease(project.root, copy, work, { tag: 'v1.3.0', base, message: 'Release 1.3.0' });
}

test('only what a release changes is committed', async () => {
  const made = await commit();
  expect(git(project.root, ['show', '--format=%s', '--name-only', made])).toBe('Release 1.3.0\n\nCHANGELOG.md');
  expect(git(project.root, ['tag', '--points-at', 'HEAD'])).toBe('v1.3.0');
  expect(git(project.root, ['status', '--porcelain'])).toBe('');
});

test('the branch stays where it was when the tag can not be made', async () => {
  git(project.root, ['config', 'tag.gpgSign', 'true']);
  git(project.root, ['config', 'gpg.program', 'false']);
  await expect(commit()).rejects.toThrow('git did not take the release, and nothing was changed: ');
  expect(git(project.root, ['rev-parse', 'HEAD'])).toBe(base);
  expect(git(project.root, ['status', '--porcelain'])).toBe('');
});

test('an edit that was made meanwhile is kept', async () => {
  project.put('CHANGELOG.md', 'Edited.');
  await expect(commit()).rejects.toThrow('git did not take the release, and nothing was changed: ');
  expect(git(project.root, ['rev-parse', 'HEAD'])).toBe(base);
  expect(git(project.root, ['status', '--porcelain'])).toBe(' M CHANGELOG.md');
});
