import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Type-checks every TypeScript snippet of a package's documentation as it stands there, each as a module of its own,
 * against the built packages: `node scripts/run.mjs scripts/snippets.ts PACKAGE_FOLDER ...`. Exits 1 on any error.
 */
interface Snippet {
  readonly document: string;
  readonly line: number;
  readonly text: string;
}

function findSnippets(folder: string): Snippet[] {
  const documents = ['README.md', ...listMarkdown(join(folder, 'docs')).map((name) => join('docs', name))];
  return documents.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
      document: join(folder, name),
      line: text.slice(0, match.index).split('\n').length + 1,
      text: match[1] ?? '',
    }));
  });
}

function listMarkdown(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  } catch {
    return []; // The types package has no documentation of its own.
  }
}

function check(folder: string): number {
  const snippets = findSnippets(folder);
  // Beside the package's sources, so that its own name and its dependencies resolve as they do for its tests.
  const files = new Map(snippets.map((snippet, index) => [join(folder, 'test', `snippet-${index}.ts`), snippet]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  const diagnostics = ts.getPreEmitDiagnostics(program);
  for (const { file, start, messageText } of diagnostics) {
    const snippet = file && files.get(file.fileName);
    const line = file && snippet ? snippet.line + file.getLineAndCharacterOfPosition(start ?? 0).line : 0;
    const place = snippet ? `${snippet.document}:${line}` : (file?.fileName ?? folder);
    console.error(`${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  }
  console.log(`${folder}: ${snippets.length} snippets, ${diagnostics.length} errors`);
  return diagnostics.length;
}

const folders = process.argv.slice(2);
const errors = folders.reduce((count, folder) => count + check(resolve(folder)), 0);
process.exitCode = errors > 0 || folders.length === 0 ? 1 : 0;
