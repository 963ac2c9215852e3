import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';

/** How far a change moves the version: Semantic Versioning 2.0.0. */
export type Bump = 'patch' | 'minor' | 'major';

/** One change that waits for its release: a file of `.changeset/`, in the form that the tool changesets has made known. */
export interface Note {
  readonly file: string;
  readonly bump: Bump;
  /** Markdown, for the changelog. */
  readonly text: string;
}

/** The folder of the notes, below the project's root. */
export const NOTES_FOLDER = '.changeset';

const ORDER: readonly Bump[] = ['patch', 'minor', 'major'];

/** The largest of several bumps. */
export function largestBump(bumps: readonly Bump[]): Bump | undefined {
  return ORDER.findLast((bump) => bumps.includes(bump));
}

/** A note as it is written: the bump per package, then the text. */
export function formatNote(packages: readonly string[], bump: Bump, text: string): string {
  const lines = packages.map((name) => `'${name}': ${bump}`);
  return `---\n${lines.join('\n')}\n---\n\n${text.trim()}\n`;
}

/** @throws {Error} telling the file, when it is no note: both packages are released together, so any of them stands for both. */
export function parseNote(file: string, content: string): Note {
  const [, head, text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? [];
  if (head === undefined || text === undefined)
    throw new Error(`${file} does not begin with lines between --- and ---.`);
  const bumps = bumpsOf(head);
  const bump = bumps && largestBump(bumps);
  if (bump === undefined) throw new Error(`${file} names no package with patch, minor or major.`);
  if (text.trim() === '') throw new Error(`${file} does not say what changed.`);
  return { file, bump, text: text.trim() };
}

function bumpsOf(head: string): readonly Bump[] | undefined {
  let value: unknown;
  try {
    value = yaml.load(head);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const bumps = Object.values(value).map((text: unknown) => ORDER.find((bump) => bump === text));
  return bumps.some((bump) => bump === undefined) ? undefined : bumps.flatMap((bump) => bump ?? []);
}

/** The notes of a project in the order of their file names. */
export function readNotes(root: string): Note[] {
  const folder = join(root, NOTES_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => parseNote(`${NOTES_FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8')));
}
