import { readdir } from 'node:fs/promises';
import { createSyntaxReader } from '../../generator/src/render/gate.js';
import type { HostileCase } from '../../generator/test/hostile/case.js';
import { inFolder, judge, outcomeFaults, outputFaults, readOutput } from '../../generator/test/hostile/judge.js';
import { themes } from '../../generator/test/hostile/themes/index.js';
import { type GuardedRun, runGuarded } from './guarded.js';

const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1024;

/**
 * Hands every description of the corpus to the command line, each in a process of its own that is watched: no crash, no
 * stack trace, no file that does not parse, none outside of the output folder, no connection, 10 seconds of processor time
 * and 1 GiB of memory. Those of which something comes out are compared with their harmless twins as well.
 */
async function main(wanted: string | undefined): Promise<number> {
  let failed = 0;
  let count = 0;
  const worst = { processorSeconds: 0, megabytes: 0, sockets: 0 };
  for (const [theme, table] of themes) {
    for (const [name, hostile] of table) {
      if (wanted !== undefined && !`${theme}: ${name}`.includes(wanted)) continue;
      const { run, faults } = await examine(hostile);
      count += 1;
      failed += faults.length > 0 ? 1 : 0;
      for (const key of ['processorSeconds', 'megabytes', 'sockets'] as const) {
        worst[key] = Math.max(worst[key], run[key]);
      }
      process.stdout.write(`${line(`${theme}: ${name}`, hostile, run, faults)}\n`);
    }
  }
  const most = `at most ${worst.processorSeconds.toFixed(1)} s and ${Math.round(worst.megabytes)} MB each, ${worst.sockets} connections`;
  process.stdout.write(`\n${count} hostile descriptions, ${failed} failed; ${most}\n`);
  return failed > 0 || count === 0 ? 1 : 0;
}

async function examine(
  hostile: HostileCase,
): Promise<{ readonly run: GuardedRun; readonly faults: readonly string[] }> {
  const reader = await createSyntaxReader();
  return inFolder(hostile.given, async (folder) => {
    const before = await listing(folder);
    const run = await runGuarded(folder, hostile);
    const output = await readOutput(`${folder}/out`);
    const codes = [...run.stderr.matchAll(/error ([a-z-]+)/g)].map(([, code = '']) => code);
    const faults = [
      ...(run.code === 0 || run.code === 1 ? [] : [`it ended with ${run.code}`]),
      ...(/^\s+at .+:\d+:\d+\)?$/m.test(run.stderr) ? [`a stack trace: ${run.stderr.slice(0, 400)}`] : []),
      ...(run.code === 1 && output.size > 0 ? ['it failed and wrote'] : []),
      ...(run.sockets > 0 ? [`${run.sockets} connections`] : []),
      ...(run.processorSeconds > MOST_SECONDS ? ['it took too long'] : []),
      ...(run.megabytes > MOST_MEGABYTES ? ['it took too much memory'] : []),
      ...((await listing(folder)) === before ? [] : ['files beside the output folder changed']),
      ...outcomeFaults(hostile, codes),
      ...(hostile.isHeavy ? outputFaults(reader, output) : await judge(hostile)),
    ];
    return { run, faults };
  });
}

async function listing(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((path) => path !== 'out' && !path.startsWith('out/'))
    .sort()
    .join('\n');
}

function line(name: string, { want }: HostileCase, run: GuardedRun, faults: readonly string[]): string {
  const outcome = want === 'output' ? 'safe output' : want.problem;
  const took = `${run.processorSeconds.toFixed(1)} s  ${Math.round(run.megabytes)} MB`;
  const row = `${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(60)}  ${outcome.padEnd(22)}  ${took}`;
  return [row, ...faults.map((fault) => `        ${fault}`)].join('\n');
}

process.exitCode = await main(process.argv[2]);
