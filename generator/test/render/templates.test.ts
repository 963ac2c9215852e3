import { describe, expect, test } from '@jest/globals';
import Handlebars from 'handlebars';
import { ProblemsError } from '../../src/problems/index.js';
import { printHelpers, Templates } from '../../src/render/templates.js';
import { readTemplateTexts } from '../features/generate.js';

const texts = await readTemplateTexts();
const builtIn = new Set(['if', 'unless', 'each', 'with']);

/** What a template prints past the helpers, as `line: text`. */
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

describe('templates print through the encoders alone', () => {
  const templates = [...texts].filter(([path]) => path.endsWith('.hbs') && !path.startsWith('naming/'));

  test.each(templates)('%s', (_path, text) => {
    expect(bareValues(text)).toEqual([]);
  });

  test('and what does not is found', () => {
    const text = '{{string a}}\n{{value}}\n{{{text b}}}\n{{#each list}}{{this}}{{/each}}{{#unknown x}}{{/unknown}}';
    expect(bareValues(text)).toEqual(['2: value', '4: this', '4: #unknown']);
  });
});

describe('rendering', () => {
  const render = (text: string, view: object) => new Templates(new Map([['a/b.hbs', text]])).render('a/b.hbs', view);

  test('does not escape for HTML, and reads no inherited property', () => {
    expect(render('{{code a}}', { a: '<b> & "' })).toBe('<b> & "');
    expect(() => render('{{code constructor}}', {})).toThrow(ProblemsError);
  });

  test('refuses what is no identifier', () => {
    expect(() => render('{{identifier a}}', { a: 'x; y' })).toThrow(ProblemsError);
  });

  test('a fault names the template and its line', () => {
    const problemOf = (text: string): unknown => {
      try {
        return render(text, {});
      } catch (error) {
        return error instanceof ProblemsError ? error.problems : error;
      }
    };
    expect(problemOf('\n\n{{code missing}}')).toMatchObject([
      { code: 'template-invalid', file: 'templates/a/b.hbs', line: 3 },
    ]);
    expect(problemOf('\n{{#if}')).toMatchObject([{ code: 'template-invalid', line: 2 }]);
  });
});
