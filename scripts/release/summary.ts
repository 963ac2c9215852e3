import { basename } from 'node:path';
import type { Result } from './release.js';

/**
 * The end of a release, for a person to read.
 *
 * @param out the folder of the tarballs, as the person would write it.
 * @param remaining what the person has to do next, a sentence a line.
 */
export function renderSummary(
  { plan, checks, packed, commit }: Result,
  out: string,
  remaining: readonly string[],
): string {
  const { from, version, tag, notes } = plan;
  const count = `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Version', notes.length === 0 ? version : `${from} -> ${version}, from ${count}`],
    ['Tag', tag],
    ...checks.map(({ script, seconds }, index) => {
      return [index === 0 ? 'Checks' : '', `npm run ${script}: passed in ${seconds.toFixed(0)} s`] as const;
    }),
    ...packed.tarballs.map(({ path, size, files }, index) => {
      const text = `${out}/${basename(path)}, ${(size / 1000).toFixed(0)} kB, ${files.length} files`;
      return [index === 0 ? 'Tarballs' : '', text] as const;
    }),
    ['Materials', `${out}/${packed.bill.file}, ${packed.bill.components} packages`],
    ...(commit === undefined ? [] : [['Commit', commit] as const]),
    ...remaining.map((text) => ['', text] as const),
  ];
  const table = rows.map(([left, right]) => `${left.padEnd(11)}${right}`.trimEnd()).join('\n');
  return `Changelog of ${version}\n\n${plan.text}\n\n${table}\n`;
}
