import { entryView } from './client-package.js';
import type { RenderContext } from './context.js';
import type { Guide } from './docs-index.js';
import type { RenderedFile } from './rendered.js';

/** What each package has beside its sources: manifest, compiler settings, README, changelog and licence. */
export function renderPackageFiles(
  context: RenderContext,
  kind: 'types' | 'client',
  setUp: string,
  firstCall: string,
  guides: readonly Guide[] = [],
): RenderedFile[] {
  const { templates, addons } = context;
  const merged = (pick: 'dependencies' | 'devDependencies' | 'entries') =>
    sortedEntries(addons.map((addon) => addon[pick]));
  const view = {
    ...entryView(context),
    title: context.model.info.title,
    license: context.license,
    dependencies: merged('dependencies'),
    devDependencies: merged('devDependencies'),
    entries: merged('entries'),
    setUp,
    firstCall,
    guides,
  };
  const testSettings: RenderedFile[] =
    kind === 'client' ? [['tsconfig.test.json', templates.text('package/client.tsconfig.test.json')]] : [];
  // We have the text of one licence only.
  const licenseFile: RenderedFile[] = context.license === 'MIT' ? [['LICENSE', templates.text('package/LICENSE')]] : [];
  return [
    ['package.json', templates.render(`package/${kind}.package.json.hbs`, view)],
    ['tsconfig.json', templates.text(`package/${kind}.tsconfig.json`)],
    ...testSettings,
    ['README.md', templates.render(`package/${kind}.README.md.hbs`, view)],
    ['CHANGELOG.md', context.changelog],
    ...licenseFile,
  ];
}

function sortedEntries(records: readonly Readonly<Record<string, string>>[]): { key: string; value: string }[] {
  const all = new Map(records.flatMap((record) => Object.entries(record)));
  return [...all].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, value]) => ({ key, value }));
}
