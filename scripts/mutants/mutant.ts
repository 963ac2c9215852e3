import type { Prepared } from '../../generator/src/index.js';
import { Failure } from '../common/script.js';

export type OperationNames = ReturnType<Prepared['names']['operation']>;

/** One change of the client's text. */
export interface Edit {
  /** Below `src`, such as `runtime/call/request.ts`. */
  readonly file: string;
  /** Must occur exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Searches only from this text (which must also occur exactly once) to the end of the declaration that it starts. */
  readonly within?: string;
}

/** The client, broken in one place. */
export interface Mutant {
  /** What is broken: an operation, a parameter of one, or a rule. */
  readonly subject: string;
  /** The error. */
  readonly fault: string;
  readonly edits: readonly Edit[];
  /** The group of tests that must detect it; all tests if absent. */
  readonly group?: string;
}

const END_OF_DECLARATION = '\n}';

/**
 * The changed files of a mutant.
 * @param read the text of a file below `src`
 * @throws {Failure} if a text is not found exactly once, or nothing changes: then the list of mutants is out of date.
 */
export function applyEdits(mutant: Mutant, read: (file: string) => string): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const edit of mutant.edits) {
    const text = changed.get(edit.file) ?? read(edit.file);
    const [start, end] = regionOf(mutant, edit, text);
    const region = text.slice(start, end);
    const at = start + onlyIndex(mutant, edit.file, region, edit.find);
    const mutated = text.slice(0, at) + edit.replace + text.slice(at + edit.find.length);
    if (mutated === text) throw new Failure(`${describeMutant(mutant)}: the change of ${edit.file} changes nothing`);
    changed.set(edit.file, mutated);
  }
  if (changed.size === 0) throw new Failure(`${describeMutant(mutant)}: nothing is changed`);
  return changed;
}

export function describeMutant({ subject, fault }: Mutant): string {
  return `${subject}: ${fault}`;
}

function regionOf(mutant: Mutant, { file, within }: Edit, text: string): readonly [start: number, end: number] {
  if (within === undefined) return [0, text.length];
  const start = onlyIndex(mutant, file, text, within);
  const end = text.indexOf(END_OF_DECLARATION, start);
  return [start, end < 0 ? text.length : end];
}

function onlyIndex(mutant: Mutant, file: string, text: string, find: string): number {
  const at = text.indexOf(find);
  if (at >= 0 && text.indexOf(find, at + 1) < 0) return at;
  const problem = at < 0 ? 'was not found' : 'occurs more than once';
  throw new Failure(
    `${describeMutant(mutant)}: the text to change ${problem} in src/${file}. Update the list of mutants:\n${find}`,
  );
}

/** As written in the client. */
export function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
