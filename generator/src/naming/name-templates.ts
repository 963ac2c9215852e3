import { ProblemsError } from '../problems/index.js';
import { compileTemplate, createHandlebars, type TemplateRules, templateData } from './handlebars.js';
import { type TemplateSource, useProblem } from './template-problems.js';
import { camelCase, capitalize, constantCase, kebabCase, pascalCase, sentenceCase, snakeCase } from './words.js';

/** The kinds of name; each is one template in `templates/naming/`. */
export const nameKinds = [
  'types-package',
  'client-package',
  'class',
  'server-class',
  'core-class',
  'variable',
  'method',
  'arguments',
  'response',
  'type',
  'input',
  'page',
] as const;
export type NameKind = (typeof nameKinds)[number];

/** What a name template may use. */
export interface NameData {
  /** With its `@`, such as `@acme`; all kinds. */
  readonly scope: string;
  /** The project's name, such as `chat`; all kinds. */
  readonly name: string;
  /** `method`, `arguments`, `response`: the operation. */
  readonly operationId?: string;
  readonly httpMethod?: string;
  readonly path?: string;
  readonly tag?: string;
  /** `type`, `input`: the schema's key in the description. */
  readonly schema?: string;
}

export type NameTemplates = Readonly<Record<NameKind, (data: NameData) => string>>;

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
        throw new TypeError(`${name} needs a text`);
      },
    ]),
  ),
  partials: new Set(),
  printsBareValues: true,
};

/**
 * Compiles the name templates. A field that a template asks for and does not get is reported by the function that it became.
 *
 * @param fileOf the file of a kind's template as problems name it.
 * @throws {ProblemsError} naming file, line and column of everything that is wrong with the templates.
 */
export function compileNameTemplates(
  sources: Readonly<Record<NameKind, string>>,
  fileOf: (kind: NameKind) => string = (kind) => `templates/naming/${kind}.hbs`,
): NameTemplates {
  const handlebars = createHandlebars(
    Object.values(sources).map((text) => text.trimEnd()),
    nameRules.helpers,
  );
  return eachKind((kind) => {
    const source = { file: fileOf(kind), text: sources[kind].trimEnd() };
    return cached(source, compileTemplate(handlebars, source, nameRules));
  });
}

function cached(source: TemplateSource, template: (data: object) => string): (data: NameData) => string {
  const cache = new Map<string, string>();
  return (data) => {
    const key = JSON.stringify(data);
    let name = cache.get(key);
    if (name === undefined) {
      try {
        name = template(templateData(data)).trim();
      } catch (error) {
        const invalid = `This kind of name has ${Object.keys(data).join(', ')}.`;
        const problem = useProblem(source, error, { missing: '', invalid });
        throw problem === undefined ? error : new ProblemsError([problem]);
      }
      cache.set(key, name);
    }
    return name;
  };
}

/** A value for each kind of name. */
export function eachKind<Value>(make: (kind: NameKind) => Value): Readonly<Record<NameKind, Value>> {
  return {
    'types-package': make('types-package'),
    'client-package': make('client-package'),
    class: make('class'),
    'server-class': make('server-class'),
    'core-class': make('core-class'),
    variable: make('variable'),
    method: make('method'),
    arguments: make('arguments'),
    response: make('response'),
    type: make('type'),
    input: make('input'),
    page: make('page'),
  };
}
