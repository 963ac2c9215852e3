import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { basename } from 'node:path/posix';
import { compareText, isRecord, jsonOf } from '../problems/index.js';
import { type FileSystem, kindAt, nodeFileSystem } from './folder.js';
import { type FileSet, MANIFEST_NAME } from './package-output.js';
import { pathFault } from './paths.js';

const FORMAT = 1;

/** The files that the generator wrote to a package. */
export interface Manifest {
  /** Undefined when there is no manifest. */
  readonly text: string | undefined;
  /** Path -> SHA-256 of the file's bytes: of the existing file, and during a run also of the next one. */
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
  /** False during a run, or after one that was interrupted. */
  readonly isFinal: boolean;
}

export const NO_MANIFEST: Manifest = { text: undefined, hashes: new Map(), isFinal: true };

export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** One line per file, so that a diff shows which files changed and two branches merge. */
function print(entries: Iterable<readonly [path: string, hash: string | readonly string[]]>): string {
  const lines = [...entries].map(([path, hash]) => `    ${JSON.stringify(path)}: ${JSON.stringify(hash)}`);
  return `{\n  "format": ${FORMAT},\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** The manifest of a package with these files. */
export function manifestOf(files: FileSet): Manifest & { readonly text: string } {
  const entries = [...files].map(([path, text]) => [path, sha256(text)] as const);
  const hashes = new Map(entries.map(([path, hash]) => [path, new Set([hash])]));
  return { text: print(entries), hashes, isFinal: true };
}

/** The manifest during a run: a file may be that of the former run or the next one. */
export function manifestUnderWay(former: Manifest, next: Manifest): string {
  const all = new Map<string, Set<string>>();
  for (const [path, known] of [...former.hashes, ...next.hashes]) {
    all.set(path, new Set([...(all.get(path) ?? []), ...known]));
  }
  const sorted = [...all].sort(([left], [right]) => compareText(left, right));
  return print(sorted.map(([path, known]) => [path, [...known].sort()]));
}

/** Undefined if the text is not a manifest, or lists a path that leads out of the package. */
export function parseManifest(text: string): Manifest | undefined {
  const value = jsonOf(text);
  if (!isRecord(value) || value.format !== FORMAT || !isRecord(value.files)) return undefined;
  const hashes = new Map<string, ReadonlySet<string>>();
  for (const [path, known] of Object.entries(value.files)) {
    const list: readonly unknown[] = [known].flat();
    const valid = list.filter((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash));
    if (pathFault(path) !== undefined || valid.length === 0 || valid.length < list.length) return undefined;
    hashes.set(path, new Set(valid.map(String)));
  }
  return { text, hashes, isFinal: !Object.values(value.files).some(Array.isArray) };
}

/** The manifest of a package on disk; undefined if it cannot be read. Links are not followed. */
export function readManifest(fileSystem: FileSystem, root: string): Manifest | undefined {
  const path = join(root, MANIFEST_NAME);
  const kind = kindAt(fileSystem, path);
  if (kind === undefined || kind === 'link') return NO_MANIFEST;
  return kind === 'file' ? parseManifest(fileSystem.readFileSync(path, 'utf8')) : undefined;
}

/**
 * Returns a test whether a text is what a run wrote to a file of a package, byte for byte.
 *
 * @param outDir absolute; need not exist.
 */
export function passedBefore(outDir: string): (folder: string, path: string, text: string) => boolean {
  const manifests = new Map<string, Manifest>();
  return (folder, path, text) => {
    const manifest = manifests.get(folder) ?? readManifest(nodeFileSystem, join(outDir, folder)) ?? NO_MANIFEST;
    manifests.set(folder, manifest);
    return manifest.hashes.get(path)?.has(sha256(text)) === true;
  };
}

/** The temporary name of a file until it is complete: short for any path, and recognisable after an interruption. */
export function temporaryName(path: string): string {
  return `.sdkgen-${fingerprint(path)}-${randomBytes(4).toString('hex')}`;
}

/** Whether a file was left by an interrupted run: its name contains the fingerprint of a path in the manifest. */
export function isLeftover(path: string, { hashes }: Manifest): boolean {
  const [, of] = /^\.sdkgen-([0-9a-f]{16})-[0-9a-f]{8}$/.exec(basename(path)) ?? [];
  return of !== undefined && [MANIFEST_NAME, ...hashes.keys()].some((owner) => fingerprint(owner) === of);
}

function fingerprint(path: string): string {
  return sha256(path).slice(0, 16);
}
