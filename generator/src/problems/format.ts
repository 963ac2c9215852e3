import { printable } from './printable.js';
import type { Problem } from './problem.js';

export interface FormatOptions {
  /** Colour with ANSI escape sequences. */
  readonly colour?: boolean;
}

/**
 * Formats a problem for a terminal: `file:line:column - error code: message`, followed by the JSON pointer, the lines around the
 * location and the hint, if known. Without a trailing line break.
 */
export function formatProblem(problem: Problem, options: FormatOptions = {}): string {
  const paint = (text: string, colour: number): string =>
    options.colour === true ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const severityColour = problem.severity === 'error' ? 31 : 33;
  const place = placeOf(problem);
  const title =
    (place === '' ? '' : `${paint(place, 36)} - `) +
    `${paint(problem.severity, severityColour)} ${paint(problem.code, 90)}: ${sentence(problem.message)}`;
  const parts = [title];
  if (problem.pointer !== undefined)
    parts.push(`  at ${printable(problem.pointer === '' ? '(root)' : problem.pointer)}`);
  if (problem.frame !== undefined) parts.push('', indent(problem.frame), '');
  parts.push(`  ${paint('hint', 36)}: ${sentence(problem.hint)}`);
  return parts.join('\n').trimEnd();
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

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
