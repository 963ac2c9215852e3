import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from './packages.js';
import type { Tarball } from './tarballs.js';

/** Every tarball has these. */
const ALWAYS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

/** What npm would run on a user's machine, or when the package is packed again. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish'];

/**
 * Holds a tarball against the exact list of what belongs into it: the four files that every package has, the generated
 * files that the manifest's `files` name, and what is built of the modules in `src/`.
 *
 * @param folder the package that it was packed from, built.
 * @returns what is wrong, a clause each.
 */
export function contentFaults({ files, unpacked }: Tarball, folder: string): string[] {
  const manifest = readManifest(folder);
  const present = new Set(files);
  const listed = new Set([...ALWAYS, ...generatedFiles(folder, manifest)]);
  const modules = sourceModules(folder);
  const surplus = files.filter((path) => !listed.has(path) && !isBuilt(path, modules));
  const missing = [...new Set([...listed, ...entriesOf(manifest)])].filter((path) => !present.has(path));
  const { scripts = {} } = readManifest(unpacked);
  return [
    ...surplus.map((path) => `${path} is not on the list`),
    ...missing.map((path) => `${path} is missing`),
    ...INSTALL_SCRIPTS.filter((name) => name in scripts).map((name) => `package.json has the script ${name}`),
  ];
}

/** The generator's own list of the package's files, as far as the manifest sends them. */
function generatedFiles(folder: string, { files = [] }: Manifest): string[] {
  const { files: hashes }: { files: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, '.sdkgen.json'), 'utf8'),
  );
  return Object.keys(hashes).filter((path) => files.some((sent) => path === sent || path.startsWith(`${sent}/`)));
}

/** The modules of a package by their paths below `src/`, without extension. */
function sourceModules(folder: string): ReadonlySet<string> {
  if (!existsSync(join(folder, 'src'))) return new Set();
  const names = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  return new Set(names.filter((name) => name.endsWith('.ts')).map((name) => name.replace(/\.ts$/, '')));
}

/** What the CommonJS build adds to its bundles: that they are CommonJS, and the licence of what it carries inside. */
const BESIDE_BUNDLES = /^dist\/cjs\/(?:package\.json|LICENSE-ky|chunk-[A-Z0-9]{8}\.js(?:\.map)?)$/;

/** A module's code, its declarations, and the maps of both, once per module system. */
function isBuilt(path: string, modules: ReadonlySet<string>): boolean {
  const [, module = ''] = /^dist\/(?:cjs\/)?(.+?)(?:\.d)?\.[cm]?[jt]s(?:\.map)?$/.exec(path) ?? [];
  return modules.has(module) || BESIDE_BUNDLES.test(path);
}

/** The files that the manifest sends its importers to. */
function entriesOf({ exports, types, main }: Manifest): string[] {
  const found = [types, main].filter((path) => path !== undefined);
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(exports);
  return found.map((path) => path.replace(/^\.\//, ''));
}
