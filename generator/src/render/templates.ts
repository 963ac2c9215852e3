import Handlebars from 'handlebars';
import { isIdentifier } from '../naming/identifiers.js';
import { ProblemsError } from '../problems/index.js';
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

/** Template texts by path below `templates/`, such as `client/client.ts.hbs`. */
export type TemplateTexts = ReadonlyMap<string, string>;

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

/** The templates, each compiled at its first use. */
export class Templates {
  readonly #texts: TemplateTexts;
  readonly #handlebars = Handlebars.create();
  readonly #compiled = new Map<string, (view: object) => string>();

  constructor(texts: TemplateTexts) {
    this.#texts = texts;
    for (const [name, helper] of Object.entries(printHelpers)) this.#handlebars.registerHelper(name, located(helper));
    for (const [path, text] of texts) {
      const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
      if (partial !== undefined) this.#handlebars.registerPartial(partial, text);
    }
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /**
   * Prints a view through a template.
   * @throws {ProblemsError} naming the template and the line when it cannot be read or asks for data it does not get.
   */
  render(path: string, view: object): string {
    let template = this.#compiled.get(path);
    if (!template) {
      template = this.#handlebars.compile<object>(this.text(path), { noEscape: true, strict: true });
      this.#compiled.set(path, template);
    }
    try {
      return template(view);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = /line (\d+)|- (\d+):\d+$/i.exec(message);
      throw new ProblemsError([
        {
          code: 'template-invalid',
          severity: 'error',
          file: `templates/${path}`,
          ...(line ? { line: Number(line[1] ?? line[2]) } : {}),
          message: `The template cannot be printed: ${message}`,
          hint: 'Correct the template, or leave it out to use the one that comes with the generator.',
        },
      ]);
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
