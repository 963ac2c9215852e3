import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { planRelease } from '../plan.js';
import { ReleaseError } from '../release-error.js';
import { git } from '../repository.js';
import { type TinyProject, tinyProject } from './project.js';

let project: TinyProject;

beforeEach(() => {
  project = tinyProject('http://127.0.0.1:9/');
});
afterEach(() => project.remove());

function plan(tag?: string): ReturnType<typeof planRelease> {
  return planRelease(project.root, { dryRun: true, branch: 'main', tag });
}

test('the version follows the largest of the notes, and the tag the version', () => {
  project.commit({ '.changeset/other.md': "---\n'@tiny/types': major\n---\n\n- Smaller.\n" });
  expect(plan()).toMatchObject({ from: '1.2.3', version: '2.0.0', tag: 'v2.0.0', text: '- Smaller.\n\n- Faster.' });
});

describe('there is no release', () => {
  test('with a dirty tree', () => {
    project.put('CHANGELOG.md', 'Edited.');
    project.put('new.txt', '');
    expect(() => plan()).toThrow('The working tree is not clean, CHANGELOG.md and 1 more: commit or stash it first.');
  });

  test('on another branch, or on none', () => {
    git(project.root, ['switch', '--quiet', '--create', 'other']);
    expect(() => plan()).toThrow('Releases are made from main, and this is other: switch to it');
    git(project.root, ['switch', '--quiet', '--detach']);
    expect(() => plan()).toThrow('Releases are made from main, and no branch is checked out: switch to it');
  });

  test('when the branch lacks commits of its upstream', () => {
    git(project.root, ['branch', 'shared']);
    git(project.root, ['branch', '--quiet', '--set-upstream-to', 'shared']);
    plan();
    git(project.root, ['switch', '--quiet', 'shared']);
    project.commit({ 'a.txt': '' });
    git(project.root, ['switch', '--quiet', 'main']);
    expect(() => plan()).toThrow('main is 1 commit behind shared: pull first.');
  });

  test('without notes', () => {
    git(project.root, ['rm', '--quiet', '.changeset/faster.md']);
    project.commit({});
    expect(() => plan()).toThrow('There is nothing to release');
  });

  test('with a note that says nothing', () => {
    project.commit({ '.changeset/empty.md': "---\n'@tiny/client': patch\n---\n" });
    expect(() => plan()).toThrow(new ReleaseError('.changeset/empty.md does not say what changed.'));
  });

  test('when the tag is taken', () => {
    git(project.root, ['tag', 'v1.3.0']);
    expect(() => plan()).toThrow('The tag v1.3.0 exists already');
  });
});

describe('a tagged release', () => {
  test('is the version and the changelog as they are', () => {
    git(project.root, ['tag', 'v1.2.3']);
    expect(plan('v1.2.3')).toMatchObject({ version: '1.2.3', tag: 'v1.2.3', text: '- First.', notes: [] });
  });

  test('has the tag of its version, on the commit that is checked out', () => {
    expect(() => plan('v1.3.0')).toThrow('There is no tag v1.3.0.');
    git(project.root, ['tag', 'v1.3.0']);
    expect(() => plan('v1.3.0')).toThrow('The tag v1.3.0 is not that of the version, which is 1.2.3.');
    project.commit({ 'a.txt': '' });
    expect(() => plan('v1.3.0')).toThrow('The tag v1.3.0 is not what is checked out.');
  });

  test('has a section in the changelog', () => {
    project.commit({ 'CHANGELOG.md': '# Changelog\n' });
    git(project.root, ['tag', 'v1.2.3']);
    expect(() => plan('v1.2.3')).toThrow('CHANGELOG.md has no section for 1.2.3.');
  });
});
