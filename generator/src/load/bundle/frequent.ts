import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';

export type FrequentCode = 'format-unknown' | 'int64-rounded' | 'nullable-outdated';

const frequentProblems: { readonly [code in FrequentCode]: readonly [message: string, hint: string] } = {
  'format-unknown': [
    'This is not the format `date-time`: the value is a string, not a `Date`.',
    'Write `format: date-time` if the values are like `2030-01-31T12:00:00Z`.',
  ],
  'int64-rounded': [
    'An integer of 64 bits is a `number`, which is exact up to 2^53 - 1: larger values are rounded.',
    'Use `--int64 number`, or `int64` in the config, if the values are smaller; otherwise `number-or-string`.',
  ],
  'nullable-outdated': [
    '`nullable` belongs to OpenAPI 3.0: it is read as in 3.0.',
    "Since 3.1 null is a type: `type: [string, 'null']`.",
  ],
};

/** One warning for all places of a kind: most specs that have it have it often. */
export function reportFrequent(frequent: ReadonlyMap<FrequentCode, readonly Place[]>, findings: Findings): void {
  for (const [code, [first, ...others]] of frequent) {
    const [message, hint] = frequentProblems[code];
    const more = others.length === 0 ? '' : ` This is the first of ${others.length + 1} places.`;
    if (first !== undefined) findings.warning(code, first, `${message}${more}`, hint);
  }
}
