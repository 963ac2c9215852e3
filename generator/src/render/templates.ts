import type Handlebars from 'handlebars';
import { guardData, MissingDataError } from '../naming/guarded-data.js';
import { createHandlebars, readyTemplate } from '../naming/handlebars.js';
import { isIdentifier } from '../naming/identifiers.js';
import { checkTemplate, placeInMessage, placeOfField, templateProblem } from '../naming/template-syntax.js';
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

/** The files of templates that are not ours, as problems tell them, by the same paths. */
export type TemplateFiles = ReadonlyMap<string, string>;

/**
 * The helpers that templates print through: one per place that a text can land in. `code` is for TypeScript and
 * Markdown that the generator composed itself, already encoded.
 */
export const printHelpers = {
  string: (text: unknown) => stringLiteral(expectText(text, 'string')),
  key: (text: unknown) => propertyKey(expectText(text, 'key')),
  identifier: (text: unknown) => expectIdentifier(text),
  member: (text: unknown) => expectIdentifier(text),
  code: (text: unknown) => expectText(text, 'code'),
  json: (value: unknown) => jsonText(value),
  concat: (...parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string').join(''),
  comment: (text: unknown, indent: unknown) =>
    comment(
      Array.isArray(text) ? text.map(String) : [typeof text === 'string' ? text : ''],
      expectText(indent, 'comment'),
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
  if (typeof value !== 'string') throw new TypeError(`'${helper}' needs a text`);
  return value;
}

function expectIdentifier(value: unknown): string {
  const text = expectText(value, 'identifier');
  if (!isIdentifier(text)) throw new TypeError(`'${text}' is no identifier`);
  return text;
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(width));
}

/** The helper with its place in the template behind the message of what it throws, as Handlebars does for its own. */
function located(helper: (...values: unknown[]) => unknown): (...values: unknown[]) => unknown {
  return (...values) => {
    try {
      return helper(...values);
    } catch (error) {
      const { loc }: { loc?: { start?: { line: number; column: number } } } = Object(values.at(-1));
      const place = loc?.start ? ` - ${loc.start.line}:${loc.start.column}` : '';
      throw new TypeError(`${error instanceof Error ? error.message : String(error)}${place}`);
    }
  };
}

type Print = (view: object, options?: Handlebars.RuntimeOptions) => string;

/** The error of a template, with the template that it came from: one that is printed within another is its own. */
class TemplateError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super('', { cause });
    this.path = path;
  }
}

/** The templates, each compiled at its first use. What is wrong with them is gathered, so that all of it is told at once. */
export class Templates {
  readonly #texts: TemplateTexts;
  readonly #files: TemplateFiles;
  readonly #handlebars: typeof Handlebars;
  readonly #compiled = new Map<string, Print | undefined>();
  readonly #partials = new Set<string>();
  readonly #problems = new Map<string, Problem>();

  constructor(texts: TemplateTexts, files: TemplateFiles = new Map()) {
    this.#texts = texts;
    this.#files = files;
    this.#handlebars = createHandlebars(templatesAmong(texts));
    for (const [name, helper] of Object.entries(printHelpers)) this.#handlebars.registerHelper(name, located(helper));
    for (const path of texts.keys()) {
      const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
      if (partial === undefined) continue;
      this.#partials.add(partial);
      this.#handlebars.registerPartial(partial, (view: object, options?: Handlebars.RuntimeOptions) =>
        this.#print(path, view, options),
      );
    }
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** Prints a view through a template. When that fails the text is empty, and `throwIfFailed` tells why. */
  render<Path extends string>(path: Path, view: ViewOf<Path>): string {
    try {
      return this.#print(path, guardData(view));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      this.#note(this.#problemOf(error));
      return '';
    }
  }

  /** @throws {ProblemsError} naming the template, the line and the path in the data of all that could not be printed. */
  throwIfFailed(): void {
    if (this.#problems.size > 0) throw new ProblemsError([...this.#problems.values()]);
  }

  #print(path: string, view: object, options?: Handlebars.RuntimeOptions): string {
    const print = this.#compile(path);
    try {
      return print?.(view, options) ?? '';
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(path, error);
    }
  }

  /** Nothing for a template that cannot be used. */
  #compile(path: string): Print | undefined {
    if (!this.#compiled.has(path)) {
      const ready = readyTemplate(this.text(path));
      this.#compiled.set(path, ready ? this.#handlebars.template<object>(ready) : this.#checkAndCompile(path));
    }
    return this.#compiled.get(path);
  }

  #checkAndCompile(path: string): Print | undefined {
    const helpers = new Set(Object.keys(printHelpers));
    const rules = { helpers, partials: this.#partials, printsBareValues: false };
    const problems = checkTemplate(this.#source(path), rules);
    for (const problem of problems) this.#note(problem);
    if (problems.length > 0) return undefined;
    return this.#handlebars.compile<object>(this.text(path), { noEscape: true, strict: true });
  }

  #source(path: string): { readonly file: string; readonly text: string } {
    return { file: this.#files.get(path) ?? `templates/${path}`, text: this.text(path) };
  }

  #problemOf({ path, cause }: TemplateError): Problem {
    const source = this.#source(path);
    if (cause instanceof MissingDataError) {
      const place = placeOfField(source.text, cause.path);
      const hint = 'See generator/docs/template-data.md for the data of each template.';
      return templateProblem('template-missing-data', source, place, cause.message, hint);
    }
    const message = cause instanceof Error ? cause.message : String(cause);
    const told = `The template cannot be printed: ${message.replace(/ - \d+:\d+$/, '')}.`;
    const hint =
      'Give the helper what it takes, or leave the template out to use the one that comes with the generator.';
    return templateProblem('template-invalid', source, placeInMessage(message), told, hint);
  }

  #note(problem: Problem): void {
    const key = [problem.file, problem.line, problem.column, problem.message].join('\n');
    if (!this.#problems.has(key)) this.#problems.set(key, problem);
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

/** The texts that are printed through here: those of names are compiled elsewhere, and what is no template is copied as it is. */
function* templatesAmong(texts: TemplateTexts): Iterable<string> {
  for (const [path, text] of texts) if (path.endsWith('.hbs') && !path.startsWith('naming/')) yield text;
}
