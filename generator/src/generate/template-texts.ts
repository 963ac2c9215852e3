import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayPath } from '../config/index.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import type { TemplateFiles, TemplateTexts } from '../render/templates.js';
import { isTemplateName, unusedFiles } from './unused-templates.js';

/** The templates that come with the generator: beside it in the checkout, whether it runs built or from its sources. */
export const ownTemplates = templatesAbove(dirname(fileURLToPath(import.meta.url)));

function templatesAbove(folder: string): string {
  const templates = join(folder, 'templates/');
  return existsSync(join(templates, 'naming')) || dirname(folder) === folder
    ? templates
    : templatesAbove(dirname(folder));
}

/** The templates of a run. */
export interface TemplateSet {
  readonly texts: TemplateTexts;
  /** The files of those that are the user's. */
  readonly files: TemplateFiles;
  /** Warnings of files of the user's that replace nothing. */
  readonly problems: readonly Problem[];
}

/**
 * Reads our templates, and over them those of a folder of the user's: a file there replaces the one of the same path.
 *
 * @param overrides absolute.
 * @param cwd the folder from which problems tell paths.
 * @param ownFolder ours.
 * @throws {ProblemsError} when the folder, or a file in it, cannot be read.
 */
export async function readTemplates(
  overrides: string | undefined,
  cwd: string,
  ownFolder: string = ownTemplates,
): Promise<TemplateSet> {
  const own = await readFolder(ownFolder);
  if (overrides === undefined) return { texts: own, files: new Map(), problems: [] };
  const name = (path: string): string => displayPath(cwd, join(overrides, path));
  const theirs = await readFolder(overrides).catch((error: unknown) => {
    throw unreadable(name(''), error);
  });
  const texts = new Map([...own, ...theirs]);
  const files = new Map([...theirs.keys()].map((path) => [path, name(path)]));
  const found = await listFiles(overrides);
  const problems = unusedFiles(found, own, texts).map(({ path, hint }): Problem => {
    const message = `${name(path)} replaces no template, and nothing refers to it.`;
    return { code: 'template-unused', severity: 'warning', message, file: name(path), hint };
  });
  return { texts, files, problems };
}

function unreadable(folder: string, error: unknown): ProblemsError {
  const reason = error instanceof Error ? error.message.replace(/^[A-Z]+: |, \w+ '.*$/g, '') : String(error);
  return new ProblemsError([
    {
      code: 'templates-unreadable',
      severity: 'error',
      message: `The folder of templates ${folder} cannot be read: ${reason}.`,
      file: folder,
      hint: 'Check the permissions of the folder and of what is in it.',
    },
  ]);
}

/** Paths in a folder and below it, with slashes on every system, in the order of code units. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const paths = (await listFiles(folder)).filter((path) => isTemplateName(path));
  // One after the other: for a hundred small files that takes a fraction of what it costs to have them read at once.
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
