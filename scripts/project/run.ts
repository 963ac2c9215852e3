import { spawn } from 'node:child_process';

export interface RunResult {
  readonly ok: boolean;
  /** The end of what it printed on both streams. */
  readonly output: string;
}

/** Of a longer output, this many characters at the end are kept. */
const LONGEST_OUTPUT = 200_000;

export interface RunOptions {
  readonly cwd: string;
  /** Kills the program. */
  readonly signal?: AbortSignal;
  /** Added to this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program in a folder. What an outer `npm run` has put into the environment about its own project is left out:
 * the folder may be another project.
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, signal, environment } = options;
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(?:package|lifecycle|config_local)/.test(name));
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...Object.fromEntries(own), ...environment },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    let output = '';
    const keep = (text: string): void => {
      output = (output + text).slice(-LONGEST_OUTPUT);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
