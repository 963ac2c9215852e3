import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll } from '@jest/globals';

export const sdkgen = resolve('generator/bin/sdkgen.js');
const warmProgram = resolve('generator/test/cli/warm.mjs');
const env = { ...process.env, NO_COLOR: '1' };

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let warm: ChildProcess | undefined;
let queue: Promise<unknown> = Promise.resolve();

afterAll(() => {
  warm?.kill();
  warm = undefined;
});

/**
 * Runs the built command line in a folder, like a terminal without colours: all runs of a test file in one process, since
 * loading the compilers takes longer than a command.
 */
export function runCommand(folder: string, ...parameters: readonly string[]): Promise<Outcome> {
  const outcome = queue.then(() => runWarm(folder, parameters));
  queue = outcome.catch(() => undefined);
  return outcome;
}

async function runWarm(folder: string, parameters: readonly string[]): Promise<Outcome> {
  warm ??= fork(warmProgram, { env, silent: true });
  const ended = once(warm, 'exit').then(([code]): Outcome => {
    warm = undefined;
    return { code, stdout: '', stderr: 'The process of the command ended.' };
  });
  warm.send({ folder, parameters });
  const answered = once(warm, 'message').then(([outcome]): Outcome => outcome);
  return Promise.race([answered, ended]);
}

/** Runs it in a separate process, with flags of Node such as `--import`. */
export function runCommandOn(
  nodeFlags: readonly string[],
  folder: string,
  ...parameters: readonly string[]
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...nodeFlags, sdkgen, ...parameters], { cwd: folder, env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
