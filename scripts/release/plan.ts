import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextVersion, releaseText, withRelease } from '../notes/changelog.js';
import { type Note, readNotes } from '../notes/note.js';
import type { Options } from './arguments.js';
import { readManifest } from './packages.js';
import { ReleaseError } from './release-error.js';
import { checkBranch, checkClean, checkTagIsFree, checkTagIsHere } from './repository.js';

/** What is released. */
export interface Plan {
  readonly from: string;
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  /** What the release is made of; empty when it was made before and is only packed. */
  readonly notes: readonly Note[];
  /** The changelog's section, without its heading. */
  readonly text: string;
}

/** @throws {ReleaseError} when the project is not in the state for a release. */
export function planRelease(project: string, options: Options): Plan {
  checkClean(project);
  return options.tag === undefined ? planNext(project, options.branch) : planTagged(project, options.tag);
}

function planNext(project: string, branch: string): Plan {
  checkBranch(project, branch);
  const notes = notesOf(project);
  if (notes.length === 0) {
    throw new ReleaseError(
      'There is nothing to release: .changeset/ holds no note of a change since the last release.',
    );
  }
  const from = readManifest(project).version;
  const version = nextVersion(
    from,
    notes.map(({ bump }) => bump),
  );
  const tag = `v${version}`;
  checkTagIsFree(project, tag);
  const date = new Date().toISOString().slice(0, 10);
  const text = releaseText(withRelease(changelogOf(project), version, date, notes), version) ?? '';
  return { from, version, tag, date, notes, text };
}

function planTagged(project: string, tag: string): Plan {
  checkTagIsHere(project, tag);
  const { version } = readManifest(project);
  if (tag !== `v${version}`) throw new ReleaseError(`The tag ${tag} is not that of the version, which is ${version}.`);
  const text = releaseText(changelogOf(project), version);
  if (text === undefined) throw new ReleaseError(`CHANGELOG.md has no section for ${version}.`);
  return { from: version, version, tag, date: '', notes: [], text };
}

function notesOf(project: string): Note[] {
  try {
    return readNotes(project);
  } catch (error) {
    throw new ReleaseError(error instanceof Error ? error.message : String(error));
  }
}

function changelogOf(project: string): string {
  return readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
}
