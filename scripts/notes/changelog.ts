import { type Bump, largestBump, type Note } from './note.js';

const UNRELEASED = '## Unreleased';
const TITLE = '# Changelog';

/**
 * The changelog with the notes as its section of what is not released yet; without notes it has none.
 *
 * @param changelog Markdown: a title, then one section of level 2 per release, the newest first.
 */
export function withUnreleased(changelog: string, notes: readonly Note[]): string {
  return withSection(changelog, notes.length === 0 ? '' : `${UNRELEASED}\n\n${textOf(notes)}`);
}

/** The changelog with what was not released yet as a release. */
export function withRelease(changelog: string, version: string, date: string, notes: readonly Note[]): string {
  return withSection(changelog, `## ${version} - ${date}\n\n${textOf(notes)}`);
}

/** The section of one release, without its heading, as it stands in the changelog. */
export function releaseText(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## ${version}\n`) || text.startsWith(`## ${version} - `));
  return section?.replace(/^.*\n/, '').trim();
}

function withSection(changelog: string, section: string): string {
  const [head = '', ...sections] = changelog.split(/^(?=## )/m);
  const kept = sections.filter((text) => !text.startsWith(`${UNRELEASED}\n`));
  const title = head.trim() === '' ? TITLE : head.trim();
  return `${[title, section, ...kept.map((text) => text.trim())].filter((text) => text !== '').join('\n\n')}\n`;
}

/** Several notes follow each other, the largest change first. */
function textOf(notes: readonly Note[]): string {
  const rank = (bump: Bump): number => ['major', 'minor', 'patch'].indexOf(bump);
  return [...notes]
    .sort((left, right) => rank(left.bump) - rank(right.bump))
    .map(({ text }) => text)
    .join('\n\n');
}

/** @throws {Error} when the version is no `MAJOR.MINOR.PATCH`. */
export function nextVersion(version: string, bumps: readonly Bump[]): string {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (major === undefined) throw new Error(`The version ${version} is no MAJOR.MINOR.PATCH.`);
  switch (largestBump(bumps)) {
    case 'major':
      return `${Number(major) + 1}.0.0`;
    case 'minor':
      return `${major}.${Number(minor) + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${Number(patch) + 1}`;
    case undefined:
      return version;
  }
}
