import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  counted,
  errorCode,
  errorProblem,
  type Problem,
  ProblemsError,
  printable,
  warningProblem,
} from '../problems/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** In the user's folder: the built-in templates at the time of copying. Hidden, so that runs ignore it. */
const FOLDER = '.originals';

/** Maximum number of changed lines to show. */
const MOST_LINES = 12;

/**
 * Copies a built-in template into the user's folder, with its data as a comment. An existing file is kept; either way the copy
 * then counts as up to date.
 *
 * @param dataPage the Markdown page that lists the data of the templates.
 * @returns the absolute path of the copy; `isNew` is false if an existing file was kept.
 * @throws {ProblemsError} if it cannot be written.
 */
export function ejectTemplate(folder: string, path: string, text: string, dataPage: string) {
  const file = join(folder, path);
  try {
    const original = join(folder, FOLDER, path);
    for (const each of [file, original]) mkdirSync(dirname(each), { recursive: true });
    writeFileSync(original, text);
    writeFileSync(file, dataComment(path, dataPage) + text, { flag: 'wx' });
    return { file, isNew: true };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return { file, isNew: false };
    if (code === undefined) throw error;
    const message = `${file} cannot be written (${code}).`;
    const hint = 'Choose another folder for your templates, or check its permissions.';
    throw new ProblemsError([errorProblem('templates-unreadable', { file }, message, hint)]);
  }
}

/** The sections of the page about a template: its data, types and helpers; empty if it has no data. */
function dataComment(path: string, page: string): string {
  const sections = new Map(
    page
      .split('\n## ')
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.trim()] as const),
  );
  const place = path
    .replace(/^docs\/guides\/.*/, 'docs/guides/')
    .replace(/^(addons\/)[^/]+(\/package\/).*/, '$1NAME$2');
  const row = page.split('\n').find((line) => /^\| (?:each of )?`([^`]+)`/.exec(line)?.[1] === place) ?? '';
  const wanted = new Set<string>();
  const add = (text: string): void => {
    for (const [word] of text.matchAll(/\w+/g)) {
      const section = sections.get(word);
      if (section === undefined || wanted.has(word)) continue;
      wanted.add(word);
      add(section);
    }
  };
  add(row);
  if (wanted.size === 0) return '';
  const lead = `The data of ${path}. This comment is not printed, and can be removed.`;
  const list = [...wanted, 'Helpers'].map((name) => sections.get(name));
  return `{{!--\n${[lead, ...list].join('\n\n')}\n--}}\n`;
}

/**
 * Warnings about copies of built-in templates that have changed since.
 *
 * @param theirs the texts in the user's folder.
 * @param own the built-in ones.
 * @param nameOf the name of a file in problems.
 * @returns also the user's templates without the originals.
 */
export function checkOriginals(theirs: TemplateTexts, own: TemplateTexts, nameOf: (path: string) => string) {
  const isOriginal = (path: string): boolean => path.startsWith(`${FOLDER}/`);
  const templates = new Map([...theirs].filter(([path]) => !isOriginal(path)));
  const problems = [...theirs]
    .filter(([path]) => isOriginal(path))
    .flatMap(([original, before]): Problem[] => {
      const path = original.slice(FOLDER.length + 1);
      const now = own.get(path);
      if (now === undefined || now === before || !templates.has(path)) return [];
      const file = nameOf(path);
      const removed = linesNotIn(before, now);
      const added = linesNotIn(now, before);
      const lines = [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)].map(printable);
      const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more lines`] : [];
      const count = `${counted(removed.length, 'line')} removed, ${added.length} added`;
      const message = `The built-in ${path} has changed since ${file} was copied from it: ${count}.`;
      const hint = `Make these changes in your copy; then sdkgen templates eject ${path} keeps it and ends this warning.`;
      const frame = [...lines.slice(0, MOST_LINES), ...more].join('\n');
      return [warningProblem('template-stale', { file, frame }, message, hint)];
    });
  return { templates, problems };
}

/** The lines of a text that another one lacks, or contains less often. */
function linesNotIn(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split('\n').filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
