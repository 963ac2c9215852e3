import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayPath } from '../config/index.js';
import { errorCode, errorProblem, type Problem, ProblemsError, warningProblem } from '../problems/index.js';
import type { TemplateFiles, TemplateTexts } from '../render/templates.js';
import { checkOriginals } from './originals.js';
import { isForMaintainers, isTemplateName, unusedFiles } from './unused-templates.js';

/** The generator's own templates: beside it in the checkout, whether it runs built or from source. */
export const ownTemplates = templatesAbove(dirname(fileURLToPath(import.meta.url)));

function templatesAbove(folder: string): string {
  const templates = join(folder, 'templates/');
  const parent = dirname(folder);
  return existsSync(join(templates, 'naming')) || parent === folder ? templates : templatesAbove(parent);
}

/** The templates of a run. */
export interface TemplateSet {
  readonly texts: TemplateTexts;
  /** The files of the user's templates. */
  readonly files: TemplateFiles;
  /** Warnings about the user's files that replace nothing. */
  readonly problems: readonly Problem[];
}

/**
 * Reads our templates, overridden by those in the user's folder with the same path.
 *
 * @param overrides absolute.
 * @param cwd the folder to which paths in problems are relative.
 * @param ownFolder ours.
 * @throws {ProblemsError} if the folder, or a file in it, cannot be read.
 */
export function readTemplates(
  overrides: string | undefined,
  cwd: string,
  ownFolder: string = ownTemplates,
): TemplateSet {
  const own = readFolder(ownFolder).texts;
  if (overrides === undefined) return { texts: own, files: new Map(), problems: [] };
  const nameOf = (path: string): string => displayPath(cwd, join(overrides, path));
  const theirs = readTheirs(overrides, nameOf(''));
  const { templates, problems } = checkOriginals(theirs.texts, own, nameOf);
  const texts = new Map([...own, ...templates]);
  const files = new Map([...templates.keys()].map((path) => [path, nameOf(path)]));
  const unused = unusedFiles(theirs.paths, own, texts).map(({ path, hint }): Problem => {
    const message = `${nameOf(path)} replaces no template and is not used by one.`;
    return warningProblem('template-unused', { file: nameOf(path) }, message, hint);
  });
  return { texts, files, problems: [...problems, ...unused] };
}

function readTheirs(folder: string, name: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    const reason = String(error).replace(/^Error: (?:[A-Z]+: )?|, \w+ '.*$/g, '');
    const message = `The templates folder ${name} cannot be read: ${reason}.`;
    const hint = 'Check the permissions of the folder and its files.';
    throw new ProblemsError([errorProblem('templates-unreadable', { file: name }, message, hint)]);
  }
}

/**
 * All paths in a folder and below it, with slashes on every system, in the order of code units; with the texts of files that a
 * run uses.
 */
function readFolder(folder: string): { readonly paths: readonly string[]; readonly texts: TemplateTexts } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() || (entry.isSymbolicLink() && statSync(join(entry.parentPath, entry.name)).isFile()),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const templates = paths.filter((path) => isTemplateName(path) && !isForMaintainers(path));
  return { paths, texts: new Map(templates.map((path) => [path, readText(join(folder, path))])) };
}

/** Without a byte order mark, and with the line breaks of the output, whatever an editor or git made of them. */
function readText(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
}
