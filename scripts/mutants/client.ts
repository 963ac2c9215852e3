import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { applyEdits, type Mutant } from './mutant.js';

/** The sources of the client package. */
export interface Client {
  /** The package's own name. */
  readonly name: string;
  readonly folder: string;
  /** The text of a file below `src`. */
  read(file: string): string;
  /** The exports of an entry of the package, such as `./server`, in a fresh copy, broken if there is a mutant. */
  load(entry: string, mutant?: Mutant): Promise<unknown>;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly import?: { readonly default?: string } }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export function openClient(folder: string): Client {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const sources = join(folder, 'src');
  const require = createRequire(join(folder, 'package.json'));
  const texts = new Map<string, string>();
  const read = (file: string): string => {
    const text = texts.get(file) ?? readFileSync(join(sources, file), 'utf8');
    texts.set(file, text);
    return text;
  };
  // Packages that Node can load without a bundler stay external; ES modules among the dependencies are bundled.
  const external = Object.keys(manifest.dependencies ?? {}).filter((name) => isCommonJs(name, require));
  return {
    name: manifest.name,
    folder,
    read,
    async load(entry, mutant) {
      const changed = mutant === undefined ? new Map<string, string>() : applyEdits(mutant, read);
      const entryFile = fileOf(manifest, entry);
      const { outputFiles } = await build({
        entryPoints: [join(folder, entryFile)],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        external,
        plugins: [replaceFiles(sources, changed)],
        logLevel: 'silent',
      });
      return evaluate(outputFiles[0]?.text ?? '', { require });
    },
  };
}

function fileOf({ name, exports }: Manifest, entry: string): string {
  const target = exports[entry];
  const file = typeof target === 'string' ? target : target?.import?.default;
  if (file === undefined) throw new Error(`${name} does not export ${entry}`);
  return file.replace(/^\.\/dist\/(.+)\.js$/, 'src/$1.ts');
}

function isCommonJs(name: string, require: NodeJS.Require): boolean {
  try {
    const manifest: { readonly type?: string } = require(`${name}/package.json`);
    return manifest.type !== 'module';
  } catch (error) {
    // The package does not export its manifest.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED' && code !== 'MODULE_NOT_FOUND') throw error;
    return false;
  }
}

function replaceFiles(sources: string, changed: ReadonlyMap<string, string>): Plugin {
  const contents = new Map([...changed].map(([file, text]) => [join(sources, file), text]));
  return {
    name: 'mutant',
    setup({ onLoad }) {
      if (contents.size === 0) return;
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = contents.get(path);
        return text === undefined ? undefined : { contents: text, loader: 'ts' };
      });
    },
  };
}

/** Evaluates a CommonJS module with additional variables, and returns its exports. */
export function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const module = { exports: {} };
  const visible = { module, exports: module.exports, ...scope };
  const factory: unknown = new Script(`(function (${Object.keys(visible).join(', ')}) {${code}\n})`).runInThisContext();
  if (typeof factory === 'function') factory(...Object.values(visible));
  return module.exports;
}
