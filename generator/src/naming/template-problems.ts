import { errorProblem, Lines, type Problem, type ProblemCode } from '../problems/index.js';

/** A template's text, and the name of its file in problems. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** One-based; without a column if only the line is known. */
interface TemplatePlace {
  readonly line: number;
  readonly column?: number;
}

/** Creates a problem of a template, with the lines around its position. */
export function templateProblem(
  code: ProblemCode,
  { file, text }: TemplateSource,
  place: TemplatePlace | undefined,
  message: string,
  hint: string,
): Problem {
  const frame = place && new Lines(text).frame({ column: 1, ...place });
  return errorProblem(code, { file, ...place, ...(frame === undefined ? {} : { frame }) }, message, hint);
}

/** Converts a parser error of Handlebars to a problem; rethrows any other. */
export function syntaxProblem(source: TemplateSource, error: unknown): Problem {
  const { text, place } = cut(error);
  if (place === undefined) throw error;
  const [, found] = /got '(\w+)'$/.exec(text) ?? [];
  const reason = found === undefined ? text : found === 'EOF' ? 'it ends within a block' : 'this is not allowed here';
  const hint = 'Close every {{#name}} with {{/name}}, and every {{ with }}.';
  return templateProblem('template-syntax', source, place, `The template cannot be parsed: ${reason}.`, hint);
}

/** Converts an error that Handlebars or a helper throws while rendering to a problem; undefined for any other error. */
export function useProblem(
  source: TemplateSource,
  error: unknown,
  hints: { readonly missing: string; readonly invalid: string },
): Problem | undefined {
  const { text, place } = cut(error);
  const [, helper] = /the unknown helper (.+)$/.exec(text) ?? [];
  if (helper !== undefined) {
    const hint = 'docs/template-data.md of the generator lists the helpers, also those of naming templates.';
    return templateProblem('template-unknown-helper', source, place, `Unknown helper: ${helper}.`, hint);
  }
  const [, field, fields = ''] = /^"(.+?)" not defined in (.*)$/s.exec(text) ?? [];
  // Handlebars uses `in` to find a field of a string, and its error has no position.
  const [, fieldOfText = field] = /^Cannot use 'in' operator to search for '(.+?)' in/.exec(text) ?? [];
  if (fieldOfText !== undefined) {
    const hint = `Available here: ${fields || 'nothing'}. ${hints.missing}`.trim();
    const message = `The data of this template has no ${fieldOfText}.`;
    return templateProblem('template-missing-data', source, place ?? mention(source, fieldOfText), message, hint);
  }
  if (place === undefined) return undefined;
  return templateProblem('template-invalid', source, place, `The template cannot be rendered: ${text}.`, hints.invalid);
}

function mention({ text }: TemplateSource, field: string): TemplatePlace {
  const lines = text.slice(0, text.indexOf(field)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * Splits a message into its text and the position that Handlebars adds: a line and a zero-based column at its end, or a line
 * alone.
 */
function cut(error: unknown): { readonly text: string; readonly place?: TemplatePlace } {
  const whole = error instanceof Error ? error.message : '';
  const [end, line, column] = / - (\d+):(\d+)$/.exec(whole) ?? [];
  if (end !== undefined) {
    return { text: whole.slice(0, -end.length), place: { line: Number(line), column: Number(column) + 1 } };
  }
  const [, onLine] = /^(?:Parse|Lexical) error on line (\d+)/.exec(whole) ?? [];
  return { text: whole, ...(onLine === undefined ? {} : { place: { line: Number(onLine) } }) };
}
