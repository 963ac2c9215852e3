import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start, waitForOutput } from '../../common/process.js';
import { type Figures, interleave, type Measure } from '../figures.js';
import { bundleProgram, PROGRAMS, runProgram } from '../measure.js';
import { GENERATED, generatePeers, pinnedNode } from '../peers.js';

/** Number of processes per program: each one may optimise the code differently. */
const PROCESSES = 3;

const MEMORY_FLAGS = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];

type Sample = { readonly subject: string; readonly contestant: string } & Partial<Record<Measure, number>>;

/** Runs a program that prints samples as JSON. */
export async function samplesOf(node: string, args: readonly string[]): Promise<readonly Sample[]> {
  return JSON.parse(await runProgram(node, args, {}, PROGRAMS));
}

/** A call with a fetch that responds immediately, in one process. */
export async function calls(figures: Figures): Promise<void> {
  await generatePeers();
  const pinned = pinnedNode();
  const collect = async (node: string, program: string, mark: string): Promise<void> => {
    for (const args of [
      [program, 'time'],
      [...MEMORY_FLAGS, program, 'memory'],
    ]) {
      for (const { subject, contestant, ...measured } of await samplesOf(node, args)) {
        figures.add({ part: 'calls', subject: subject + mark, contestant }, measured);
      }
    }
  };
  const all = await bundleProgram('scripts/bench/programs/calls.ts', 'calls');
  const basic = await bundleProgram('scripts/bench/programs/basic.ts', 'basic');
  for (let started = 0; started < PROCESSES; started += 1) {
    await collect(pinned.command, all, '');
    if (process.versions.node !== pinned.version) await collect(process.execPath, basic, ', current Node');
  }
}

/** Calls over HTTP to a process on this machine. */
export async function loopback(figures: Figures): Promise<void> {
  await generatePeers();
  const { command } = pinnedNode();
  const program = await bundleProgram('scripts/bench/programs/loopback.ts', 'loopback');
  const ending = new AbortController();
  const server = await bundleProgram('scripts/bench/programs/server.ts', 'server');
  const service = start(command, [server], { signal: ending.signal });
  try {
    const url = await waitForOutput(service, /listening on (\S+)/);
    for (let started = 0; started < PROCESSES; started += 1) {
      for (const { subject, contestant, ...measured } of await samplesOf(command, [program, url])) {
        figures.add({ part: 'loopback', subject, contestant }, measured);
      }
    }
  } finally {
    ending.abort();
  }
}

/** An import takes milliseconds, so it is measured this many times more often. */
const TIMES_THE_RUNS = 4;

/** The import of a package in a new process. */
export async function imports(figures: Figures, runs: number): Promise<void> {
  await generatePeers();
  const program = await bundleProgram('scripts/bench/programs/import.ts', 'import');
  // Sources that their user bundles are measured as one file.
  const bundled = async (client: string): Promise<string> => {
    const entry = join(GENERATED, `hey-api-${client}`, 'index.ts');
    return pathToFileURL(await bundleProgram(entry, `hey-api-${client}`)).href;
  };
  const contestants = Object.entries({
    ours: '@scope/chat-client',
    'bare ky': 'ky',
    "vendor's SDK": '@stream-io/node-sdk',
    openai: 'openai',
    'hey-api, fetch': await bundled('fetch'),
    'hey-api, ky': await bundled('ky'),
    'openapi-fetch': 'openapi-fetch',
  });
  await interleave(contestants, runs * TIMES_THE_RUNS, async ([contestant, name], counts) => {
    const turn = { part: 'import', subject: 'import', contestant };
    await figures.attempt(turn, async () => {
      const printed = await runProgram(pinnedNode().command, [program, name], {}, PROGRAMS);
      if (counts) figures.add(turn, { import: Number(printed) });
    });
  });
}
