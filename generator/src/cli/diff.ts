import { renderTable } from '../diff/index.js';
import { type DiffResult, diff } from '../generate/diff.js';
import type { Location } from '../load/document.js';
import { printable } from '../problems/index.js';
import type { ParsedCommand } from './arguments.js';
import { counted } from './print.js';

type DiffCommand = Extract<ParsedCommand, { command: 'diff' }>;

/** Of the table, where standard output is no terminal that tells its width. */
const WIDTH = 100;

/** `sdkgen diff`: what changed from one version of a description to another, and whom it breaks. */
export async function runDiff(command: DiffCommand): Promise<number> {
  const { old, next, flags, prove } = command;
  const result = await diff(old, next, { cwd: process.cwd(), flags }, { prove });
  printWarnings(result, command);
  printDisagreements(result);
  process.stdout.write(textOf(result, command));
  const failing = command.failOn === 'warning' ? ['breaking', 'warning'] : [command.failOn];
  return result.changes.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}

/** What the rules call breaking and breaks nothing; what they missed is among the changes. */
function printDisagreements({ disagreements }: DiffResult): void {
  for (const { saidBy, message } of disagreements) {
    if (saidBy !== 'rules') continue;
    const text = `Called breaking, and code for the old version compiles: ${message} A fault of the generator: please report it.`;
    process.stderr.write(`${printable(text)}\n`);
  }
}

function printWarnings({ compared: { old, next } }: DiffResult, command: DiffCommand): void {
  for (const [file, { problems }] of [[command.old, old] as const, [command.next, next] as const]) {
    if (problems.length === 0) continue;
    const text = `${file}: ${counted(problems.length, 'warning')}; sdkgen validate tells what is wrong there.`;
    process.stderr.write(`${printable(text)}\n`);
  }
}

function textOf({ compared, bump, changes, markdown }: DiffResult, { format }: DiffCommand): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ bump, changes }, null, 2)}\n`;
    case 'markdown':
      return markdown;
    case 'table': {
      const { comparison, old, next } = compared;
      const places = new Map(comparison.changes.map((change, index) => [change, changes[index]]));
      const table = renderTable(comparison, old, next, {
        width: process.stdout.columns ?? WIDTH,
        placeOf: (change) => {
          const located = places.get(change);
          return [located?.old, located?.new].flatMap(textOfPlace).join(' -> ');
        },
      });
      return `${table.split('\n').map(printable).join('\n')}`;
    }
  }
}

function textOfPlace(location: Location | null | undefined): string[] {
  return location === null || location === undefined ? [] : [`${location.file}:${location.line}`];
}
