import type Handlebars from 'handlebars';
import { compileTemplate, createHandlebars, type TemplateRules, templateData } from '../naming/handlebars.js';
import { isIdentifier } from '../naming/identifiers.js';
import { type TemplateSource, useProblem } from '../naming/template-problems.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import {
  cellSpan,
  codeSpan,
  comment,
  jsonText,
  markdown,
  markdownCell,
  markdownText,
  propertyKey,
  stringLiteral,
} from './encode.js';
import type { ViewOf } from './views/index.js';

/** Template texts by path below `templates/`, such as `client/client.ts.hbs`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** The user's template files, by the same paths; values are their names in problems. */
export type TemplateFiles = ReadonlyMap<string, string>;

/**
 * Helpers that templates print through: one per context. `code` is for TypeScript and Markdown composed by the generator, already
 * encoded.
 */
export const printHelpers = {
  string: (text: unknown) => stringLiteral(expectText(text, 'string')),
  key: (text: unknown) => propertyKey(expectText(text, 'key')),
  identifier: (text: unknown) => expectIdentifier(text),
  member: (text: unknown) => expectIdentifier(text),
  code: (text: unknown) => expectText(text, 'code'),
  json: (value: unknown) => jsonText(value),
  concat: (...parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string').join(''),
  comment: (text: unknown, indent: unknown, isDeprecated: unknown) =>
    comment(
      Array.isArray(text) ? text.map(String) : [typeof text === 'string' ? text : ''],
      expectText(indent, 'comment'),
      isDeprecated === true,
    ),
  indent: (width: unknown, text: unknown) => indent(expectText(text, 'indent'), Number(width)),
  text: (text: unknown) => markdownText(expectText(text, 'text')),
  markdown: (text: unknown) => markdown(expectText(text, 'markdown')),
  cell: (text: unknown) => (typeof text === 'string' ? markdownCell(text) : ''),
  span: (text: unknown) => codeSpan(expectText(text, 'span')),
  cellSpan: (text: unknown) => cellSpan(expectText(text, 'cellSpan')),
  count: (number: unknown, noun: unknown) => `${Number(number)} ${String(noun)}${number === 1 ? '' : 's'}`,
} as const;

function expectText(value: unknown, helper: string): string {
  if (typeof value !== 'string') throw new TypeError(`'${helper}' requires a string`);
  return value;
}

function expectIdentifier(value: unknown): string {
  const text = expectText(value, 'identifier');
  if (!isIdentifier(text)) throw new TypeError(`'${text}' is not an identifier`);
  return text;
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(width));
}

const hints = {
  missing: 'sdkgen templates eject PATH copies a template with a list of its data.',
  invalid: 'Pass the type that the helper requires, or remove the template to use the built-in one.',
};

type Print = (view: object, options?: Handlebars.RuntimeOptions) => string;

/** The templates, each compiled on first use. Their problems are collected, so that all are reported at once. */
export class Templates {
  readonly #texts: TemplateTexts;
  readonly #files: TemplateFiles;
  readonly #handlebars: typeof Handlebars;
  readonly #rules: TemplateRules;
  readonly #compiled = new Map<string, Print>();
  readonly #problems = new Map<string, Problem>();

  constructor(texts: TemplateTexts, files: TemplateFiles = new Map()) {
    this.#texts = texts;
    this.#files = files;
    this.#rules = templateRules(texts.keys());
    this.#handlebars = createHandlebars(templatesAmong(texts), printHelpers);
    for (const partial of this.#rules.partials) {
      this.#handlebars.registerPartial(partial, (view: object, options?: Handlebars.RuntimeOptions) =>
        this.#print(`partials/${partial}.hbs`, view, options),
      );
    }
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** Renders a view with a template. On failure the text is empty, and `throwIfFailed` throws the problem. */
  render<Path extends string>(path: Path, view: ViewOf<Path>): string {
    return this.#print(path, templateData(view));
  }

  /** @throws {ProblemsError} with the positions of all errors in the templates. */
  throwIfFailed(): void {
    if (this.#problems.size > 0) throw new ProblemsError([...this.#problems.values()]);
  }

  #print(path: string, view: object, options?: Handlebars.RuntimeOptions): string {
    const source: TemplateSource = { file: this.#files.get(path) ?? `templates/${path}`, text: this.text(path) };
    try {
      const print = this.#compiled.get(path) ?? compileTemplate(this.#handlebars, source, this.#rules);
      this.#compiled.set(path, print);
      return print(view, options);
    } catch (error) {
      const problems = error instanceof ProblemsError ? error.problems : [useProblem(source, error, hints)];
      for (const problem of problems) {
        if (problem === undefined) throw error;
        this.#problems.set([problem.file, problem.line, problem.column, problem.message].join('\n'), problem);
      }
      return '';
    }
  }

  text(path: string): string {
    const text = this.#texts.get(path);
    if (text === undefined) throw new Error(`There is no template ${path}`);
    return text;
  }

  /** The files below a folder of the templates, with their paths in it. */
  *below(folder: string): Iterable<readonly [path: string, text: string]> {
    for (const [path, text] of this.#texts) {
      if (path.startsWith(`${folder}/`)) yield [path.slice(folder.length + 1), text];
    }
  }
}

/** @param paths of all templates. */
export function templateRules(paths: Iterable<string>): TemplateRules {
  const partials = [...paths].flatMap((path) => /^partials\/(.+)\.hbs$/.exec(path)?.[1] ?? []);
  return { helpers: printHelpers, partials: new Set(partials), printsBareValues: false };
}

/** The templates rendered here: those of names are compiled elsewhere, and files that are not templates are copied. */
function* templatesAmong(texts: TemplateTexts): Iterable<string> {
  for (const [path, text] of texts) if (path.endsWith('.hbs') && !path.startsWith('naming/')) yield text;
}
