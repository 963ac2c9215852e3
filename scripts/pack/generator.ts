import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configSchema } from '../../generator/src/index.js';
import { must } from '../common/process.js';
import { publish } from '../common/registry.js';

/** Files that users of the generator do not need: tests of the runtime, and READMEs for maintainers. */
const LEFT_OUT = /[/\\]templates[/\\](?:runtime|addons[/\\][^/\\]+)[/\\](?:test$|README\.md$)/;

/**
 * Assembles the generator's package in a folder: built, with its templates, docs and declarations, under the scope and version of
 * the project.
 *
 * @param root the project, with a built generator.
 */
export async function stageGenerator(root: string, folder: string): Promise<void> {
  const { version, license, repository } = readManifest(join(root, 'package.json'));
  const { name: _, private: __, exports, ...manifest } = readManifest(join(root, 'generator', 'package.json'));
  mkdirSync(folder, { recursive: true });
  for (const path of ['bin', 'dist', 'docs', 'README.md']) {
    cpSync(join(root, 'generator', path), join(folder, path), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(root, 'templates'), join(folder, 'templates'), {
    recursive: true,
    filter: (source) => !LEFT_OUT.test(source),
  });
  const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
  const sources = join(root, 'generator', 'src');
  const options = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: sources };
  const outDir = join(folder, 'dist', 'types');
  writeFileSync(
    join(root, '.cache', 'declarations.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { ...options, outDir },
      files: [join(sources, 'index.ts')],
      include: [],
    }),
  );
  await must(process.execPath, [compiler, '-p', join(root, '.cache', 'declarations.json')], { cwd: root });
  const published = {
    name: generatorName(root),
    ...manifest,
    version,
    license,
    ...(repository && { repository }),
    exports: { ...exports, '.': { types: './dist/types/index.d.ts', default: './dist/index.js' } },
    files: ['bin', 'config.schema.json', 'dist', 'docs', 'templates'],
  };
  writeFileSync(join(folder, 'config.schema.json'), `${JSON.stringify(configSchema(), undefined, 2)}\n`);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, undefined, 2)}\n`);
}

/** The generator as a registry on loopback has it. */
export interface PublishedGenerator {
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly registry: string;
  /** For `.npmrc`: the generator is installed from the registry on loopback, everything else from npm's. */
  readonly settings: string;
}

/** Publishes the generator of this project to a registry on loopback, as a version that no cache has. */
export async function publishGenerator(work: string, registry: string): Promise<PublishedGenerator> {
  const staged = join(work, 'staged');
  await stageGenerator(resolve('.'), staged);
  const file = join(staged, 'package.json');
  const manifest: { name: string; version: string } = readManifest(file);
  // npx caches packages by name and version, also from an earlier run.
  const version = `${manifest.version}-trial.${Date.now()}`;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  const { name } = manifest;
  const [scope = ''] = name.split('/');
  const { configuration } = await publish([staged], registry, join(work, 'publisher'));
  return { name, version, scope, registry, settings: configuration };
}

/** The generator's package, under the scope of the project. */
export function generatorName(root: string): string {
  const { sdkgen } = readManifest(join(root, 'package.json'));
  return `${sdkgen.scope}/${readManifest(join(root, 'generator', 'package.json')).name}`;
}

function readManifest(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
