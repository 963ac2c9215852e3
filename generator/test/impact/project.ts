import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '../../src/index.js';
import { service } from './service.js';
import type { ServiceVersion } from './shapes.js';

const here = dirname(fileURLToPath(import.meta.url));
/** Inside the checkout, so that the generated packages find what they depend on; suites may run at once. */
export const root = join(here, `../../../.cache/impact-${process.env.JEST_WORKER_ID ?? 1}`);
export const names = { scope: '@acme', name: 'rooms' } as const;

/** Writes the documents of some versions, and the packages of the first and those that are requested. */
export async function writeVersions(...versions: readonly ServiceVersion[]): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const version of ['old', 'renamed', 'new'] as const) {
    writeFileSync(documentOf(version), JSON.stringify(service(version), null, 2));
  }
  for (const version of versions) {
    mkdirSync(join(root, version), { recursive: true });
    await generate({ cwd: root, spec: documentOf(version), out: join(root, version), ...names });
    for (const kind of ['types', 'client']) declareSources(join(root, version, `rooms-${kind}`));
    install(join(root, version), version);
  }
}

export function documentOf(version: ServiceVersion): string {
  return join(root, `${version}.json`);
}

/** The packages as they are, with their sources as their types: to build them takes longer than all tests. */
function declareSources(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version } = manifest;
  const entries = ['operations', 'server', 'testing'].map((one) => [`./${one}`, `./src/${one}.ts`]);
  const exports = { '.': './src/index.ts', ...Object.fromEntries(entries) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, type: 'module', exports }));
}

/** A project with the sample, and the packages of a version installed. */
export function writeProject(name: string, version: ServiceVersion): string {
  const folder = join(root, name);
  cpSync(join(here, 'sample'), join(folder, 'src'), { recursive: true });
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    jsx: 'preserve',
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  install(folder, version);
  return folder;
}

/** Puts the packages of a version in the place of another one's. */
export function install(folder: string, version: ServiceVersion): void {
  const scope = join(folder, 'node_modules', names.scope);
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope, { recursive: true });
  for (const kind of ['types', 'client'])
    symlinkSync(join(root, version, `rooms-${kind}`), join(scope, `rooms-${kind}`));
}
