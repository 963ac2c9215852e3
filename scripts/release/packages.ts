import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The manifest of a package, as far as a release reads it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly files?: readonly string[];
  readonly exports?: unknown;
  readonly types?: string;
  readonly main?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface ReleasedPackage {
  /** Below the project's root, with `/`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

const OUTPUT = 'packages';

/** The packages that are released together, each after those of them that it depends on. */
export function releasedPackages(root: string): ReleasedPackage[] {
  const found = readdirSync(join(root, OUTPUT))
    .sort()
    .map((name) => `${OUTPUT}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }))
    .filter(({ manifest }) => manifest.private !== true);
  const own = new Set(found.map(({ manifest }) => manifest.name));
  const depth = ({ manifest }: ReleasedPackage): number =>
    Object.keys(manifest.dependencies ?? {}).filter((name) => own.has(name)).length;
  return found.sort((left, right) => depth(left) - depth(right));
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
