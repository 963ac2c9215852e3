import { relative, resolve } from 'node:path';
import { runScript } from '../common/script.js';
import { checkSnippets } from './check.js';
import { findSnippets, type Snippet } from './find.js';
import { runSnippets } from './run.js';

const USAGE = `Checks the types of every TypeScript snippet of the packages' documentation, with TypeScript 7.

Usage: npm run test:snippets [-- --run]

  --run  Use TypeScript 5.9, and run the snippets of the guides, the index and the README; those of operations
         are run by the packages' own tests.
`;

await runScript(
  USAGE,
  { run: { type: 'boolean' } },
  async ({ flags, words }) => {
    const folders = words.map((folder) => resolve(folder));
    const snippets = folders.flatMap(findSnippets);
    const errors = await checkSnippets(snippets, flags.run ? 'typescript' : 'typescript-7');
    console.log(`${snippets.length} snippets, ${errors.length} errors`);
    for (const folder of flags.run ? folders : []) {
      const programs = snippets.filter((snippet) => isGuide(folder, snippet));
      const faults = programs.length === 0 ? [] : await runSnippets(folder, programs);
      console.log(`${folder}: ${programs.length} programs run, ${faults.length} failed`);
      errors.push(...faults);
    }
    for (const error of errors) console.error(error);
    return errors.length === 0 && snippets.length > 0;
  },
  2,
);

function isGuide(folder: string, { document }: Snippet): boolean {
  return /^(?:README\.md|docs[/\\]index\.md|docs[/\\]guides[/\\].*)$/.test(relative(folder, document));
}
