import type { Change, Comparison, Version } from './change.js';
import { countText, foldTexts, methodNames, reachText } from './markdown.js';
import { SEVERITIES } from './rules.js';

/**
 * The changes as a terminal shows them: by severity, the rule, the sentence and the place of each, and the bump.
 *
 * @param width in characters; a longer text goes on in the next line.
 * @param placeOf where a change is in both versions, such as `old.yaml:12 -> new.yaml:14`; empty where it has no place.
 */
export function renderTable(
  comparison: Comparison,
  old: Version,
  next: Version,
  width: number,
  placeOf: (change: Change) => string,
): string {
  const { shown, folded } = foldTexts(comparison.changes);
  const methods = methodNames(old, next);
  const column = Math.max(0, ...shown.map(({ rule }) => rule.length)) + 4;
  const room = Math.max(30, width - column);
  const blocks = SEVERITIES.flatMap((severity) => {
    const changes = shown.filter((change) => change.severity === severity);
    if (changes.length === 0) return [];
    const rows = changes.flatMap((change) => {
      const place = placeOf(change);
      const lines = [...wrap(`${change.message}${reachText(change, methods)}`, room), ...(place === '' ? [] : [place])];
      return lines.map((line, index) => `${(index === 0 ? `  ${change.rule}` : '').padEnd(column)}${line}`);
    });
    return [[`${severity} (${changes.length.toLocaleString('en-US')})`, ...rows].join('\n')];
  });
  const closing = [folded ?? [], `${countText(comparison)} Version bump: ${comparison.bump}.`].flat().join(' ');
  return `${[...blocks, closing].join('\n\n')}\n`;
}

function wrap(text: string, width: number): string[] {
  const [first = '', ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= width) lines.push(word);
    else lines.splice(-1, 1, `${line} ${word}`);
  }
  return lines;
}
