import { randomBytes } from 'node:crypto';
import { basename } from 'node:path/posix';
import { MANIFEST_NAME, sha256 } from './manifest.js';

/** A name for a file until it is complete: short whatever the path, and it shows whose it is after an interruption. */
export function temporaryName(path: string): string {
  return `.sdkgen-${fingerprint(path)}-${randomBytes(4).toString('hex')}`;
}

/** Whether a file was begun by an interrupted run: its name stands for a path that the manifest lists. */
export function isLeftover(path: string, listed: Iterable<string>): boolean {
  const [, of] = /^\.sdkgen-([0-9a-f]{16})-[0-9a-f]{8}$/.exec(basename(path)) ?? [];
  return of !== undefined && [MANIFEST_NAME, ...listed].some((owner) => fingerprint(owner) === of);
}

function fingerprint(path: string): string {
  return sha256(path).slice(0, 16);
}
