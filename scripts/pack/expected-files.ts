import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** The fields of a package's manifest that are used. */
export interface PackageManifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, EntryPoint | string>>;
}

interface EntryPoint {
  readonly import: { readonly default?: string; readonly browser?: string };
  readonly require: { readonly default?: string };
}

/**
 * The files of a published package, sorted by path: documents and the manifest that the generator wrote, and the files built from
 * each source.
 */
export function expectedFiles(folder: string): readonly string[] {
  const { files }: { files: Readonly<Record<string, string>> } = readJson(join(folder, '.sdkgen.json'));
  const manifest: PackageManifest = readJson(join(folder, 'package.json'));
  const written = Object.keys(files);
  const published = written.filter((path) => /^(?:[A-Z]+(?:\.md)?|package\.json|(?:docs|browser)\/.+)$/.test(path));
  const sources = written.filter((path) => path.startsWith('src/'));
  const bundles = bundleFiles(folder, manifest);
  const declarations = sources.flatMap((path) => declarationsOf(path.slice('src/'.length), bundles.length > 0));
  return [...published, ...declarations, ...bundles].sort();
}

/** A package without code has no CommonJS files. */
function declarationsOf(source: string, hasCode: boolean): readonly string[] {
  const name = source.replace(/\.(m?ts)$/, '.d.$1');
  return hasCode ? [`dist/${name}`, `dist/cjs/${name}`] : [`dist/${name}`];
}

/** The bundles of the entry points with their source maps, and the file that marks some as CommonJS. */
function bundleFiles(folder: string, { exports }: PackageManifest): readonly string[] {
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.import.default ?? [], entry.require.default ?? []].flat(),
  );
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of text.matchAll(/\b(?:from |import |require\()"(\.[^"]+)"/g)) {
      visit(posix.join(dirname(path), name));
    }
    if (text.includes('//# sourceMappingURL=')) found.add(`${path}.map`);
  };
  for (const path of entries) visit(posix.normalize(path));
  return found.size === 0 ? [] : [...found, 'dist/cjs/package.json', 'dist/cjs/LICENSE-ky'];
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}
