import { type Change, renderAnnotations, renderTable } from '../diff/index.js';
import { writeAccepted } from '../generate/accepted.js';
import { type DiffResult, diff } from '../generate/diff.js';
import type { BundledDocument, Location } from '../load/document.js';
import { counted, printable } from '../problems/index.js';
import { type CommandLine, UsageError } from './arguments.js';
import { asJson } from './print.js';

/** Width of the table if standard output is not a terminal. */
const WIDTH = 100;

/** Runs `sdkgen diff`: prints the changes between two versions of an OpenAPI document, and who is affected. */
export async function runDiff({ words: [old = '', next = ''], flags, values, switches }: CommandLine): Promise<number> {
  const cwd = process.cwd();
  const options = { prove: !switches.has('no-prove'), accepted: true };
  const [accepted] = values.get('accept') ?? [];
  const [reason] = values.get('reason') ?? [];
  if ((accepted === undefined) !== (reason === undefined)) {
    throw new UsageError('--accept and --reason belong together.', 'Write --accept RULE:POINTER --reason TEXT.');
  }
  let result = await diff(old, next, { cwd, flags }, options);
  if (accepted !== undefined && reason !== undefined) {
    // By id, so that no other change of the same rule and place is accepted.
    const ids = result.changes.map(({ id }) => id).filter((id) => id === accepted || id.startsWith(`${accepted}#`));
    if (ids.length === 0)
      throw new UsageError(`No change is ${accepted}.`, 'sdkgen diff --json prints the id of each change.');
    await writeAccepted(cwd, [...new Set(ids)], reason);
    result = await diff(old, next, { cwd, flags }, options);
  }
  printWarnings(result, old, next);
  process.stdout.write(textOf(result, switches));
  return exitCodeFor(result.changes, values);
}

/** Exit code 1 if a change is at least as severe as `--fail-on`. */
export function exitCodeFor(found: readonly { readonly severity: string }[], values: CommandLine['values']): number {
  const failOn = values.get('fail-on')?.[0];
  const failing: readonly (string | undefined)[] = failOn === 'warning' ? ['breaking', 'warning'] : [failOn];
  return found.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}

/** The number of warnings in each of the two documents. */
export function printWarnings({ compared }: Pick<DiffResult, 'compared'>, old: string, next: string): void {
  for (const [file, { problems }] of [[old, compared.old] as const, [next, compared.next] as const]) {
    if (problems.length === 0) continue;
    const text = `${file}: ${counted(problems.length, 'warning')}; sdkgen validate reports them.`;
    process.stderr.write(`${printable(text)}\n`);
  }
}

function textOf({ compared, bump, changes, markdown }: DiffResult, switches: ReadonlySet<string>): string {
  if (switches.has('json')) return asJson({ bump, changes });
  if (switches.has('markdown')) return markdown;
  const { comparison, old, next } = compared;
  if (switches.has('annotations'))
    return renderAnnotations(comparison, old, next, (change) => nearestPlace(next.document, change));
  const places = new Map(comparison.changes.map((change, index) => [change, changes[index]]));
  const table = renderTable(comparison, old, next, process.stdout.columns ?? WIDTH, (change) => {
    const located = places.get(change);
    return [located?.old, located?.new].flatMap(textOfPlace).join(' -> ');
  });
  return table.split('\n').map(printable).join('\n');
}

/** The location of a change in the new document; for something removed, where it would be. */
function nearestPlace(document: BundledDocument, { next, place, old }: Change): Location | undefined {
  for (let pointer = next ?? place ?? old ?? ''; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const location = document.locate(pointer);
    if (location !== undefined) return location;
  }
  return undefined;
}

function textOfPlace(location: Location | null | undefined): string[] {
  return location === null || location === undefined ? [] : [`${location.file}:${location.line}`];
}
