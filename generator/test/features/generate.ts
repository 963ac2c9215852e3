import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AddonHooks, hooksOf } from '../../src/addons/index.js';
import { type BundledDocument, loadDescription } from '../../src/load/index.js';
import { buildModel } from '../../src/model/build.js';
import type { Model } from '../../src/model/model.js';
import { buildNames, compileNameTemplates, type Names } from '../../src/naming/index.js';
import type { Problem } from '../../src/problems/index.js';
import { renderPackages } from '../../src/render/render.js';
import type { TemplateTexts } from '../../src/render/templates.js';

/** A spec, and everything that was generated from it. */
export interface Feature {
  readonly name: string;
  /** The name in those of the packages. */
  readonly packageName: string;
  readonly document: BundledDocument;
  readonly model: Model;
  readonly names: Names;
  readonly problems: readonly Problem[];
  /** Texts by path, such as `client/src/client.ts` and `types/src/schemas.ts`. */
  readonly files: ReadonlyMap<string, string>;
}

const here = dirname(fileURLToPath(import.meta.url));
const checkout = join(here, '../../..');
export const fixtures = join(here, '../fixtures/features');
/** Inside the checkout, so that the generated packages find its dependencies. */
export const outputFolder = join(checkout, '.cache/features');
export const scope = '@features';
export const runtime = 'client/src/runtime';
/** The common name of the packages of several features. */
export const oneName = 'things';
export const packageImport = new RegExp(`^${scope}/${oneName}-(types|client)(?:/(\\w+))?$`);

/** The specs' files; a spec of several files has a separate folder with an `openapi.yaml`. */
export async function fixtureFiles(): Promise<readonly (readonly [name: string, file: string])[]> {
  const entries = await readdir(fixtures, { withFileTypes: true });
  return entries
    .map((entry): [string, string] => {
      const file = entry.isDirectory() ? join(entry.name, 'openapi.yaml') : entry.name;
      return [entry.name.replace(/\.\w+$/, ''), file];
    })
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Files that several features share are parsed once. */
const passed = new Set<string>();

/** Everything that is generated from a loaded document. */
export async function renderFeature(
  name: string,
  { document, problems }: { readonly document: BundledDocument; readonly problems: readonly Problem[] },
  texts: TemplateTexts,
  hooks: AddonHooks,
  packageName = name,
): Promise<Feature> {
  const built = buildModel(document, hooks);
  const settings = { scope, name: packageName, reservedMembers: new Set<string>() };
  const named = buildNames(built.model, settings, compileNameTemplates(texts));
  const packages = await renderPackages({
    model: built.model,
    names: named.names,
    texts,
    addons: [],
    version: '1.0.0',
    license: 'MIT',
    changelog: '# Changelog\n',
    isPassed: (_folder, _path, text) => passed.has(text),
  });
  for (const { files } of packages) for (const [, text] of files) passed.add(text);
  const files = packages.flatMap(({ folder, files }) =>
    files.map(([path, text]) => [`${folder.slice(packageName.length + 1)}/${path}`, text] as const),
  );
  return {
    name,
    packageName,
    document,
    model: built.model,
    names: named.names,
    problems: [...problems, ...built.problems, ...named.problems],
    files: new Map(files),
  };
}

export function haveOneName(features: readonly Feature[]): boolean {
  return features.every(({ packageName }) => packageName === oneName);
}

const read = new Map<string, Promise<TemplateTexts>>();

/** The project's templates by path, as the generator reads them. */
export function readTemplateTexts(folder = join(checkout, 'templates')): Promise<TemplateTexts> {
  const texts = read.get(folder) ?? readTexts(folder);
  read.set(folder, texts);
  return texts;
}

async function readTexts(folder: string): Promise<TemplateTexts> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const;
    }),
  );
  return new Map(texts.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Generates the packages of every fixture, named after it or all with one name. */
export async function generateFeatures(packageName?: string): Promise<ReadonlyMap<string, Feature>> {
  const texts = await readTemplateTexts();
  const features = new Map<string, Feature>();
  for (const [name, file] of await fixtureFiles()) {
    const loaded = await loadDescription(join(fixtures, file), { cwd: fixtures, allowRefs: [] });
    const hooks = name === 'filters' ? hooksOf([{ hooks: 'stream' }]) : {};
    features.set(name, await renderFeature(name, loaded, texts, hooks, packageName));
  }
  return features;
}

/** Writes all packages below `outputFolder`, and each snippet of their documentation as a module. Those of one name have one runtime. */
export async function writeFeatures(features: readonly Feature[]): Promise<void> {
  await rm(outputFolder, { recursive: true, force: true });
  for (const { name, packageName, files } of features) {
    for (const kind of ['types', 'client']) await install(name, `${packageName}-${kind}`, kind);
    const first = haveOneName(features) ? features[0] : undefined;
    for (const [path, text] of files) {
      // Jest rejects two packages with one name.
      if (first !== undefined && path.endsWith('/package.json')) continue;
      if (first !== undefined && first.name !== name && path.startsWith(`${runtime}/`)) {
        if (first.files.get(path) !== text) throw new Error(`${path} of ${name} differs from that of ${first.name}.`);
        continue;
      }
      await put(join(outputFolder, name, path), text);
      if (path.endsWith('.md')) await writeSnippets(join(outputFolder, name, `${path}.snippets`), text);
    }
  }
}

/** Makes the sources of a package what the feature imports by its name. */
async function install(feature: string, name: string, kind: string): Promise<void> {
  const folder = join(outputFolder, feature, 'node_modules', scope, name);
  const exports = { '.': './src/index.ts', './*': './src/*.ts' };
  await put(join(folder, 'package.json'), JSON.stringify({ type: 'module', exports }));
  await symlink(join(outputFolder, feature, kind, 'src'), join(folder, 'src'));
}

async function writeSnippets(folder: string, markdown: string): Promise<void> {
  for (const [index, match] of [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].entries()) {
    await put(join(folder, `snippet-${index + 1}.ts`), match[1] ?? '');
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
