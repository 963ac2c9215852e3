import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { findSnippets, type Snippet } from './find.js';
import { runSnippets } from './run.js';

/**
 * Type-checks every TypeScript snippet of a package's documentation as it stands there, each as a module of its own,
 * against the built packages, and with `--run` also runs those of the guides, of the index and of the README; those of
 * single operations are the calls that the package's own tests make.
 * `node scripts/run.mjs scripts/snippets/snippets.ts [--run] PACKAGE_FOLDER ...`. Exits 1 on any error.
 */
function check(folder: string, snippets: readonly Snippet[]): number {
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

function isGuide(folder: string, { document }: Snippet): boolean {
  return /^(?:README\.md|docs[/\\]index\.md|docs[/\\]guides[/\\].*)$/.test(relative(folder, document));
}

const flags = process.argv.slice(2);
const folders = flags.filter((flag) => flag !== '--run').map((folder) => resolve(folder));
let errors = folders.length === 0 ? 1 : 0;
for (const folder of folders) {
  const snippets = findSnippets(folder);
  errors += check(folder, snippets);
  if (!flags.includes('--run')) continue;
  const programs = snippets.filter((snippet) => isGuide(folder, snippet));
  const faults = programs.length === 0 ? [] : await runSnippets(folder, programs);
  for (const fault of faults) console.error(fault);
  console.log(`${folder}: ${programs.length} programs run, ${faults.length} failed`);
  errors += faults.length;
}
process.exitCode = errors > 0 ? 1 : 0;
