import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Mutant } from './mutant.js';

/** A place in the client, and changes of it that break a rule of the protocol. */
interface Place {
  /** Below `src`. */
  readonly file: string;
  readonly find: string;
  /** The text around each replacement, which is inserted at `…`. */
  readonly frame?: string;
  readonly breaks: readonly { readonly rule: string; readonly fault: string; readonly replace: string }[];
}

/** One mutant for each way in which the runtime could break a rule of the protocol, as listed in `rules/*.yaml`. */
export function ruleMutants(): readonly Mutant[] {
  const folder = resolve('scripts/mutants/rules');
  const places = readdirSync(folder).flatMap((name): readonly Place[] =>
    parse(readFileSync(join(folder, name), 'utf8')),
  );
  return places.flatMap(({ file, find, frame = '…', breaks }) =>
    breaks.map(({ rule, fault, replace }) => {
      return { subject: rule, fault, edits: [{ file, find, replace: frame.replace('…', () => replace) }] };
    }),
  );
}
