import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostileCase } from '../../generator/test/hostile/case.js';
import {
  type Output,
  outcomeFaults,
  outputFaults,
  readOutput,
  shapeFaults,
  writeFiles,
} from '../../generator/test/hostile/judge.js';
import { themes } from '../../generator/test/hostile/themes/index.js';
import { runScript, Tally } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { GuardedCommands, type GuardedRun } from './guarded.js';

const USAGE = `Runs the command line with the hostile OpenAPI documents of the corpus, and checks: no crash, no stack trace, no file that
does not parse, none outside of the output folder, no connection, at most 10 seconds of CPU time and 1 GiB of memory each.
Generated output is compared with that of a harmless twin.

Usage: npm run hostile [-- PART_OF_A_NAME]
`;

const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1024;
/** Minimum number of documents in the corpus. */
const FEWEST = 190;
const USUAL = [
  ['--scope', '@hostile'],
  ['--name', 'hostile'],
] as const;

interface Outcome {
  readonly run: GuardedRun;
  readonly output: Output;
  readonly faults: readonly string[];
}

await runScript(
  USAGE,
  {},
  ({ words: [wanted] }) =>
    inTemporaryFolder('hostile', async (folder) => {
      const commands = new GuardedCommands(folder, MOST_MEGABYTES);
      const tally = new Tally();
      for (const [theme, table] of themes) {
        for (const [name, hostile] of table) {
          const title = `${theme}: ${name}`;
          if (wanted !== undefined && !title.includes(wanted)) continue;
          const { run, faults } = await examine(commands, folder, hostile);
          const outcome = hostile.want === 'output' ? 'safe output' : hostile.want.problem;
          const took = `${run.processorSeconds.toFixed(1)} s  ${Math.round(run.megabytes)} MB`;
          tally.add(title, faults, `${outcome.padEnd(22)}  ${took}`);
        }
      }
      commands.end();
      return tally.end() && (wanted !== undefined || tally.passed >= FEWEST);
    }),
  1,
);

async function examine(commands: GuardedCommands, folder: string, hostile: HostileCase): Promise<Outcome> {
  const outcome = await generate(commands, folder, hostile, hostile.given);
  const codes = codesOf(outcome.run);
  const faults = [...outcome.faults, ...outcomeFaults(hostile, codes), ...outputFaults(outcome.output)];
  if (hostile.twin === undefined) return { ...outcome, faults };
  const twin = await generate(commands, folder, hostile, hostile.twin);
  const refused = codesOf(twin.run);
  if (refused.length > 0) faults.push(`the harmless twin was rejected: ${refused.join(', ')}`);
  else if (codes.length === 0) faults.push(...shapeFaults(outcome.output, twin.output));
  return { ...outcome, faults };
}

async function generate(
  commands: GuardedCommands,
  folder: string,
  { flags = [], isHeavy }: HostileCase,
  given: HostileCase['given'],
): Promise<Outcome> {
  for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true });
  await writeFiles(folder, given);
  const before = await listing(folder);
  const usual = USUAL.filter(([flag]) => !flags.includes(flag)).flat();
  const [spec = ''] = Object.keys(given);
  const parameters = ['generate', '--json', '--spec', spec, '--out', 'out', ...usual, ...flags];
  const run = await commands.run(parameters, isHeavy);
  const output = await readOutput(join(folder, 'out'));
  const faults = [
    ...(run.code === 0 || run.code === 1 ? [] : [`it ended with ${run.code}`]),
    ...(/^\s+at .+:\d+:\d+\)?$/m.test(run.stderr) ? [`a stack trace: ${run.stderr.slice(0, 400)}`] : []),
    ...(run.code === 1 && output.size > 0 ? ['it failed and wrote'] : []),
    ...(run.sockets > 0 ? [`${run.sockets} connections`] : []),
    ...(run.processorSeconds > MOST_SECONDS ? ['it took too long'] : []),
    ...(run.megabytes > MOST_MEGABYTES ? ['it took too much memory'] : []),
    ...((await listing(folder)) === before ? [] : ['files beside the output folder changed']),
  ];
  return { run, output, faults };
}

function codesOf({ stderr }: GuardedRun): string[] {
  return [...stderr.matchAll(/error ([a-z-]+)/g)].map(([, code = '']) => code);
}

async function listing(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((path) => path !== 'out' && !path.startsWith('out/'))
    .sort()
    .join('\n');
}
