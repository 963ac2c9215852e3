import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/** Path below `generator/src` -> text. */
type Sources = ReadonlyMap<string, string>;

/**
 * What each folder may import: other folders, or single files of them. `load/document.ts` is a data type for the folders after
 * `load`; it imports nothing of `load`.
 */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['problems', []],
  ['schema', ['problems']],
  ['config', ['problems']],
  ['init', ['problems', 'config']],
  ['load', ['problems', 'config', 'schema']],
  ['addons', ['schema']],
  ['model', ['problems', 'addons', 'schema', 'load/document.ts']],
  ['naming', ['problems', 'schema', 'model']],
  ['render', ['problems', 'addons', 'schema', 'load/document.ts', 'model', 'naming']],
  ['output', ['problems']],
  ['diff', ['problems', 'addons', 'model', 'naming', 'schema', 'load/document.ts', 'render/encode.ts']],
  ['compatibility', ['problems', 'model', 'naming', 'diff', 'render/encode.ts', 'render/compilers.ts']],
  ['impact', ['problems', 'model', 'naming', 'schema', 'diff']],
  ['migrate', ['problems', 'diff', 'impact']],
  ['mock', ['problems', 'addons', 'schema', 'load/document.ts', 'model']],
  ['adopt', ['problems', 'schema', 'load', 'model', 'diff']],
  [
    'generate',
    [
      'problems',
      'config',
      'addons',
      'schema',
      'load',
      'model',
      'naming',
      'render',
      'output',
      'diff',
      'compatibility',
      'impact',
      'migrate',
      'mock',
      'adopt',
    ],
  ],
  ['index.ts', ['problems', 'config', 'generate', 'mock']],
  [
    'cli',
    [
      'problems',
      'config',
      'schema',
      'load',
      'model',
      'naming',
      'render',
      'output',
      'diff',
      'compatibility',
      'impact',
      'mock',
      'generate',
      'init',
    ],
  ],
]);

/** The only folder that uses the terminal and the exit code. */
const TERMINAL_FOLDER = 'cli';
const PROCESS_MEMBERS: ReadonlySet<string> = new Set(['exit', 'exitCode', 'stdout', 'stderr', 'abort']);

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The relative imports of a file, static and dynamic, of values and of types, as paths below `generator/src`. */
function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier).replace(/\.js$/, '.ts'));
}

function boundaryFaults(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const folder = folderOf(path);
    const allowed = ALLOWED.get(folder);
    if (allowed === undefined) {
      faults.push(`${path} is outside of all folders`);
      continue;
    }
    for (const imported of importsOf(path, text)) {
      if (!sources.has(imported)) faults.push(`${path} imports ${imported}, which is not a source file`);
      else if (folderOf(imported) !== folder && !allowed.includes(imported) && !allowed.includes(folderOf(imported))) {
        faults.push(`${path} imports ${imported}`);
      }
    }
  }
  return faults;
}

/** One cycle for each import that closes one. */
function importCycles(sources: Sources): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (path: string): void => {
    if (done.has(path)) return;
    const start = open.indexOf(path);
    if (start !== -1) {
      cycles.push([...open.slice(start), path].join(' -> '));
      return;
    }
    open.push(path);
    for (const imported of importsOf(path, sources.get(path) ?? '')) {
      if (sources.has(imported)) visit(imported);
    }
    open.pop();
    done.add(path);
  };
  for (const path of sources.keys()) visit(path);
  return cycles;
}

/** The members of an object that a node accesses: `a.b`, `a['b']`, or `b` destructured from `a`. */
function namedMembers(node: ts.Node): (readonly [object: string, member: string])[] {
  if (ts.isPropertyAccessExpression(node)) return [[node.expression.getText(), node.name.text]];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return [[node.expression.getText(), node.argumentExpression.text]];
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined) {
    const object = node.initializer.getText();
    return node.name.elements.map((element) => [object, (element.propertyName ?? element.name).getText()] as const);
  }
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const bindings = node.importClause?.namedBindings;
    const module = node.moduleSpecifier.text.replace(/^node:/, '');
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map((element) => [module, (element.propertyName ?? element.name).text] as const);
  }
  return [];
}

