import type Handlebars from 'handlebars';
import { ProblemsError } from '../problems/index.js';
import { compileTemplate, createHandlebars, type TemplateRules, templateData } from './handlebars.js';
import { type TemplateSource, useProblem } from './template-problems.js';
import { camelCase, capitalize, constantCase, kebabCase, pascalCase, sentenceCase, snakeCase } from './words.js';

/** The kinds of name; each is one template in `templates/naming/`. */
const nameKinds = [
  'types-package',
  'client-package',
  'class',
  'server-class',
  'core-class',
  'variable',
  'method',
  'arguments',
  'response',
  'errors',
  'headers',
  'payload',
  'type',
  'input',
  'page',
] as const;
export type NameKind = (typeof nameKinds)[number];

/** Data of a naming template. */
export interface NameData {
  /** With its `@`, such as `@acme`; all kinds. */
  readonly scope: string;
  /** The project's name, such as `chat`; all kinds. */
  readonly name: string;
  /** `method`, `arguments`, `response`, `errors`, `headers`: the operation. */
  readonly operationId?: string;
  readonly httpMethod?: string;
  readonly path?: string;
  readonly tag?: string;
  /** `payload`: the name of the event. */
  readonly event?: string;
  /** `type`, `input`: the schema's key in the document. */
  readonly schema?: string;
}

/** Prints one name. */
export type NameTemplates = (kind: NameKind, data: NameData) => string;

const helpers: Readonly<Record<string, (text: string) => string>> = {
  camelCase,
  pascalCase,
  snakeCase,
  kebabCase,
  constantCase,
  sentenceCase,
  capitalize,
  lowerCase: (text) => text.toLowerCase(),
  upperCase: (text) => text.toUpperCase(),
};

export const nameRules: TemplateRules = {
  helpers: Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [
      name,
      (text: unknown) => {
        if (typeof text === 'string') return helper(text);
        throw new TypeError(`${name} requires a string`);
      },
    ]),
  ),
  partials: new Set(),
  printsBareValues: true,
};

/**
 * Compiles the naming templates. A field that a template uses but does not get is reported by the returned function.
 *
 * @param texts all templates by their paths.
 * @param files the names of the user's templates in problems.
 * @throws {ProblemsError} with file, line and column of all errors in the templates.
 */
export function compileNameTemplates(
  texts: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): NameTemplates {
  const sources = nameKinds.map((kind): readonly [NameKind, TemplateSource] => {
    const path = `naming/${kind}.hbs`;
    return [kind, { file: files.get(path) ?? `templates/${path}`, text: (texts.get(path) ?? '').trimEnd() }];
  });
  const handlebars = createHandlebars(
    sources.map(([, { text }]) => text),
    nameRules.helpers,
  );
  const prints = new Map(sources.map(([kind, source]) => [kind, printer(handlebars, source)]));
  const made = new Map<string, string>();
  return (kind, data) => {
    const key = `${kind} ${JSON.stringify(data)}`;
    const name = made.get(key) ?? prints.get(kind)?.(data) ?? '';
    made.set(key, name);
    return name;
  };
}

function printer(handlebars: typeof Handlebars, source: TemplateSource): (data: NameData) => string {
  const template = compileTemplate(handlebars, source, nameRules);
  return (data) => {
    try {
      return template(templateData(data)).trim();
    } catch (error) {
      const invalid = `Available for this kind of name: ${Object.keys(data).join(', ')}.`;
      const problem = useProblem(source, error, { missing: '', invalid });
      throw problem === undefined ? error : new ProblemsError([problem]);
    }
  };
}
