import type { Change, Comparison, Version } from '../change.js';
import { SEVERITIES } from '../rules.js';
import { groupChanges } from './groups.js';
import { countText, foldTexts, MOST_PLACES, methodNames, sentences } from './markdown.js';

/**
 * Renders the changes as a table for a terminal: by severity, the rule, message and location of each, and the bump.
 *
 * @param width in characters; longer texts are wrapped.
 * @param placeOf the location of a change in both versions, such as `old.yaml:12 -> new.yaml:14`; empty if there is none.
 */
export function renderTable(
  comparison: Comparison,
  old: Version,
  next: Version,
  width: number,
  placeOf: (change: Change) => string,
): string {
  const { shown, folded } = foldTexts(comparison.changes);
  const groups = groupChanges(shown);
  const methods = methodNames(old, next);
  const column = Math.max(0, ...shown.map(({ rule }) => rule.length)) + 4;
  const room = Math.max(30, width - column);
  const blocks = SEVERITIES.flatMap((severity) => {
    const found = groups.filter(({ first }) => first.severity === severity);
    const { length } = shown.filter((change) => change.severity === severity);
    if (length === 0) return [];
    const rows = found.flatMap((group) => {
      const { first, others } = group;
      const places = [...new Set([first, ...others].map(placeOf))].filter((place) => place !== '');
      const more =
        places.length > MOST_PLACES ? [`and ${(places.length - MOST_PLACES).toLocaleString('en-US')} more`] : [];
      const lines = [...wrap(sentences(group, methods), room), ...places.slice(0, MOST_PLACES), ...more];
      return lines.map((line, index) => `${(index === 0 ? `  ${first.rule}` : '').padEnd(column)}${line}`);
    });
    return [[`${severity} (${length.toLocaleString('en-US')})`, ...rows].join('\n')];
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
