import { relative, resolve } from 'node:path';
import { checkSnippets } from './check.js';
import { findSnippets, type Snippet } from './find.js';
import { runSnippets } from './run.js';

/**
 * Type-checks every TypeScript snippet of the packages' documentation against the built packages, with TypeScript 7. With
 * `--run`, it takes TypeScript 5.9, and also runs those of the guides, of the index and of the README; those of single
 * operations are the calls that the package's own tests make.
 * `node scripts/run.mjs scripts/snippets/snippets.ts [--run] PACKAGE_FOLDER ...`. Exits 1 on any error.
 */
function isGuide(folder: string, { document }: Snippet): boolean {
  return /^(?:README\.md|docs[/\\]index\.md|docs[/\\]guides[/\\].*)$/.test(relative(folder, document));
}

const flags = process.argv.slice(2);
const isRunning = flags.includes('--run');
const folders = flags.filter((flag) => flag !== '--run').map((folder) => resolve(folder));
const snippets = folders.flatMap(findSnippets);
const errors = await checkSnippets(snippets, isRunning ? 'typescript' : 'typescript-7');
console.log(`${snippets.length} snippets, ${errors.length} errors`);
for (const folder of isRunning ? folders : []) {
  const programs = snippets.filter((snippet) => isGuide(folder, snippet));
  const faults = programs.length === 0 ? [] : await runSnippets(folder, programs);
  console.log(`${folder}: ${programs.length} programs run, ${faults.length} failed`);
  errors.push(...faults);
}
for (const error of errors) console.error(error);
process.exitCode = errors.length > 0 || snippets.length === 0 ? 1 : 0;
