import Handlebars from 'handlebars';
import type { Problem } from '../problems/index.js';
import { ProblemsError } from '../problems/index.js';
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

/**
 * Compiles the name templates.
 * @throws {ProblemsError} naming the template and the line for a template that cannot be read.
 */
export function compileNameTemplates(sources: Readonly<Record<NameKind, string>>): NameTemplates {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (text: unknown) => {
      if (typeof text !== 'string')
        throw new TypeError(`'${name}' was given something that this kind of name does not have`);
      return helper(text);
    });
  }
  const compiled: Partial<Record<NameKind, (data: NameData) => string>> = {};
  for (const kind of nameKinds) compiled[kind] = compileOne(handlebars, kind, sources[kind]);
  return complete(compiled);
}

function compileOne(handlebars: typeof Handlebars, kind: NameKind, source: string): (data: NameData) => string {
  const template = handlebars.compile<NameData>(source.trim(), { noEscape: true, strict: true });
  const cache = new Map<string, string>();
  return (data) => {
    const key = JSON.stringify(data);
    let name = cache.get(key);
    if (name === undefined) {
      try {
        name = template(data).trim();
      } catch (error) {
        throw new ProblemsError([templateProblem(kind, error)]);
      }
      cache.set(key, name);
    }
    return name;
  };
}

function templateProblem(kind: NameKind, error: unknown): Problem {
  return {
    code: 'template-invalid',
    severity: 'error',
    file: `naming/${kind}.hbs`,
    message: `The name template cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    hint: `It may use ${Object.keys(helpers).join(', ')} over scope, name, operationId, httpMethod, path, tag and schema.`,
  };
}

function complete(compiled: Partial<Record<NameKind, (data: NameData) => string>>): NameTemplates {
  const get = (kind: NameKind) => compiled[kind] ?? (() => '');
  return {
    'types-package': get('types-package'),
    'client-package': get('client-package'),
    class: get('class'),
    'server-class': get('server-class'),
    variable: get('variable'),
    method: get('method'),
    arguments: get('arguments'),
    response: get('response'),
    type: get('type'),
    input: get('input'),
    page: get('page'),
  };
}
