import { counted } from '../problems/index.js';
import type { Use } from './use.js';

/** One line for each use: location, severity, change and advice. */
export function renderUses(uses: readonly Use[]): string {
  const places = uses.map(({ file, line, column }) => `${file}:${line}:${column}`);
  const [width, column] = [longest(places), longest(uses.map(({ rule }) => rule))];
  const lines = uses.map(({ severity, rule, message, advice }, index) => {
    return `${(places[index] ?? '').padEnd(width)}  ${severity.padEnd(8)}  ${rule.padEnd(column)}  ${message} ${advice}`;
  });
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary(uses)].join('\n')}\n`;
}

/** The same as a list for a pull request. */
export function renderUsesMarkdown(uses: readonly Use[]): string {
  const files = [...new Set(uses.map(({ file }) => file))].map((file) => {
    const lines = uses
      .filter((use) => use.file === file)
      .map(({ line, column, severity, message, advice }) => `- ${line}:${column} **${severity}** ${message} ${advice}`);
    return `### \`${file}\`\n\n${lines.join('\n')}\n`;
  });
  return [`${summary(uses)}\n`, ...files].join('\n');
}

function summary(uses: readonly Use[]): string {
  if (uses.length === 0) return 'No line of the project is affected.';
  const lines = new Set(uses.map(({ file, line }) => `${file}:${line}`)).size;
  const files = new Set(uses.map(({ file }) => file)).size;
  const breaking = uses.filter(({ severity }) => severity === 'breaking').length;
  return `${counted(uses.length, 'use')} in ${counted(lines, 'line')} of ${counted(files, 'file')}: ${breaking} breaking, ${counted(uses.length - breaking, 'warning')}.`;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
