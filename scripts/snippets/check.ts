import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { run } from '../common/process.js';
import type { Snippet } from './find.js';

/** The compilers of this project by their installed names. */
export type CompilerPackage = 'typescript' | 'typescript-7';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  moduleDetection: 'force',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/**
 * Compiles snippets unchanged, each as a module, against the built packages installed in the project's root.
 *
 * @returns a line for each error, with its location in the document.
 */
export async function checkSnippets(snippets: readonly Snippet[], compiler: CompilerPackage): Promise<string[]> {
  const folder = resolve('.cache', 'snippets', compiler);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = snippets.map((_, index) => `snippet-${index}.ts`);
  for (const [index, { text }] of snippets.entries()) writeFileSync(join(folder, `snippet-${index}.ts`), text);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const program = createRequire(import.meta.url)
    .resolve(`${compiler}/package.json`)
    .replace('package.json', 'bin/tsc');
  const { ok, output } = await run(process.execPath, [program, '-p', '.', '--pretty', 'false'], { cwd: folder });
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (!ok && lines.length === 0) return [`${compiler} failed and printed nothing`];
  return lines.map((line) =>
    line.replace(/^snippet-(\d+)\.ts\((\d+),\d+\)/, (place, index, row) => {
      const snippet = snippets[Number(index)];
      return snippet === undefined ? place : `${snippet.document}:${snippet.line + Number(row) - 1}`;
    }),
  );
}
