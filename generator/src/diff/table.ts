import type { Change, Comparison, Version } from './change.js';
import { countText, foldTexts, methodNames, reachText } from './markdown.js';
import { SEVERITIES } from './rules.js';

export interface TableOptions {
  /** In characters; a longer text goes on in the next line. */
  readonly width: number;
  /** Where a change stands on both sides, such as `old.yaml:12 -> new.yaml:14`; empty where it has no place. */
  readonly placeOf: (change: Change) => string;
}

/** The changes as a terminal shows them: by severity, the rule, the sentence and the place of each, and the bump. */
export function renderTable(comparison: Comparison, old: Version, next: Version, options: TableOptions): string {
  const { changes, bump } = comparison;
  const { told, folded } = foldTexts(changes);
  const methods = methodNames(old, next);
  const column = Math.max(0, ...told.map(({ rule }) => rule.length)) + 4;
  const room = Math.max(30, options.width - column);
  const blocks = SEVERITIES.flatMap((severity) => {
    const own = told.filter((change) => change.severity === severity);
    if (own.length === 0) return [];
    const rows = own.flatMap((change) => {
      const text = wrap(`${change.message}${reachText(change, methods)}`, room);
      const lines = [...text, ...[options.placeOf(change)].filter((place) => place !== '')];
      return lines.map(
        (line, index) => `${index === 0 ? `  ${change.rule}`.padEnd(column) : ' '.repeat(column)}${line}`,
      );
    });
    return [[`${severity} (${own.length.toLocaleString('en-US')})`, ...rows].join('\n')];
  });
  const closing = [folded ?? [], `${countText(comparison)} Version bump: ${bump}.`].flat().join(' ');
  return `${[...blocks, closing].join('\n\n')}\n`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
