import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { must, nodeOptions, run, start } from '../common/process.js';
import { Failure } from '../common/script.js';
import { toolFile } from '../e2e/tools.js';

const OFFLINE = pathToFileURL(resolve('scripts/install/offline.mjs')).href;

/** A package manager: its command, and the file that runs it. */
export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn';
  /** Absent for the installed npm. */
  readonly file?: string;
}

export const NPM: Manager = { name: 'npm' };
export const PNPM: Manager = { name: 'pnpm', file: toolFile('pnpm', 'bin/pnpm.cjs') };
export const YARN_1: Manager = { name: 'yarn', file: toolFile('yarn-1', 'bin/yarn.js') };
export const YARN_4: Manager = { name: 'yarn', file: toolFile('yarn-4', 'bin/yarn.js') };

export type Commands = ReturnType<typeof commandsIn>;

/**
 * Runs the commands of a folder.
 *
 * @param node the program of another version of Node.
 */
export function commandsIn(folder: string, { name, file }: Manager = NPM, node?: string) {
  const bin = join(folder, '..', 'bin');
  mkdirSync(bin, { recursive: true });
  if (file !== undefined) writeFileSync(join(bin, name), `#!/bin/sh\nexec node '${file}' "$@"\n`, { mode: 0o755 });
  const path = [bin, ...(node === undefined ? [] : [dirname(node)]), process.env.PATH ?? ''].join(delimiter);
  // Disables prompts, and allows changes of the lock file, unlike in CI.
  const environment = { PATH: path, CI: '', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false', YARN_ENABLE_TELEMETRY: '0' };
  const hosts = join(folder, '..', 'hosts');
  const offline = {
    ...environment,
    NODE_OPTIONS: nodeOptions(`--import=${OFFLINE}`),
    OFFLINE_HOSTS: hosts,
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  };
  const checkHosts = (command: string): void => {
    if (existsSync(hosts)) throw new Failure(`${command} looked up ${readFileSync(hosts, 'utf8')}`);
  };
  return {
    /** Fails if one of the offline commands has looked up another host. */
    checkHosts,
    must: (command: string, ...args: readonly string[]) => must(command, args, { cwd: folder, environment }),
    run: (command: string, ...args: readonly string[]) => run(command, args, { cwd: folder, environment }),
    /** Fails also if the command, or a process that it starts, looks up another host. */
    offline: async (command: string, ...args: readonly string[]) => {
      const done = await must(command, args, { cwd: folder, environment: offline });
      checkHosts([command, ...args].join(' '));
      return done;
    },
    start: (command: string, args: readonly string[], signal: AbortSignal) =>
      start(command, args, { cwd: folder, environment: offline, signal, group: true }),
  };
}
