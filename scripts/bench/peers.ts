import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { installOnce } from '../common/install.js';
import { Failure } from '../common/script.js';
import { CACHE, runProgram } from './measure.js';
import { ownDocument } from './synthetic.js';

/** The folder with the peers' lock file. */
const HOME = resolve('scripts/bench');

/** The folder with the output of each peer, by its `folderName`. */
export const GENERATED = join(CACHE, 'generated');

/** Installs the peers and the pinned Node, so that programs in the cache can import them. */
export async function installPeers(): Promise<void> {
  await installOnce(HOME);
  const [target, path] = [join(HOME, 'node_modules'), join(CACHE, 'node_modules')];
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readlinkSync(path) === target) return;
  rmSync(path, { force: true });
  symlinkSync(target, path, 'junction');
}

/** A file of an installed peer. */
export function peerFile(name: string, path: string): string {
  return join(HOME, 'node_modules', name, path);
}

/** The Node for all contestants: the pinned one, or the current one if that is not available for this platform. */
export function pinnedNode(): { readonly command: string; readonly version: string } {
  const command = peerFile('node-24', 'bin/node');
  if (existsSync(command)) {
    const { version } = JSON.parse(readFileSync(peerFile('node-24', 'package.json'), 'utf8'));
    return { command, version: String(version).replace(/^v/, '') };
  }
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return { command: process.execPath, version: node };
  throw new Failure(`There is no pinned Node for ${process.platform}-${process.arch}, and some peers need Node 22.18.`);
}

/** The command line of a generator, as its users start it. */
export interface Generator {
  readonly name: string;
  readonly node: string;
  /** @param out an empty folder. */
  arguments(document: string, out: string): readonly string[];
}

/** All of them, on the pinned Node; ours on the current Node too. */
export function allGenerators(): readonly Generator[] {
  const { command: node, version } = pinnedNode();
  const peer = (
    name: string,
    bin: string,
    args: (document: string, out: string) => readonly string[],
    title = name,
  ) => ({
    name: title,
    node,
    arguments: (document: string, out: string) => [peerFile(name, bin), ...args(document, out)],
  });
  const heyApi = (client: string): Generator =>
    peer(
      '@hey-api/openapi-ts',
      'bin/run.js',
      (document, out) => ['-s', '-i', document, '-o', out, '-c', `@hey-api/client-${client}`, '--no-log-file'],
      `hey-api, ${client}`,
    );
  const file = (out: string): string => join(out, 'api.ts');
  const atHand = { name: 'ours, current Node', node: process.execPath, arguments: ownArguments };
  return [
    { name: 'ours', node, arguments: ownArguments },
    ...(process.versions.node === version ? [] : [atHand]),
    heyApi('fetch'),
    heyApi('ky'),
    peer('orval', 'dist/bin/orval.mjs', (document, out) => {
      return ['--input', document, '--output', file(out), '--client', 'fetch'];
    }),
    peer('openapi-typescript', 'bin/cli.js', (document, out) => [document, '-o', file(out)]),
    peer('swagger-typescript-api', 'dist/cli.mjs', (document, out) => {
      return ['generate', '-p', document, '-o', out, '-n', 'api.ts'];
    }),
    peer('oazapfts', 'dist/cli.js', (document, out) => [document, file(out)]),
  ];
}

export function ownArguments(document: string, out: string): readonly string[] {
  const flags = ['--spec', document, '--out', out, '--scope', '@bench', '--name', 'bench'];
  return [resolve('generator/bin/sdkgen.js'), 'generate', ...flags];
}

/** An empty folder for the output of a generator. */
export function emptyFolder(...path: readonly string[]): string {
  const folder = join(CACHE, ...path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A name without spaces and commas: `hey-api-fetch`. */
export function folderName(generator: string): string {
  return generator.replace(/\W+/g, '-');
}

let pending: Promise<void> | undefined;

/** Writes the peers' output for our document, once per run, for the programs that use it. */
export function generatePeers(): Promise<void> {
  pending ??= (async () => {
    const document = await ownDocument();
    for (const { name, node, arguments: args } of allGenerators()) {
      if (name.startsWith('ours')) continue;
      await runProgram(node, args(document, emptyFolder('generated', folderName(name))));
    }
  })();
  return pending;
}
