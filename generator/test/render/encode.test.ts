// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is what must stay as it is.
import { describe, expect, test } from '@jest/globals';
import { Lexer, type Token, type Tokens } from 'marked';
import ts from 'typescript';
import {
  cellSpan,
  comment,
  markdown,
  markdownCell,
  markdownText,
  propertyKey,
  stringLiteral,
} from '../../src/render/encode.js';

const hostile = [
  'plain',
  '',
  "'; process.exit(1); //",
  '\\',
  "\\'",
  '"double" `back` ${code}',
  '*/ alert(1) /*',
  '*\\/ **/ *//',
  'line\nbreak\r\nand\u2028separators\u2029',
  '\u0000\u007f\ud800 lone',
  '</script><script>alert(1)</script>',
  '<!-- comment --> <![CDATA[x]]> <?php ?>',
  '<img src=x onerror=alert(1)> \\<b> \\\\<i>',
  '{{value}} {{{triple}}}',
  '[a](javascript:alert(1)) ![b](JaVaScRiPt:alert(1))',
  '[a](<javascript:alert(1)>) [b]( javascript:alert(1) "t")',
  '[a](java&#115;cript:alert(1)) [b](&#x6A;avascript:alert(1)) [c](javascript&colon;alert(1))',
  '[a](java\tscript:x) [b](\\javascript:x) [c](java\\script:x) [d](data:text/html,x) [e](vbscript:x)',
  '[a]\n(javascript:x) [b](\njavascript:x)',
  '[ref]: javascript:alert(1)\n\n[ref] [text][ref]',
  ' [ref]:\njavascript:alert(1)\n\n[ref]',
  '> [ref]: javascript:alert(1)\n\n[ref]',
  '- [ref]: javascript:alert(1)\n\n[ref]',
  '<javascript:alert(1)> <http://example.com>',
  '| a | b |\n|---|---|\n| `|` | <b> |',
  'a | b \\| c \\\\| d',
  '` unclosed <b>',
  '```\nunclosed fence <b>',
  '@deprecated text\n  @internal',
  '# heading\n===\n- list\n1. one',
  '__proto__ _a_ *b* ~~c~~ user_name',
  '&lt;b&gt; &amp;',
  'www.example.com',
];

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest, true);
}

/** The errors of the parser. */
function faults(text: string): number {
  return ts.transpileModule(text, { reportDiagnostics: true }).diagnostics?.length ?? 0;
}

describe('TypeScript reads back', () => {
  test.each(hostile)('the string %j', (text) => {
    const code = stringLiteral(text);
    const [statement] = parse(code).statements;
    expect(faults(`export const x = ${code};`)).toBe(0);
    const literal = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
    expect(literal && ts.isStringLiteral(literal) ? literal.text : undefined).toBe(text);
    expect(code).not.toMatch(/[\n\r\u2028\u2029]/);
  });

  test.each([...hostile, '__proto__', 'constructor', 'a-b', '1', 'class'])('the property %j', (name) => {
    const code = `({ ${propertyKey(name)}: 1 })`;
    expect(faults(`export const x = ${code};`)).toBe(0);
    const object: unknown = new Function(`return ${code};`)();
    expect(Object.entries(object ?? {})).toEqual([[name, 1]]);
  });

  test.each(hostile)('nothing but a comment in the comment of %j', (text) => {
    const file = parse(`${comment([text, text], '  ')}const after = 1;`);
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]?.getText()).toBe('const after = 1;');
    expect(ts.getJSDocTags(file.statements[0] ?? file)).toEqual([]);
  });
});

/** All tokens of a text, including nested ones. */
function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      found.push(token);
      if ('tokens' in token && Array.isArray(token.tokens)) visit(token.tokens);
      if (token.type === 'list') for (const item of (token as Tokens.List).items) visit(item.tokens);
      if (token.type === 'table') {
        const { header, rows } = token as Tokens.Table;
        for (const cell of [...header, ...rows.flat()]) visit(cell.tokens);
      }
    }
  };
  visit(new Lexer({ gfm: true }).lex(text));
  return found;
}

