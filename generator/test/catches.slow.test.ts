import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files that answer any error, each with its reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['generator/src/mock/index.ts', 'a server logs the error of a request, responds with 500 and continues'],
]);

/** Whether a handler throws something: one that never does treats our own bugs as expected errors. */
function throws(node: ts.Node): boolean {
  return ts.isThrowStatement(node) || (ts.forEachChild(node, throws) ?? false);
}

/** The function that is given to `.catch(…)`, or as the second argument to `.then(…)`. */
function rejectionHandler(node: ts.Node): ts.Node | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (method === 'catch') return node.arguments[0];
  return method === 'then' ? node.arguments[1] : undefined;
}

/** Whether a handler uses the error at all. */
function looks(node: ts.Node): boolean {
  if (ts.isCatchClause(node)) return node.variableDeclaration !== undefined;
  return !ts.isFunctionLike(node) || node.parameters.length > 0;
}

/** The lines where any error is caught: `bare`, those whose handler does not look at it; `wide`, those that never throw. */
function catchesIn(path: string, text: string): { readonly bare: string[]; readonly wide: string[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const bare: string[] = [];
  const wide: string[] = [];
  const visit = (node: ts.Node): void => {
    const handler = ts.isCatchClause(node) ? node : rejectionHandler(node);
    if (handler !== undefined && !throws(handler)) {
      const place = `${path}:${file.getLineAndCharacterOfPosition(handler.getStart()).line + 1}`;
      wide.push(place);
      if (!looks(handler)) bare.push(place);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { bare, wide };
}

function catchesBelow(folder: string): ReturnType<typeof catchesIn>[] {
  return (
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.m?[jt]s$/.test(path) && !path.includes('node_modules'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => !ALLOWED.has(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
      // Parsing all files takes seconds.
      .filter(([, text]) => /catch|then/.test(text))
      .map(([path, text]) => catchesIn(path, text))
  );
}

test('the generator catches only expected errors and rethrows the rest', () => {
  expect(catchesBelow('generator/src').flatMap(({ wide }) => wide)).toEqual([]);
});

test('no script ignores the error that it catches', () => {
  expect(catchesBelow('scripts').flatMap(({ bare }) => bare)).toEqual([]);
});

describe('this check', () => {
  test.each([
    'try { work(); } catch { retry(); }',
    'await work().catch(() => undefined);',
    'await work().then(use, () => undefined);',
  ])('reports %s', (text) => {
    expect(catchesIn('a.ts', `\n${text}`)).toEqual({ bare: ['a.ts:2'], wide: ['a.ts:2'] });
  });

  test.each([
    'try { work(); } catch (error) { report(String(error)); }',
    'await work().catch((error: unknown) => report(error));',
    'await work().then(use, report);',
  ])('reports that %s rethrows nothing', (text) => {
    expect(catchesIn('a.ts', text)).toEqual({ bare: [], wide: ['a.ts:1'] });
  });

  test.each([
    'try { work(); } catch (error) { if (!(error instanceof SyntaxError)) throw error; }',
    "try { work(); } catch { throw new Error('The work failed.'); }",
    'await work().catch((error: unknown) => { throw explained(error); });',
    '// catch {',
  ])('accepts %s', (text) => {
    expect(catchesIn('a.ts', text)).toEqual({ bare: [], wide: [] });
  });
});
