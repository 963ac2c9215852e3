import type { Adopted, DiffResult } from '../../generator/src/index.js';

/** The result of a step, in one line. */
export interface StepOutcome {
  readonly name: string;
  readonly outcome: string;
}

export interface Summary {
  readonly spec: string;
  /** The `info.version` of both versions. */
  readonly versions: { readonly old: string; readonly next: string };
  readonly count: string;
  /** Sentences, the worst first. */
  readonly breaking: readonly string[];
  readonly bump: DiffResult['bump'];
  readonly steps: readonly StepOutcome[];
  /** Paths that differ from the previous state of the project. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly dryRun: boolean;
  /** The notes about a vendor's file. */
  readonly adopted: Pick<Adopted, 'notes'> | undefined;
  /** Lines of handwritten files that name something that was removed. */
  readonly stale: readonly string[];
}

/** Maximum number of listed breaking changes; all are in the changelog. */
const MOST_BREAKING = 8;
const MOST_LISTED = 5;

/** The summary of an update, on one screen of 80 by 40. */
export function renderSummary(summary: Summary): string {
  const { versions, count, breaking, bump, steps, dryRun, adopted, stale } = summary;
  const version = versions.old === versions.next ? versions.next : `${versions.old} -> ${versions.next}`;
  const more = breaking.length - MOST_BREAKING;
  const decisions = (adopted?.notes ?? []).filter(({ kind }) => kind === 'decide' || kind === 'kept');
  const rows: readonly (readonly [string, string])[] = [
    ['Spec', `${summary.spec}, version ${version}`],
    ['Changes', count],
    ...breaking.slice(0, MOST_BREAKING).map((text) => ['', `breaking: ${text}`] as const),
    ...(more > 0 ? [['', `and ${more} more, in the changeset`] as const] : []),
    ...listed(
      'To decide',
      decisions.map(({ text }) => text),
      'sdkgen validate reports what is missing',
    ),
    ...listed('Outdated', stale, 'search for the removed names'),
    ['Version', bump === 'none' ? 'unchanged' : `${bump} bump when it is released, by the changeset`],
    ...steps.map(({ name, outcome }, index) => [index === 0 ? 'Steps' : '', `${name}: ${outcome}`] as const),
    ['Files', filesText(summary)],
    ['', dryRun ? 'Nothing was changed: this was a dry run.' : 'Review them with git diff, then commit.'],
  ];
  return `${rows.map(([left, right]) => `${left.padEnd(13)}${right}`.trimEnd()).join('\n')}\n`;
}

/** Some of the texts, with their title before the first. */
function listed(title: string, texts: readonly string[], where: string): readonly (readonly [string, string])[] {
  const shown = texts.slice(0, MOST_LISTED).map((text, index) => [index === 0 ? title : '', text] as const);
  const more = texts.length - MOST_LISTED;
  return more > 0 ? [...shown, ['', `and ${more} more: ${where}`] as const] : shown;
}

function filesText({ written, removed, dryRun }: Summary): string {
  if (written.length + removed.length === 0) return 'none differs';
  const byFolder = new Map<string, number>();
  for (const path of [...written, ...removed]) {
    const folder = path.includes('/') ? `${path.split('/')[0]}/` : path;
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + 1);
  }
  const list = [...byFolder]
    .map(([folder, count]) => (folder.endsWith('/') ? `${folder} (${count})` : folder))
    .join(', ');
  const verb = dryRun ? 'would be written' : 'written';
  const gone = removed.length === 0 ? '' : `, ${removed.length} removed`;
  return `${written.length} ${verb}${gone}: ${list}`;
}
