import { compareText, jsonOf } from '../problems/index.js';
import type { Addon } from './addons.js';
import { entryView } from './client/render-client.js';
import { folderOf, type RenderContext, type RenderedFile } from './context.js';
import { jsonText } from './encode.js';
import { responseTypeName } from './response-type.js';
import type { EntryView, PackageFileView, PageLinkView } from './views/index.js';
import type { EntryPointView, FirstTypesView, RepositoryView } from './views/package.js';

/** Files of each package besides its sources: manifest, compiler settings, README, changelog and licence. */
export function renderPackageFiles(
  context: RenderContext,
  kind: 'types' | 'client',
  setUp: string,
  firstCall: string,
  guides: readonly PageLinkView[] = [],
): RenderedFile[] {
  const { templates, addons } = context;
  const merged = (pick: 'dependencies' | 'devDependencies') => sortedEntries(addons.map((addon) => addon[pick]));
  const entries = entryPoints(addons);
  const view: PackageFileView = {
    ...entryView(context),
    title: context.model.info.title,
    license: context.license,
    repository: repositoryView(context, kind),
    dependencies: merged('dependencies'),
    devDependencies: merged('devDependencies'),
    entries,
    folders: ['dist', ...new Set(entries.flatMap(({ browser }) => browser.split('/').slice(0, -1)))],
    setUp,
    firstCall,
    guides,
    firstTypes: firstTypes(context),
    sections: [],
  };
  const sections = addons.flatMap(({ name }) => readmeSection(name, context, view));
  const clientFiles = ['build.mjs', 'tsconfig.test.json'].map((path): RenderedFile => {
    return [path, templates.text(`package/client.${path}`)];
  });
  // We have the text of only one licence.
  const licenseFile: RenderedFile[] = context.license === 'MIT' ? [['LICENSE', templates.text('package/LICENSE')]] : [];
  return [
    ['package.json', layOut(templates.render(`package/${kind}.package.json.hbs`, view))],
    ['tsconfig.json', templates.text(`package/${kind}.tsconfig.json`)],
    ...(kind === 'client' ? clientFiles : []),
    ['README.md', templates.render(`package/${kind}.README.md.hbs`, { ...view, sections })],
    ['CHANGELOG.md', context.changelog],
    ...licenseFile,
  ];
}

/** Formats a manifest like package managers do: Yarn rewrites it at each installation. */
function layOut(json: string): string {
  const manifest = jsonOf<Record<string, unknown>>(json);
  // An error in a user's template: the gate reports it with its position.
  if (manifest === undefined) return json;
  const { dependencies } = manifest;
  const sorted = Object.entries(Object(dependencies)).sort(([left], [right]) => compareText(left, right));
  return `${jsonText({ ...manifest, ...(dependencies !== undefined && { dependencies: Object.fromEntries(sorted) }) }, 2)}\n`;
}

function repositoryView({ repository, names }: RenderContext, kind: 'types' | 'client'): RepositoryView | false {
  if (repository === undefined) return false;
  const folder = folderOf(kind === 'types' ? names.typesPackage : names.clientPackage);
  const { url, directory } = repository;
  return { url, directory: directory === '' ? folder : `${directory}/${folder}` };
}

/** The section of the README about the entries of an add-on. */
function readmeSection(addon: string, { templates }: RenderContext, view: PackageFileView): readonly string[] {
  const path = `addons/${addon}/README.section.md.hbs` as const;
  return templates.has(path) ? [templates.render(path, view).trimEnd()] : [];
}

/** The types of the first operation with both arguments and a response, as an example. */
function firstTypes({ model, names }: RenderContext): FirstTypesView | false {
  for (const operation of model.operations) {
    const input = names.operation(operation).arguments?.exported;
    const output = responseTypeName(operation, names);
    if (input !== undefined && output !== undefined) return { input, output };
  }
  return false;
}

/** The entry points besides the main one. */
function entryPoints(addons: readonly Addon[]): readonly EntryPointView[] {
  const ofAddons = addons.flatMap(({ entries, browser }) =>
    Object.entries(entries).map(([name, module]) => ({ name, module, browser: browser[name] ?? '' })),
  );
  const ofAll = ['operations', 'testing'].map((name) => ({ name, module: name, browser: '' }));
  return [...ofAll, ...ofAddons];
}

function sortedEntries(records: readonly Readonly<Record<string, string>>[]): EntryView[] {
  const all = new Map(records.flatMap((record) => Object.entries(record)));
  return [...all].sort(([left], [right]) => compareText(left, right)).map(([key, value]) => ({ key, value }));
}
