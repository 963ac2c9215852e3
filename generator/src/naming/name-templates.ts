import type Handlebars from 'handlebars';
import { type Problem, ProblemsError } from '../problems/index.js';
import { guardData, MissingDataError } from './guarded-data.js';
import { createHandlebars, readyTemplate } from './handlebars.js';
import {
  checkTemplate,
  placeInMessage,
  placeOfField,
  type TemplateSource,
  templateProblem,
} from './template-syntax.js';
import { camelCase, capitalize, constantCase, kebabCase, pascalCase, sentenceCase, snakeCase } from './words.js';

/** The kinds of name; each is one template in `templates/naming/`. */
export const nameKinds = [
  'types-package',
  'client-package',
  'class',
  'server-class',
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

const rules = { helpers: new Set(Object.keys(helpers)), partials: new Set<string>(), printsBareValues: true };

/**
 * Compiles the name templates.
 *
 * @param fileOf the file of a kind's template as problems tell it.
 * @throws {ProblemsError} naming file, line and column of everything that is wrong with the templates. What a template
 * asks for and does not get is told by the function that it became.
 */
export function compileNameTemplates(
  sources: Readonly<Record<NameKind, string>>,
  fileOf: (kind: NameKind) => string = (kind) => `templates/naming/${kind}.hbs`,
): NameTemplates {
  const sourceOf = (kind: NameKind): TemplateSource => ({ file: fileOf(kind), text: sources[kind].trimEnd() });
  const problems = nameKinds.flatMap((kind) => {
    const source = sourceOf(kind);
    return readyTemplate(source.text) ? [] : checkTemplate(source, rules);
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  const handlebars = createHandlebars(nameKinds.map((kind) => sourceOf(kind).text));
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (text: unknown, { loc }: Handlebars.HelperOptions & Located) => {
      if (typeof text === 'string') return helper(text);
      throw new TypeError(`${name} needs a text - ${loc.start.line}:${loc.start.column}`);
    });
  }
  return eachKind((kind) => compileOne(handlebars, sourceOf(kind)));
}

/** What Handlebars gives its helpers beside what its types say. */
interface Located {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}

function compileOne(handlebars: typeof Handlebars, source: TemplateSource): (data: NameData) => string {
  const ready = readyTemplate(source.text);
  const template = ready
    ? handlebars.template<object>(ready)
    : handlebars.compile<object>(source.text, { noEscape: true, strict: true });
  const cache = new Map<string, string>();
  return (data) => {
    const key = JSON.stringify(data);
    let name = cache.get(key);
    if (name === undefined) {
      try {
        name = template(guardData(data)).trim();
      } catch (error) {
        throw new ProblemsError([dataProblem(source, data, error)]);
      }
      cache.set(key, name);
    }
    return name;
  };
}

function dataProblem(source: TemplateSource, data: NameData, error: unknown): Problem {
  const hint = `This kind of name has ${Object.keys(data).join(', ')}.`;
  if (error instanceof MissingDataError) {
    const place = placeOfField(source.text, error.path);
    return templateProblem('template-missing-data', source, place, error.message, hint);
  }
  const message = error instanceof Error ? error.message : String(error);
  const told = `The name cannot be made: ${message.replace(/ - \d+:\d+$/, '')}.`;
  return templateProblem('template-invalid', source, placeInMessage(message), told, hint);
}

/** A value for each kind of name. */
export function eachKind<Value>(make: (kind: NameKind) => Value): Readonly<Record<NameKind, Value>> {
  return {
    'types-package': make('types-package'),
    'client-package': make('client-package'),
    class: make('class'),
    'server-class': make('server-class'),
    variable: make('variable'),
    method: make('method'),
    arguments: make('arguments'),
    response: make('response'),
    type: make('type'),
    input: make('input'),
    page: make('page'),
  };
}
