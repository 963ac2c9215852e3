import type { Location } from '../../load/document.js';
import type { Change, Comparison, Version } from '../change.js';
import { groupChanges } from './groups.js';
import { countText, methodNames, sentences } from './markdown.js';

/**
 * Renders the breaking changes and warnings as workflow commands of GitHub Actions, which shows each at its line in the new
 * document, and the number of all changes as a notice.
 */
export function renderAnnotations(
  comparison: Comparison,
  old: Version,
  next: Version,
  placeOf: (change: Change) => Location | undefined,
): string {
  const methods = methodNames(old, next);
  const lines = groupChanges(comparison.changes).flatMap((group): string[] => {
    const { rule, severity } = group.first;
    if (severity === 'compatible') return [];
    const place = placeOf(group.first);
    const at = place && { file: place.file, line: place.line, col: place.column };
    return [command(severity === 'breaking' ? 'error' : 'warning', sentences(group, methods), { ...at, title: rule })];
  });
  const count = `${countText(comparison)} Version bump: ${comparison.bump}.`;
  return `${[...lines, command('notice', count, { title: 'sdkgen diff' })].join('\n')}\n`;
}

function command(name: string, text: string, properties: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(properties).map(([key, value]) => {
    return `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`;
  });
  return `::${name} ${list.join(',')}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
