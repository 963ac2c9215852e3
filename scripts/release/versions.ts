import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRelease } from '../notes/changelog.js';
import type { Note } from '../notes/note.js';
import { readManifest, releasedPackages } from './packages.js';

/** Writes the version and the changelog of a release into a copy of the project, and takes the notes away. */
export function writeRelease(copy: string, version: string, date: string, notes: readonly Note[]): void {
  editJson(join(copy, 'package.json'), (manifest) => ({ ...manifest, version }));
  const changelog = join(copy, 'CHANGELOG.md');
  writeFileSync(changelog, withRelease(readFileSync(changelog, 'utf8'), version, date, notes));
  for (const { file } of notes) rmSync(join(copy, file));
}

/** Brings the lock file to what the manifests say of the project's own packages; what is installed stays as it is. */
export function lockRelease(copy: string, version: string): void {
  editJson(join(copy, 'package-lock.json'), (lock) => {
    const entries = new Map(Object.entries(isRecord(lock['packages']) ? lock['packages'] : {}));
    entries.set('', { ...recordAt(entries, ''), version });
    for (const { folder, manifest } of releasedPackages(copy)) {
      const { dependencies } = readManifest(join(copy, folder));
      const own = { ...recordAt(entries, folder), version: manifest.version };
      entries.set(folder, dependencies === undefined ? own : { ...own, dependencies });
    }
    return { ...lock, version, packages: Object.fromEntries(entries) };
  });
}

function editJson(file: string, edit: (value: Record<string, unknown>) => Record<string, unknown>): void {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(value)) throw new Error(`${file} holds no object.`);
  writeFileSync(file, `${JSON.stringify(edit(value), null, 2)}\n`);
}

function recordAt(entries: ReadonlyMap<string, unknown>, key: string): Record<string, unknown> {
  const value = entries.get(key);
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
