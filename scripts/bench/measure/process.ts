import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program did not come to a good end: what it was, and the end of what it printed. */
export class ProgramError extends Error {}

export interface Usage {
  /** From its start to its end, as its user waits. */
  readonly seconds: number;
  /** Of all cores, of the program and the Node processes that it started. */
  readonly processorSeconds: number;
  /** The most that one of its Node processes held in memory at a time, as the operating system counts. */
  readonly peakMebibytes: number;
}

export interface ProgramOptions {
  readonly cwd: string;
  /** Ends a program that takes longer, in seconds. */
  readonly bound?: number;
}

const LONGEST_OUTPUT = 10_000_000;
const SHOWN = 1_500;
const DEFAULT_BOUND = 600;

/** Runs a Node program to its end, and measures it. Its `node:` flags may precede the file in `args`. */
export async function measureProgram(node: string, args: readonly string[], options: ProgramOptions): Promise<Usage> {
  const folder = resolve('.cache/bench');
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, `usage-${process.pid}.jsonl`);
  const preload = pathToFileURL(resolve('scripts/bench/measure/usage.mjs')).href;
  const environment = { BENCH_USAGE: file, NODE_OPTIONS: `--import=${preload}` };
  const begun = performance.now();
  try {
    await run(node, args, options, environment);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  const seconds = (performance.now() - begun) / 1_000;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(file);
  const uses = lines.map((line): { processor: number; memory: number } => JSON.parse(line));
  return {
    seconds,
    processorSeconds: uses.reduce((sum, { processor }) => sum + processor, 0),
    peakMebibytes: Math.max(...uses.map(({ memory }) => memory)),
  };
}

/** Runs a Node program to its end. Returns what it printed on standard output. */
export function runProgram(node: string, args: readonly string[], options: ProgramOptions): Promise<string> {
  return run(node, args, options, {});
}

function run(
  command: string,
  args: readonly string[],
  { cwd, bound = DEFAULT_BOUND }: ProgramOptions,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...plainEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: bound * 1_000,
      killSignal: 'SIGKILL',
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] = (output[name] + text).slice(-LONGEST_OUTPUT);
      });
    }
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (code === 0) return done(output.stdout);
      const end = signal === 'SIGKILL' ? `was ended after ${bound} s` : `ended with ${code ?? signal}`;
      const printed = `${output.stdout}\n${output.stderr}`.trim().slice(-SHOWN);
      failed(new ProgramError(`${[command, ...args].join(' ')}\n${end}:\n${printed}`));
    });
  });
}

/** What an outer `npm run` and the user's own Node settings say is nothing to a measured program; none of them calls home. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_|^FORCE_COLOR$/i.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1', DO_NOT_TRACK: '1', SCARF_ANALYTICS: 'false' };
}