function dangers(text: string): string[] {
  return tokensOf(text).flatMap((token) => {
    if (token.type === 'html') return [`HTML: ${token.raw}`];
    if (token.type !== 'link' && token.type !== 'image' && token.type !== 'def') return [];
    const href = 'href' in token ? String(token.href) : '';
    // As a browser reads it: entities resolved, control characters removed.
    const plain = href.replace(/&#x([\da-f]+);?/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
    const scheme = /^([a-z][a-z\d+.-]*):/i.exec(
      plain
        .replace(/&#(\d+);?/g, (_, code) => String.fromCodePoint(Number(code)))
        .replace(/&colon;/gi, ':')
        .replace(/[\u0000- ]/g, ''),
    );
    return scheme && !/^(https?|mailto)$/i.test(scheme[1] ?? '') ? [`link: ${href}`] : [];
  });
}

describe('Markdown shows', () => {
  test.each(hostile)('no HTML and no script of %j', (text) => {
    expect(dangers(`${markdown(text)}\n`)).toEqual([]);
    expect(dangers(`# ${markdownText(text)}\n`)).toEqual([]);
    expect(dangers(`| a | b |\n|---|---|\n| ${markdownCell(text)} | ${cellSpan(text)} |\n`)).toEqual([]);
  });

  test.each(hostile)('a row of three cells for %j', (text) => {
    const table = `| a | b | c |\n|---|---|---|\n| ${markdownCell(text)} | ${cellSpan(text || 'x')} | last |\n`;
    const [only, ...others] = new Lexer({ gfm: true }).lex(table).filter(({ type }) => type !== 'space');
    expect([only?.type, others]).toEqual(['table', []]);
    const { rows } = only as Tokens.Table;
    expect(rows.map((row) => row.length)).toEqual([3]);
    expect(rows[0]?.[2]?.text).toBe('last');
  });

  test.each(hostile.filter((text) => text.trim() !== '' && !/[\n\r\u2028]/.test(text)))(
    'literal titles: %j',
    (text) => {
      const [heading] = new Lexer({ gfm: true }).lex(`# x${markdownText(text)}\n`);
      const inner = heading && 'tokens' in heading ? (heading.tokens ?? []) : [];
      expect(inner.every(({ type }) => type === 'text' || type === 'escape' || type === 'link')).toBe(true);
    },
  );

  test.each([
    ['see `<id>` and <b>', 'see `<id>` and \\<b>'],
    ['``a ` <b>`` `<c>`', '``a ` <b>`` `<c>`'],
    ['a ` b\n`<img>`', 'a ` b\n`\\<img>`'],
    ['| `a | <img> ` |', '| `a | \\<img> ` |'],
    ['```\nopen', '```\nopen\n```'],
    ['```\nclosed\n```', '```\nclosed\n```'],
    ['[a](javascript:x)', '[a]\\(javascript:x)'],
    ['[a]() [b](#top) [c](page.md "t")', '[a]() [b](#top) [c](page.md "t")'],
    ['see [1]: it', 'see [1]: it'],
  ])('%j as %j', (text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  test('emphasis, code, links and lists', () => {
    const text = '**bold** and `code`\n\n- [link](https://example.com)\n- [other](./page.md#x)';
    expect(markdown(text)).toBe(text);
    const types = tokensOf(markdown(text)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['strong', 'codespan', 'list', 'link']));
  });

  test.each(['\\', '[', '](', '\\<', '`a', '``a`', '_', '\\|', '~~~\n'])('runs of %j in linear time', (unit) => {
    const text = `x${unit.repeat(100_000)}x`;
    const start = performance.now();
    for (const encode of [markdown, markdownCell, cellSpan, markdownText]) encode(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
