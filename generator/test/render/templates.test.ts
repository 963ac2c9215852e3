import { describe, expect, test } from '@jest/globals';
import Handlebars from 'handlebars';
import { type Problem, ProblemsError } from '../../src/problems/index.js';
import { printHelpers, Templates } from '../../src/render/templates.js';
import type { PackageView } from '../../src/render/views/index.js';
import { readTemplateTexts } from '../features/generate.js';

const texts = await readTemplateTexts();
const builtIn = new Set(['if', 'unless', 'each', 'with']);

/** What a template prints without a helper, as `line: text`. */
function bareValues(text: string): string[] {
  const found: string[] = [];
  class Finder extends Handlebars.Visitor {
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      const name = 'original' in mustache.path ? String(mustache.path.original) : '';
      const isHelper = mustache.params.length > 0 && Object.hasOwn(printHelpers, name);
      if (!isHelper) found.push(`${mustache.loc.start.line}: ${name}`);
      super.MustacheStatement(mustache);
    }
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const name = 'original' in block.path ? String(block.path.original) : '';
      if (!builtIn.has(name)) found.push(`${block.loc.start.line}: #${name}`);
      super.BlockStatement(block);
    }
  }
  new Finder().accept(Handlebars.parse(text));
  return found;
}

describe('templates print only through the encoders', () => {
  const templates = [...texts].filter(([path]) => path.endsWith('.hbs') && !path.startsWith('naming/'));

  test.each(templates)('%s', (_path, text) => {
    expect(bareValues(text)).toEqual([]);
  });

  test('a template that prints otherwise is found', () => {
    const text = '{{string a}}\n{{value}}\n{{{text b}}}\n{{#each list}}{{this}}{{/each}}{{#unknown x}}{{/unknown}}';
    expect(bareValues(text)).toEqual(['2: value', '4: this', '4: #unknown']);
  });
});

describe('rendering', () => {
  const view: PackageView = {
    className: 'PetsClient',
    optionsName: 'PetsClientOptions',
    serverClassName: 'PetsServerClient',
    coreName: 'ChatCore',
    serverOptionsName: 'PetsServerClientOptions',
    errorPrefix: 'Pets',
    variable: 'pets',
    clientPackage: '@acme/pets-client',
    serverEntry: '@acme/pets-client/server',
    typesPackage: '@acme/pets-types',
    clientName: 'pets-client-1.0.0',
    userAgent: 'pets-client/0.1.0',
    version: '1.0.0',
    exports: ['./a.js'],
  };
  /** What a template for the client's entry prints, or its problems. */
  const render = (text: string, more: readonly (readonly [string, string])[] = []): string | readonly Problem[] => {
    const templates = new Templates(new Map([['client/index.ts.hbs', text], ...more]));
    const printed = templates.render('client/index.ts.hbs', view);
    try {
      templates.throwIfFailed();
      return printed;
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      return error.problems;
    }
  };

  test('does not escape for HTML', () => {
    expect(render('{{code className}}{{code "<b> & "}}')).toBe('PetsClient<b> & ');
  });

  test.each([
    ['an unclosed block', '\n{{#if exports}', 'template-syntax', 2, undefined, 'cannot be parsed'],
    [
      'a block that is closed by another name',
      '\n {{#if exports}}{{/each}}',
      'template-syntax',
      2,
      5,
      "if doesn't match each",
    ],
    [
      'a helper that does not exist',
      '\n\n{{shout className}}',
      'template-unknown-helper',
      3,
      1,
      'Unknown helper: shout',
    ],
    ['one within another', '{{text (shout className)}}', 'template-unknown-helper', 1, 8, 'Unknown helper: shout'],
    ['a block that does not exist', '{{#loop exports}}{{/loop}}', 'template-unknown-helper', 1, 1, '{{#loop}}'],
    ['a partial that does not exist', ' {{> footer}}', 'template-unknown-partial', 1, 2, 'Unknown partial: footer'],
    ['a text without a helper', '{{className}}', 'template-unencoded', 1, 1, '{{className}}'],
    ['a helper without a value', '{{text}}', 'template-invalid', 1, 1, "'text' requires a value"],
    ['a field that is not there', '\n{{text clasName}}', 'template-missing-data', 2, 8, 'no clasName'],
    ['one that a block uses', '{{#if usesTyps}}{{/if}}', 'template-missing-data', 1, 7, 'no usesTyps'],
    ['one in an item of a list', '{{#each list}}{{text nam}}{{/each}}', 'template-missing-data', 1, 9, 'no list'],
    ['one of a text', '{{#each exports}}{{text this.nam}}{{/each}}', 'template-missing-data', 1, 30, 'no nam'],
    ['an inherited one', '{{code constructor}}', 'template-missing-data', 1, 8, 'no constructor'],
    ['what a helper does not take', '\n {{text exports}}', 'template-invalid', 2, 2, "'text' requires a string"],
    ['what is not an identifier', '{{identifier "x; y"}}', 'template-invalid', 1, 1, 'not an identifier'],
  ])('reports the place of %s', (_title, text, code, line, column, message) => {
    const problems = render(text);
    expect(problems).toMatchObject([
      {
        code,
        severity: 'error',
        file: 'templates/client/index.ts.hbs',
        line,
        ...(column === undefined ? {} : { column }),
        message: expect.stringContaining(message),
        frame: expect.stringContaining(`> ${line} | `),
        hint: expect.any(String),
      },
    ]);
  });

  test('reports a fault of a partial in the partial, and all faults at once', () => {
    const partials = [
      ['partials/head.hbs', '\n{{text nothing}}'],
      ['partials/foot.hbs', '{{shout 1}}'],
    ] as const;
    const problems = render('{{> foot}}{{> head}}', partials);
    expect(problems).toMatchObject([
      { code: 'template-unknown-helper', file: 'templates/partials/foot.hbs', line: 1 },
      { code: 'template-missing-data', file: 'templates/partials/head.hbs', line: 2, column: 8 },
    ]);
  });

  test('lists the fields that exist', () => {
    const templates = new Templates(new Map([['types/operations.ts.hbs', '{{#each imports}}{{text locl}}{{/each}}']]));
    const imports = [{ exported: 'A', local: 'A', renamed: false }];
    expect(templates.render('types/operations.ts.hbs', { imports, declarations: [], renamed: [], events: [] })).toBe(
      '',
    );
    const problem = { line: 1, column: 25, hint: expect.stringContaining('here: exported, local, renamed.') };
    expect(() => templates.throwIfFailed()).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining(problem)] }),
    );
  });
});
