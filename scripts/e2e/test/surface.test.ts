import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ts from 'typescript';
import { writeSurface } from '../surface.js';

const DECLARATIONS = `
export interface Settings { readonly limit?: number; readonly name: string }
export interface Box<T> { readonly content: T }
export interface Call extends Promise<string>, AsyncIterable<number> { withResponse(): Promise<object> }
export declare class Failure extends Error { readonly status: number; static is(value: unknown): value is Failure }
export declare class Client { #secret: string; constructor(settings: Settings); getThing(args: Settings): Call; private hidden(): void }
export declare function helper(text: string): number;
export declare const table: { readonly path: string };
declare class Inner { readonly depth: number }
export type { Inner };
`;

const libraries = new Map<string, ts.SourceFile>();
let folder = '';
let surface = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surface-'));
  const declarations = join(folder, 'package.d.ts');
  writeFileSync(declarations, DECLARATIONS);
  surface = writeSurface([{ name: 'main', specifier: './package.js', declarations, typesOnly: false }]);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The compiler's messages about the program, with the declarations as they are now. */
function compile(declarations: string): string[] {
  writeFileSync(join(folder, 'package.d.ts'), declarations);
  const file = join(folder, 'surface.ts');
  writeFileSync(file, surface);
  const lib = ['lib.es2022.d.ts'];
  const options = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    lib,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) => {
    if (path.startsWith(folder)) return getSourceFile(path, ...rest);
    const library = libraries.get(path) ?? getSourceFile(path, ...rest);
    if (library !== undefined) libraries.set(path, library);
    return library;
  };
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test.each([
  'value["limit"]',
  '({ "limit": value, "name": value })',
  'value["getThing"](...args).withResponse()',
  'for await (const item of value["getThing"](...args))',
  'new main.Client(...args)',
  'error instanceof main.Failure',
  'main.Failure.is(error)',
  'main.helper(...args)',
  '() => main.table',
  'value["depth"]',
])('touches %s', (use) => {
  expect(surface).toContain(use);
});

test.each(['secret', 'hidden', 'new main.Inner'])('leaves %s alone', (name) => {
  expect(surface).not.toContain(name);
});

test('compiles as long as everything is there', () => {
  expect(compile(DECLARATIONS)).toEqual([]);
});

test.each([
  'readonly status: number;',
  'readonly limit?: number;',
  'export declare function helper(text: string): number;',
])('does not compile without %s', (member) => {
  expect(compile(DECLARATIONS.replace(member, ''))).not.toEqual([]);
});
