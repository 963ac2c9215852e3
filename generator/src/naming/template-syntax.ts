import { Lines, type Problem, type ProblemCode } from '../problems/index.js';
import { loadHandlebars } from './handlebars.js';

/** What the templates of one kind may call. */
export interface TemplateRules {
  readonly helpers: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  /** Whether `{{value}}` may be printed without a helper. */
  readonly printsBareValues: boolean;
}

/** One-based; without a column where only the line is known. */
export interface TemplatePlace {
  readonly line: number;
  readonly column?: number;
}

/** A template's text, and its file as problems tell it. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

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

/** Everything that can be told of a template before it is given data. */
export function checkTemplate(source: TemplateSource, rules: TemplateRules): Problem[] {
  let program: hbs.AST.Program;
  try {
    program = loadHandlebars().parse(source.text);
  } catch (error) {
    const problem = syntaxProblem(source, error);
    if (problem === undefined) throw error;
    return [problem];
  }
  return findProblems(program, source, rules);
}

/**
 * Where a template mentions a field. The last name of a path is looked for, so that of several places with the same name
 * the first is told.
 */
export function placeOfField(text: string, path: readonly string[]): TemplatePlace | undefined {
  const Handlebars = loadHandlebars();
  let place: TemplatePlace | undefined;
  class Finder extends Handlebars.Visitor {
    override PathExpression(expression: hbs.AST.PathExpression): void {
      if (!expression.data && expression.parts.includes(path.at(-1) ?? '')) place ??= startOf(expression);
    }
  }
  new Finder().accept(Handlebars.parse(text));
  return place;
}

/** The place that Handlebars tells at the end of some messages: line and zero-based column. */
export function placeInMessage(message: string): TemplatePlace | undefined {
  const [, line, column] = / - (\d+):(\d+)$/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) + 1 };
  const [, onLine] = /^(?:Parse|Lexical) error on line (\d+)/.exec(message) ?? [];
  return onLine === undefined ? undefined : { line: Number(onLine) };
}

/** Undefined for an error without a place in the template. */
function syntaxProblem(source: TemplateSource, error: unknown): Problem | undefined {
  const told = error instanceof Error ? error.message : '';
  const place = placeInMessage(told);
  if (place === undefined) return undefined;
  const [, found] = /got '(\w+)'$/.exec(told) ?? [];
  const reason =
    found === undefined
      ? told.replace(/ - \d+:\d+$/, '')
      : found === 'EOF'
        ? 'it ends within a block'
        : 'this cannot stand here';
  const hint = 'Close every {{#name}} with {{/name}}, and every {{ with }}.';
  return templateProblem('template-syntax', source, place, `The template cannot be parsed: ${reason}.`, hint);
}

function startOf({ loc }: hbs.AST.Node): TemplatePlace {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

function findProblems(program: hbs.AST.Program, source: TemplateSource, rules: TemplateRules): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, node: hbs.AST.Node, message: string, hint: string): void => {
    problems.push(templateProblem(code, source, startOf(node), message, hint));
  };
  const known = (names: Iterable<string>): string => `There are ${[...names].join(', ')}.`;
  const checkHelper = (name: string, node: hbs.AST.Node): void => {
    if (rules.helpers.has(name)) return;
    report('template-unknown-helper', node, `There is no helper ${name}.`, known(rules.helpers));
  };

  class Checker extends loadHandlebars().Visitor {
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      const name = nameOf(statement.path);
      const isCall = statement.params.length > 0 || statement.hash !== undefined;
      if (isCall) checkHelper(name, statement);
      else if (rules.helpers.has(name)) {
        const hint = `Write {{${name} value}}.`;
        report('template-invalid', statement, `${name} is a helper, and is given nothing.`, hint);
      } else if (!rules.printsBareValues) {
        const hint = `Print it through the helper of the place where it lands, such as {{string ${name}}} or {{text ${name}}}.`;
        report('template-unencoded', statement, `{{${name}}} prints a text as it is.`, hint);
      }
      super.MustacheStatement(statement);
    }

    override SubExpression(expression: hbs.AST.SubExpression): void {
      checkHelper(nameOf(expression.path), expression);
      super.SubExpression(expression);
    }

    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const name = nameOf(block.path);
      if (!BLOCKS.has(name)) report('template-unknown-helper', block, `There is no block {{#${name}}}.`, known(BLOCKS));
      super.BlockStatement(block);
    }

    override PartialStatement(statement: hbs.AST.PartialStatement): void {
      const name = nameOf(statement.name);
      if (!rules.partials.has(name)) {
        const hint = rules.partials.size === 0 ? 'Names have no partials.' : known(rules.partials);
        report('template-unknown-partial', statement, `There is no partial ${name}.`, hint);
      }
      super.PartialStatement(statement);
    }
  }
  new Checker().accept(program);
  return problems;
}

function nameOf(path: object): string {
  return 'original' in path ? String(path.original) : '';
}
