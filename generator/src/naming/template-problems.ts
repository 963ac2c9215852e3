import { Lines, type Problem, type ProblemCode } from '../problems/index.js';

/** A template's text, and its file as problems name it. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** One-based; without a column where only the line is known. */
interface TemplatePlace {
  readonly line: number;
  readonly column?: number;
}

/** A problem of a template, with the lines around its place. */
export function templateProblem(
  code: ProblemCode,
  { file, text }: TemplateSource,
  place: TemplatePlace | undefined,
  message: string,
  hint: string,
): Problem {
  const common = { code, severity: 'error', message, file, hint } as const;
  if (place === undefined) return common;
  const frame = new Lines(text).frame({ column: 1, ...place });
  return { ...common, ...place, ...(frame === undefined ? {} : { frame }) };
}

/** What Handlebars' parser throws. */
export function syntaxProblem(source: TemplateSource, error: unknown): Problem {
  const { text, place } = cut(error);
  const [, line] = /^Parse error on line (\d+)/.exec(text) ?? [];
  const [, found] = /got '(\w+)'$/.exec(text) ?? [];
  const reason = found === undefined ? text : found === 'EOF' ? 'it ends within a block' : 'this is not allowed here';
  const hint = 'Close every {{#name}} with {{/name}}, and every {{ with }}.';
  const message = `The template cannot be parsed: ${reason}.`;
  return templateProblem('template-syntax', source, line ? { line: Number(line) } : place, message, hint);
}

/** What Handlebars or a helper throws where a template is used. */
export function useProblem(
  source: TemplateSource,
  error: unknown,
  hints: { readonly missing: string; readonly invalid: string },
): Problem {
  const { text, place } = cut(error);
  const [, helper] = /the unknown helper (.+)$/.exec(text) ?? [];
  if (helper !== undefined) {
    const hint = 'generator/docs/template-data.md lists the helpers; for names there are others, see the README.';
    return templateProblem('template-unknown-helper', source, place, `There is no helper ${helper}.`, hint);
  }
  const [, field, fields] = /^"(.+?)" not defined in (.*)$/s.exec(text) ?? [];
  if (field !== undefined) {
    const hint = `Available here: ${fields}. ${hints.missing}`.trim();
    const message = `There is no ${field} in the data of this template.`;
    return templateProblem('template-missing-data', source, place, message, hint);
  }
  return templateProblem('template-invalid', source, place, `The template cannot be printed: ${text}.`, hints.invalid);
}

/** A message without the place that Handlebars puts at its end: a line and a zero-based column. */
function cut(error: unknown): { readonly text: string; readonly place?: TemplatePlace } {
  const whole = error instanceof Error ? error.message : String(error);
  const [end, line, column] = / - (\d+):(\d+)$/.exec(whole) ?? [];
  if (end === undefined) return { text: whole };
  return { text: whole.slice(0, -end.length), place: { line: Number(line), column: Number(column) + 1 } };
}
