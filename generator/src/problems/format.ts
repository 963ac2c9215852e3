import { printable } from './printable.js';
import type { Problem } from './problem.js';
import { addTo } from './values.js';

export interface FormatOptions {
  /** Colour with ANSI escape sequences. */
  readonly colour?: boolean;
}

/**
 * Formats a problem for a terminal: `file:line:column - error code: message`, followed by the JSON pointer, the lines around the
 * location and the hint, if known. Without a trailing line break.
 */
export function formatProblem(problem: Problem, options: FormatOptions = {}): string {
  const parts = [title(problem, options)];
  if (problem.pointer !== undefined)
    parts.push(`  at ${printable(problem.pointer === '' ? '(root)' : problem.pointer)}`);
  if (problem.frame !== undefined) parts.push('', indent(problem.frame), '');
  parts.push(`  ${paint('hint', 36, options)}: ${sentence(problem.hint)}`);
  return parts.join('\n').trimEnd();
}

function indent(text: string): string {
  const lines = text.split('\n').map((line) => `  ${line}`.trimEnd());
  return lines.join('\n');
}

const MOST_LINES = 20;

/** One text for all problems that differ only in their place: the first as by `formatProblem`, others as a line each, up to 20. */
export function formatRepeated(problems: readonly Problem[], options: FormatOptions = {}): string[] {
  const groups = new Map<string, string[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.severity, problem.code, problem.message, problem.hint]);
    addTo(groups, key, groups.has(key) ? title(problem, options) : formatProblem(problem, options));
  }
  return [...groups.values()].map((texts) => {
    const more = texts.length - MOST_LINES;
    const shown = more > 0 ? [...texts.slice(0, MOST_LINES), `  and ${more} more: sdkgen validate lists all`] : texts;
    return shown.join('\n');
  });
}

function title(problem: Problem, options: FormatOptions): string {
  const { severity, code, message } = problem;
  const place = placeOf(problem);
  return (
    (place === '' ? '' : `${paint(place, 36, options)} - `) +
    `${paint(severity, severity === 'error' ? 31 : 33, options)} ${paint(code, 90, options)}: ${sentence(message)}`
  );
}

function paint(text: string, code: number, { colour }: FormatOptions): string {
  return colour === true ? `\u001b[${code}m${text}\u001b[0m` : text;
}

function placeOf(problem: Problem): string {
  if (problem.file === undefined) return '';
  const file = printable(problem.file);
  if (problem.line === undefined) return file;
  return problem.column === undefined ? `${file}:${problem.line}` : `${file}:${problem.line}:${problem.column}`;
}

function sentence(text: string): string {
  return text.split('\n').map(printable).join('\n  ');
}
