import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from '../common/process.js';

/** The folder with the peers' own lock file. */
const HOME = resolve('scripts/bench');

/** Where everything that a run makes goes. */
export const CACHE = resolve('.cache/bench');

/** What runs a contestant: Node's program, and how the tables call it. */
export interface Runtime {
  readonly command: string;
  readonly version: string;
}

/** The Node that runs the benchmark itself. */
export const nodeAtHand: Runtime = { command: process.execPath, version: process.versions.node };

/**
 * Installs the peers and the pinned Node, unless they are there as the lock file says. No install script runs: those of the
 * peers' packages only fetch or report something.
 *
 * @throws {Error} with what npm printed.
 */
export async function installPeers(): Promise<void> {
  const modules = join(HOME, 'node_modules');
  const stamp = join(modules, '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(HOME, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.error('Installing the peers; this takes a minute the first time ...');
    const { ok, output } = await run('npm', ['ci', '--ignore-scripts'], { cwd: HOME });
    if (!ok) throw new Error(`The peers can't be installed:\n${output}`);
    writeFileSync(stamp, wanted);
  }
  link(modules, join(CACHE, 'node_modules'));
}

/** Programs below the cache import the peers by their names. */
function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readlinkSync(path) === target) return;
  rmSync(path, { force: true });
  symlinkSync(target, path, 'junction');
}

/**
 * The Node that all contestants run on: the pinned one, and where there is none for this platform the one at hand.
 *
 * @throws {Error} when that is too old for some of the peers.
 */
export function pinnedNode(): Runtime {
  const folder = join(HOME, 'node_modules/node-24');
  const command = join(folder, 'bin/node');
  if (existsSync(command)) return { command, version: versionOf('node-24') };
  const [major = 0, minor = 0] = nodeAtHand.version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return nodeAtHand;
  throw new Error(
    `There is no pinned Node for ${process.platform} on ${process.arch}, and some peers need Node 22.18: run it with that.`,
  );
}

/** A file of an installed peer. */
export function peerFile(name: string, path: string): string {
  return join(HOME, 'node_modules', name, path);
}

export function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(peerFile(name, 'package.json'), 'utf8'));
  return version.replace(/^v/, '');
}
