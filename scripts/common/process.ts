import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Failure } from './script.js';

export interface RunOptions {
  readonly cwd?: string;
  /** Ends the program, with `group` including all its children. */
  readonly signal?: AbortSignal | undefined;
  /** Merged with this process's own. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Starts it in its own process group. */
  readonly group?: boolean;
}

export interface Run {
  readonly ok: boolean;
  /** The exit code, the signal that ended it, or why it could not be started. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in order of output. */
  readonly output: string;
}

export interface Started {
  readonly pid: number | undefined;
  /** Its output so far, on both streams. */
  output(): string;
  /** Resolves when it has ended; never rejects. */
  readonly ended: Promise<Run>;
}

/** Longer output is cut to this many characters at the end. */
const LONGEST_OUTPUT = 10_000_000;

/** Output shown with an error is cut to this many characters at either end: compilers print the cause first, programs last. */
const LONGEST_SHOWN = 2_000;

/** From here, and from a program bundled into `.cache/scripts`. */
const FLAGS = fileURLToPath(new URL('../../generator/bin/v8-flags.cjs', import.meta.url));

/** A program failed: its command and the ends of its output. */
export class CommandError extends Failure {}

/** Runs a program to its end. Never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return start(command, args, options).ended;
}

/** @throws {CommandError} when the program exits with another code than 0, can't be started or is ended by the signal. */
export async function must(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const ended = await run(command, args, options);
  if (ended.ok) return ended;
  const reason = options.signal?.aborted ? 'took too long' : `ended with ${ended.code}`;
  throw new CommandError(`${[command, ...args].join(' ')}\n${reason}:\n${shorten(ended.output)}`);
}

export function shorten(output: string): string {
  if (output.length <= 2 * LONGEST_SHOWN) return output;
  return `${output.slice(0, LONGEST_SHOWN)}\n[...]\n${output.slice(-LONGEST_SHOWN)}`;
}

export function start(command: string, args: readonly string[], options: RunOptions = {}): Started {
  const { cwd = '.', signal, environment, group = false } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...ownEnvironment(), NODE_OPTIONS: nodeOptions(), ...environment },
    detached: group,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '', output: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      for (const kept of [name, 'output'] as const) printed[kept] = (printed[kept] + text).slice(-LONGEST_OUTPUT);
    });
  }
  const end = (): void => {
    if (group && child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { once: true });
  const ended = new Promise<Run>((resolve) => {
    const settle = (code: number | string): void => {
      signal?.removeEventListener('abort', end);
      resolve({ ok: code === 0, code, ...printed });
    };
    child.on('error', ({ message }) => {
      printed.output += `${message}\n`;
      settle(message);
    });
    child.on('close', (code, killed) => settle(code ?? killed ?? 'no code'));
  });
  return { pid: child.pid, output: () => printed.output, ended };
}

/** Options of Node for programs of the project's tests, which run as briefly as the generator. */
export function nodeOptions(...options: readonly string[]): string {
  return [`--require=${JSON.stringify(FLAGS)}`, ...options].join(' ');
}

/** The variables of an outer `npm run` do not apply to programs in other projects. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$/i.test(name)));
}

/**
 * Waits until the output of a program matches a pattern.
 *
 * @returns the pattern's first group.
 * @throws {Failure} if the program ends, or 60 seconds pass, before that.
 */
export async function waitForOutput(started: Started, pattern: RegExp): Promise<string> {
  let hasEnded = false;
  void started.ended.then(() => {
    hasEnded = true;
  });
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = pattern.exec(started.output())?.[1];
    if (found !== undefined) return found;
    if (hasEnded || performance.now() > deadline) {
      throw new Failure(`No output matches ${pattern}:\n${started.output().slice(-4_000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
