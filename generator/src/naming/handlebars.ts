import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { type Problem, type ProblemCode, ProblemsError } from '../problems/index.js';
import { loadBuilt } from './built.js';
import { syntaxProblem, type TemplateSource, templateProblem } from './template-problems.js';

/** What the templates of one kind can use. */
export interface TemplateRules {
  readonly helpers: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly partials: ReadonlySet<string>;
  /** Whether `{{value}}` may be printed without a helper. */
  readonly printsBareValues: boolean;
}

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

const load = createRequire(import.meta.url);
const blocks: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);
let specifications: ReadonlyMap<string, TemplateSpecification> | undefined;

/** A template precompiled by the build, by its text; undefined for any other text. */
function readyTemplate(text: string): TemplateSpecification | undefined {
  specifications ??= loadBuilt<ReadonlyMap<string, TemplateSpecification>>('templates.cjs') ?? new Map();
  return specifications.get(text);
}

/**
 * Creates a Handlebars instance for some templates and their helpers, without the compiler if the build has compiled all of them.
 */
export function createHandlebars(texts: Iterable<string>, helpers: TemplateRules['helpers']): typeof Handlebars {
  const isReady = [...texts].every((text) => readyTemplate(text) !== undefined);
  const handlebars: typeof Handlebars = load(isReady ? 'handlebars/runtime' : 'handlebars').create();
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, located(name, helper));
  return handlebars;
}

/** @throws {ProblemsError} with the problems that can be detected without data. Its first use may throw too. */
export function compileTemplate(
  handlebars: typeof Handlebars,
  source: TemplateSource,
  rules: TemplateRules,
): Handlebars.TemplateDelegate<object> {
  const ready = readyTemplate(source.text);
  if (ready) return handlebars.template(ready);
  return handlebars.compile(strictProgram(source, rules), optionsOf(rules));
}

/** The code of a template's specification, for `templates.cjs`. */
export function precompileTemplate(source: TemplateSource, rules: TemplateRules): string {
  const handlebars: typeof Handlebars = load('handlebars');
  return String(handlebars.precompile(strictProgram(source, rules), optionsOf(rules)));
}

function optionsOf({ helpers }: TemplateRules): CompileOptions {
  const own = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  const knownHelpers = { ...own, lookup: false, log: false, helperMissing: false, blockHelperMissing: false };
  return { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers };
}

/** The template's syntax tree with every path strict: Handlebars itself skips those that are arguments. */
function strictProgram(source: TemplateSource, rules: TemplateRules): hbs.AST.Program {
  const { Visitor, parseWithoutProcessing }: typeof Handlebars = load('handlebars');
  let program: hbs.AST.Program;
  try {
    program = parseWithoutProcessing(source.text);
  } catch (error) {
    throw new ProblemsError([syntaxProblem(source, error)]);
  }
  const problems: Problem[] = [];
  const report = (code: ProblemCode, { loc }: hbs.AST.Node, message: string, hint: string): void => {
    const place = { line: loc.start.line, column: loc.start.column + 1 };
    problems.push(templateProblem(code, source, place, message, hint));
  };
  const known = (names: Iterable<string>): string => `Available: ${[...names].join(', ')}.`;

  class Strict extends Visitor {
    override PathExpression(path: hbs.AST.PathExpression): void {
      Object.assign(path, { strict: true });
    }

    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      const name = nameOf(statement.path);
      const isCall = statement.params.length > 0 || Object.hasOwn(rules.helpers, name);
      if (!isCall && !rules.printsBareValues) {
        const hint = `Print it through the helper for its context, such as {{string ${name}}} or {{text ${name}}}.`;
        report('template-unencoded', statement, `{{${name}}} prints text without encoding it.`, hint);
      }
      super.MustacheStatement(statement);
    }

    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const name = nameOf(block.path);
      if (!blocks.has(name)) report('template-unknown-helper', block, `Unknown block: {{#${name}}}.`, known(blocks));
      super.BlockStatement(block);
    }

    override PartialStatement(statement: hbs.AST.PartialStatement): void {
      const name = nameOf(statement.name);
      if (!rules.partials.has(name)) {
        const hint = rules.partials.size === 0 ? 'Naming templates cannot use partials.' : known(rules.partials);
        report('template-unknown-partial', statement, `Unknown partial: ${name}.`, hint);
      }
      super.PartialStatement(statement);
    }
  }
  new Strict().accept(program);
  if (problems.length > 0) throw new ProblemsError(problems);
  return program;
}

function nameOf(path: object): string {
  return 'original' in path ? String(path.original) : '';
}

/** Wraps a helper to append its position in the template to the messages of its errors, as Handlebars does for its own. */
function located(name: string, helper: (...values: unknown[]) => unknown): (...values: unknown[]) => unknown {
  return (...values) => {
    try {
      if (values.length < 2) throw new TypeError(`'${name}' requires a value`);
      return helper(...values);
    } catch (error) {
      const { loc }: { loc?: { start?: { line: number; column: number } } } = Object(values.at(-1));
      const place = loc?.start ? ` - ${loc.start.line}:${loc.start.column}` : '';
      throw new TypeError(`${error instanceof Error ? error.message : String(error)}${place}`, { cause: error });
    }
  };
}

/**
 * Prototype of all template data: it only contains what Handlebars shows if a field is missing, the names of the existing ones.
 */
const plain: object = Object.create(null, {
  [Symbol.toPrimitive]: {
    value(this: object) {
      return Object.keys(this).join(', ');
    },
  },
});

/** Data of a template, without a prototype: `constructor` is a field only if the data has it. */
export function templateData<Data>(data: Data): Data;
export function templateData(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(templateData);
  if (typeof data !== 'object' || data === null) return data;
  const copy = Object.create(plain);
  for (const [key, value] of Object.entries(data)) copy[key] = templateData(value);
  return copy;
}
