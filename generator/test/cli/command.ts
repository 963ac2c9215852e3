import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const sdkgen = resolve('generator/bin/sdkgen.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder, as a terminal without colours would. */
export function runCommand(folder: string, ...parameters: readonly string[]): Promise<Outcome> {
  return runNode(folder, [sdkgen, ...parameters]);
}

/** Runs it with flags of Node's own, such as `--import`. */
export function runCommandOn(
  nodeFlags: readonly string[],
  folder: string,
  ...parameters: readonly string[]
): Promise<Outcome> {
  return runNode(folder, [...nodeFlags, sdkgen, ...parameters]);
}

function runNode(folder: string, parameters: readonly string[]): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, parameters, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
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
