import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file as it was found: what is in it, and a mark that changes whenever it is written. */
interface Found {
  readonly sha256: string;
  readonly written: string;
  readonly bytes: number;
}

/** The files of a folder by their paths. */
export type Snapshot = ReadonlyMap<string, Found>;

/** Of a folder that isn't there: nothing. */
export function takeSnapshot(folder: string): Snapshot {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { ino, mtimeNs, size } = statSync(path, { bigint: true });
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path, { sha256, written: `${ino} ${mtimeNs}`, bytes: Number(size) }];
    }),
  );
}

/** @returns how many files were written although their bytes are as before. */
export function countNeedless(before: Snapshot, after: Snapshot): number {
  return [...after].filter(([path, { sha256, written }]) => {
    const old = before.get(path);
    return old !== undefined && old.sha256 === sha256 && old.written !== written;
  }).length;
}

/** @returns how many files are new or have other bytes. */
export function countChanged(before: Snapshot, after: Snapshot): number {
  return [...after].filter(([path, { sha256 }]) => before.get(path)?.sha256 !== sha256).length;
}

/** @returns the size of all files, in KiB. */
export function totalKibibytes(snapshot: Snapshot): number {
  return [...snapshot.values()].reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}
