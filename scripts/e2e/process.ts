import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that did not end well: what it was and the end of what it printed. */
export class CommandError extends Error {}

export interface CommandOptions {
  readonly cwd: string;
  /** Ends the program and all that it started. */
  readonly signal: AbortSignal;
  /** Laid over this process's own. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** Of a longer output, this many characters at the end are kept. */
const LONGEST_OUTPUT = 1_000_000;

/** Of an output that is shown with an error, this many at either end: compilers tell the cause first, programs last. */
const LONGEST_SHOWN = 2_000;

/**
 * Runs a program to its end.
 *
 * @returns what it printed on both streams.
 * @throws {CommandError} when it exits with another code than 0, can't be started or is ended by the signal; with its output, shortened.
 */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const started = start(command, args, options);
  const { code } = await started.ended;
  if (code === 0) return started.output();
  const reason = options.signal.aborted ? 'took too long' : `ended with ${code}`;
  throw new CommandError(`${[command, ...args].join(' ')}\n${reason}:\n${shorten(started.output())}`);
}

function shorten(output: string): string {
  if (output.length <= 2 * LONGEST_SHOWN) return output;
  return `${output.slice(0, LONGEST_SHOWN)}\n[...]\n${output.slice(-LONGEST_SHOWN)}`;
}

export interface StartedCommand {
  readonly pid: number | undefined;
  /** What it has printed so far, on both streams. */
  output(): string;
  /** Settles when it has ended; never rejects. */
  readonly ended: Promise<{ readonly code: number | string }>;
}

/** Starts a program in a process group of its own, so that what it starts itself can be ended with it. */
export function start(command: string, args: readonly string[], options: CommandOptions): StartedCommand {
  const { cwd, signal, environment } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...ownEnvironment(), ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: string): void => {
    output = (output + text).slice(-LONGEST_OUTPUT);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const end = (): void => endGroup(child);
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  const ended = once(child, 'close').then(
    ([code, killed]) => ({ code: code ?? killed }),
    (error: Error) => {
      keep(error.message);
      return { code: error.message };
    },
  );
  return { pid: child.pid, output: () => output, ended: ended.finally(() => signal.removeEventListener('abort', end)) };
}

/** What an outer `npm run` says about this project is nothing to a program in another one. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$/i.test(name)));
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
