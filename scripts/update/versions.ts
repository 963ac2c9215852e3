import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { DiffResult } from '../../generator/src/index.js';

/** A new version of the project's own spec. */
export interface PreparedVersion {
  readonly name: string;
  readonly bump: DiffResult['bump'];
  /** Lines of the changeset. */
  readonly changeset: readonly string[];
  /** Files are below the spec's folder; the text to find must occur once. */
  readonly edits: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
}

export const VERSIONS: readonly PreparedVersion[] = parse(readFileSync('scripts/update/versions.yaml', 'utf8'));

/**
 * Copies a spec and edits the copy.
 *
 * @param spec the spec's root.
 * @returns the root of the copy.
 */
export function prepareVersion({ name, edits }: PreparedVersion, spec: string, target: string): string {
  cpSync(dirname(spec), target, { recursive: true });
  for (const { file, find, replace } of edits) {
    const path = join(target, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`The version ${name} no longer matches ${file}: ${find}`);
    writeFileSync(path, text.split(find).join(replace));
  }
  return join(target, 'openapi.yaml');
}
