import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type DiffResult, diff, ProblemsError, readDocument } from '../../generator/src/index.js';
import { runScript, timed } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { anyEdit, applyEdit, type Edit } from './edits.js';
import type { ObjectNode } from './tree.js';

const USAGE = `Compares the severities of \`sdkgen diff\` with the compiler: changes our own spec at random, compares the two, and compiles a
program that uses all of the old packages against the new ones. Fails if rules and compiler disagree, and prints the smallest
change for which they do.

Usage: npm run test:severity -- [flags]

  --runs N        Number of versions. Default: 500.
  --edits N       Maximum number of changes in each. Default: 3.
  --seed N        Repeats an earlier run.
  --replay EDITS  Tests one version with these changes, as printed by a failure.
`;

const FLAGS = {
  runs: { type: 'string', default: '500' },
  edits: { type: 'string', default: '3' },
  seed: { type: 'string' },
  replay: { type: 'string' },
} as const;

await runScript(USAGE, FLAGS, ({ flags }) =>
  inTemporaryFolder('severity', async (folder) => {
    const { document } = await readDocument();
    const text = JSON.stringify(document.root);
    const write = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const old = write('old.json', text);
    const tally = { tried: 0, breaking: 0 };
    const property = fc.asyncProperty(
      fc.array(anyEdit, { minLength: 1, maxLength: Number(flags.edits) }),
      async (edits: readonly Edit[]) => {
        const root: ObjectNode = JSON.parse(text);
        const applied = edits.filter((edit) => applyEdit(root, edit));
        fc.pre(applied.length > 0);
        const found = await compare(old, write('new.json', JSON.stringify(root)));
        fc.pre(found !== undefined);
        tally.tried += 1;
        if (found.bump === 'major') tally.breaking += 1;
        if (found.disagreements.length > 0) throw new Error(disagreementText(found));
      },
    );
    const seed = flags.seed === undefined ? {} : { seed: Number(flags.seed) };
    const again: { readonly examples?: [Edit[]][]; readonly numRuns: number; readonly endOnFailure?: boolean } =
      flags.replay === undefined
        ? { numRuns: Number(flags.runs) }
        : { examples: [[JSON.parse(flags.replay)]], numRuns: 1, endOnFailure: true };
    const settings = { maxSkipsPerRun: 20, endOnFailure: false, ...again, ...seed };
    let result: fc.RunDetails<[readonly Edit[]]> | undefined;
    const time = await timed(async () => {
      result = await fc.check(property, settings);
    });
    console.log(
      `${tally.tried} versions compiled, ${tally.breaking} of them breaking, in ${time}, seed ${result?.seed}`,
    );
    if (result?.failed) {
      console.log(`Rules and compiler disagree:\n${JSON.stringify(result.counterexample?.[0])}`);
      console.log(String(result.errorInstance));
    }
    return result?.failed === false;
  }),
);

/** `undefined` for a document with errors, or with renamed types or methods, which are not compared. */
async function compare(old: string, next: string): Promise<DiffResult | undefined> {
  try {
    const found = await diff(old, next, { confirm: true });
    const { compared } = found;
    return compared.next.problems.length > compared.old.problems.length ? undefined : found;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return undefined;
  }
}

function disagreementText({ disagreements, changes }: DiffResult): string {
  const doubts = disagreements.map(
    ({ ratedBy, message, subject }) => `${ratedBy} about ${JSON.stringify(subject)}: ${message}`,
  );
  const rules = changes.map(({ severity, rule, message }) => `  ${severity} ${rule}: ${message}`);
  return `${doubts.join('\n')}\nThe rules report:\n${rules.join('\n')}`;
}
