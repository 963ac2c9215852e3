import type { Json } from '../../src/schema/index.js';
import { isArray, isObject } from '../../src/schema/index.js';
import { oneName, scope } from '../features/generate.js';
import type { Judged } from './judge.js';
import { levelsOf } from './row.js';

/**
 * A module with one line for each value of a row: it is assigned to the type of the response and of the request. Values are written as
 * types, since the compiler rejects additional fields in object literals.
 */
export function usesOf({ row }: Judged): string | undefined {
  const { valid = [], invalid = [], isWire } = row.expected;
  if (isWire || valid.length + invalid.length === 0) return undefined;
  const line = (value: Json, index: number): string => {
    const type = typeText(value);
    return `export const v${index} = (value: ${type}): [Received, Sent] => [value, value];`;
  };
  return [
    `import type { SendValueArguments, Value as Received } from '${scope}/${oneName}-types';`,
    "type Sent = SendValueArguments['value'];",
    ...valid.map(line),
    ...invalid.map((value, index) => line(value, valid.length + index)),
    '',
  ].join('\n');
}

/** @param lines the lines of the module that have errors, from 1. */
export function fitComplaints({ row }: Judged, lines: ReadonlySet<number>): string[] {
  const { valid = [], invalid = [] } = row.expected;
  const unfit = valid.filter((_, index) => lines.has(index + 3));
  const fitting = invalid.filter((_, index) => !lines.has(index + 3 + valid.length));
  const complaints = unfit.map((value) => `types: ${JSON.stringify(value)} does not fit`);
  const isHonoured = levelsOf(row).types === 'yes' && row.expected.types === undefined;
  if (isHonoured && fitting.length > 0) complaints.push(`types: ${JSON.stringify(fitting)} fits`);
  if (levelsOf(row).types === '–' && invalid.length > 0 && fitting.length === 0)
    complaints.push('types: exclude all invalid values: a yes');
  return complaints;
}

export function typeText(value: Json): string {
  if (isArray(value)) return `[${value.map(typeText).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}: ${typeText(field)};`)
    .join(' ')} }`;
}
