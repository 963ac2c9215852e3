import { posix } from 'node:path';
import type { Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';

/** One version of the packages: what they were made from, and their sources by path below the package, such as `src/client.ts`. */
export interface Side extends Version {
  readonly types: ReadonlyMap<string, string>;
  readonly client: ReadonlyMap<string, string>;
  /** The documented calls, as statements. */
  readonly examples: readonly {
    readonly operation: Operation;
    readonly examples: readonly { readonly call: string }[];
  }[];
}

/** Where the sources of both versions stand in the program that is compiled: nowhere on the disk. */
export const FOLDERS = { old: '/old', next: '/next' } as const;
export const CONSUMER = '/consumer.ts';

export function entry(side: keyof typeof FOLDERS, kind: 'types' | 'client'): string {
  return `${FOLDERS[side]}/${kind}/src/${kind === 'types' ? 'index' : 'client'}.ts`;
}

/** The sources of both versions by their path in the program. */
export function sourcesOf(old: Side, next: Side): Map<string, string> {
  const files = new Map<string, string>();
  for (const [folder, side] of [
    [FOLDERS.old, old],
    [FOLDERS.next, next],
  ] as const) {
    for (const kind of ['types', 'client'] as const) {
      for (const [path, text] of side[kind]) {
        if (path.startsWith('src/') && path.endsWith('.ts')) files.set(`${folder}/${kind}/${path}`, text);
      }
    }
  }
  return files;
}

/** The file that an import leads to: within a version, or from its client to its types. Other packages do not matter here. */
export function resolveImport(specifier: string, from: string, old: Side, next: Side): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    return posix.resolve(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
  }
  const side = from.startsWith(`${FOLDERS.old}/`) ? 'old' : 'next';
  const { names } = side === 'old' ? old : next;
  return specifier === names.typesPackage ? entry(side, 'types') : undefined;
}
