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
const nameKinds = [
  ...(['types-package', 'client-package', 'class', 'server-class', 'variable', 'method'] as const),
  ...(['arguments', 'response', 'type', 'input', 'page'] as const),
];
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

const rules = { helpers: new Set(Object.keys(helpers)), partials: new Set<string>(), printsBareValues: true };

/**
 * Compiles the name templates.
 *
 * @param texts all templates by their paths.
 * @param files the files of the user's templates as problems name them.
 * @throws {ProblemsError} naming file, line and column of everything that is wrong with the templates. What a template
 * asks for and does not get is reported by the function that is returned.
 */
export function compileNameTemplates(
  texts: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): NameTemplates {
  const sources = nameKinds.map((kind): readonly [NameKind, TemplateSource] => {
    const path = `naming/${kind}.hbs`;
    return [kind, { file: files.get(path) ?? `templates/${path}`, text: (texts.get(path) ?? '').trimEnd() }];
  });
  const problems = sources.flatMap(([, source]) => (readyTemplate(source.text) ? [] : checkTemplate(source, rules)));
  if (problems.length > 0) throw new ProblemsError(problems);
  const handlebars = createHandlebars(sources.map(([, { text }]) => text));
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (text: unknown, { loc }: Handlebars.HelperOptions & Located) => {
      if (typeof text === 'string') return helper(text);
      throw new TypeError(`${name} needs a text - ${loc.start.line}:${loc.start.column}`);
    });
  }
  const prints = new Map(sources.map(([kind, source]) => [kind, compileOne(handlebars, source)]));
  const made = new Map<string, string>();
  return (kind, data) => {
    const key = `${kind} ${JSON.stringify(data)}`;
    const name = made.get(key) ?? prints.get(kind)?.(data) ?? '';
    made.set(key, name);
    return name;
  };
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
  return (data) => {
    try {
      return template(guardData(data)).trim();
    } catch (error) {
      throw new ProblemsError([dataProblem(source, data, error)]);
    }
  };
}

function dataProblem(source: TemplateSource, data: NameData, error: unknown): Problem {
  const hint = `This kind of name has ${Object.keys(data).join(', ')}.`;
  if (error instanceof MissingDataError) {
    const place = placeOfField(source.text, error.path);
    return templateProblem('template-missing-data', source, place, error.message, hint);
  }
  const message = error instanceof Error ? error.message : String(error);
  const reason = `The name cannot be made: ${message.replace(/ - \d+:\d+$/, '')}.`;
  return templateProblem('template-invalid', source, placeInMessage(message), reason, hint);
}