function terminalFaults(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    // Parsing all files takes seconds.
    if (folderOf(path) === TERMINAL_FOLDER || !/process|console/.test(text)) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
    const visit = (node: ts.Node): void => {
      for (const [object, member] of namedMembers(node)) {
        const name = object.replace(/^globalThis\./, '');
        if (name === 'console' || (name === 'process' && PROCESS_MEMBERS.has(member))) {
          const { line } = file.getLineAndCharacterOfPosition(node.getStart());
          faults.push(`${path}:${line + 1} uses ${name}.${member}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return faults;
}

/** The folders that use ts-morph: others load them when a command needs them. */
const COMPILER_FOLDERS: readonly string[] = ['compatibility', 'impact', 'migrate'];

/** The imports that load ts-morph together with a file of another folder. */
function eagerImports(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const isConcerned = ['ts-morph', ...COMPILER_FOLDERS].some((name) => text.includes(name));
    if (COMPILER_FOLDERS.includes(folderOf(path)) || !isConcerned) return [];
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
    return file.statements.flatMap((statement) => {
      const isImport = ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly !== true;
      const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
      const from = isImport || isExport ? statement.moduleSpecifier : undefined;
      if (from === undefined || !ts.isStringLiteral(from)) return [];
      const folder = folderOf(join(dirname(path), from.text));
      const isEager = from.text === 'ts-morph' || (from.text.startsWith('.') && COMPILER_FOLDERS.includes(folder));
      return isEager ? [`${path} imports ${from.text}`] : [];
    });
  });
}

function readSources(): Sources {
  const root = fileURLToPath(new URL('../src', import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => path.endsWith('.ts')).sort();
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

describe('the sources', () => {
  const sources = readSources();

  test('are read', () => {
    expect(sources.has('problems/problem.ts')).toBe(true);
  });

  test('import only what their folder may import', () => {
    expect(boundaryFaults(sources)).toEqual([]);
  });

  test('have no import cycle', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test('load ts-morph only for the commands that need it', () => {
    expect(eagerImports(sources)).toEqual([]);
    const users = [...sources].filter(([, text]) => text.includes("from 'ts-morph'"));
    expect([...new Set(users.map(([path]) => folderOf(path)))].sort()).toEqual([...COMPILER_FOLDERS].sort());
  });

  test('only use the terminal and the exit code in the folder cli', () => {
    expect(terminalFaults(sources)).toEqual([]);
  });
});

describe('this check', () => {
  const others: readonly (readonly [string, string])[] = [
    ['model/model.ts', ''],
    ['load/load.ts', ''],
    ['load/document.ts', ''],
    ['problems/index.ts', ''],
  ];

  test.each([
    ['a static import', "import { a } from '../load/load.js';"],
    ['an import for its effect', "import '../load/load.js';"],
    ['a type import', "import type { A } from '../load/load.js';"],
    ['an export', "export * from '../load/load.js';"],
    ['a dynamic import', "const a = await import('../load/load.js');"],
    ['an import type', "type A = import('../load/load.js').A;"],
  ])('reports %s of another folder', (_name, text) => {
    const sources = new Map([...others, ['output/write.ts', text]]);
    expect(boundaryFaults(sources)).toEqual(['output/write.ts imports load/load.ts']);
  });

  test.each([
    ['of the same folder', 'output/write.ts', "import './plan.js';", ['output/plan.ts', '']],
    ['that its folder may', 'output/write.ts', "import '../problems/index.js';", ['output/plan.ts', '']],
    ['of a single file that it may', 'model/a.ts', "import '../load/document.js';", ['output/plan.ts', '']],
    ['of a package', 'output/write.ts', "import 'typescript';", ['output/plan.ts', '']],
  ] as const)('accepts an import %s', (_name, path, text, other) => {
    expect(boundaryFaults(new Map([...others, other, [path, text]]))).toEqual([]);
  });

  test.each([
    ['index.ts', "import { Project } from 'ts-morph';", 1],
    ['cli/impact.ts', "export { usesIn } from '../impact/index.js';", 1],
    ['cli/impact.ts', "import type { Use } from '../impact/index.js';", 0],
    ['impact/uses.ts', "import { Node } from 'ts-morph';", 0],
  ])('finds the imports that load ts-morph in %s: %s', (path, text, count) => {
    expect(eagerImports(new Map([[path, text]]))).toHaveLength(count);
  });

  test('reports a file outside of all folders, and an import of a missing file', () => {
    const sources = new Map([
      ['elsewhere/a.ts', ''],
      ['output/a.ts', "import './gone.js';"],
    ]);
    expect(boundaryFaults(sources)).toEqual([
      'elsewhere/a.ts is outside of all folders',
      'output/a.ts imports output/gone.ts, which is not a source file',
    ]);
  });

  test('reports a cycle over several files', () => {
    const sources = new Map([
      ['model/a.ts', "import './b.js';"],
      ['model/b.ts', "export * from './c.js';"],
      ['model/c.ts', "await import('./b.js');"],
    ]);
    expect(importCycles(sources)).toEqual(['model/b.ts -> model/c.ts -> model/b.ts']);
  });

  test.each([
    ['process.exit(1);', 'process.exit'],
    ['process.exitCode = 1;', 'process.exitCode'],
    ["process['stdout'].write('');", 'process.stdout'],
    ['globalThis.process.stderr;', 'process.stderr'],
    ['const { stdout: out } = process;', 'process.stdout'],
    ["import { exit } from 'node:process';", 'process.exit'],
    ["console.log('');", 'console.log'],
  ])('reports %s', (text, want) => {
    expect(terminalFaults(new Map([['load/a.ts', text]]))).toEqual([`load/a.ts:1 uses ${want}`]);
    expect(terminalFaults(new Map([['cli/a.ts', text]]))).toEqual([]);
  });

  test.each(["// console.log('');", "const text = 'process.exit()';", 'process.cwd();', 'const { env } = process;'])(
    'accepts %s',
    (text) => {
      expect(terminalFaults(new Map([['load/a.ts', text]]))).toEqual([]);
    },
  );
});
