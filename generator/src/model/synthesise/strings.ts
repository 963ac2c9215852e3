import { type Constraints, codePoints, regularExpression } from '../../schema/index.js';
import { textsForFormat } from './formats.js';
import { textFor } from './names.js';
import { textsForPattern } from './patterns.js';

const LONGEST = 100_000;

/** Strings of the required format, pattern and length, the most readable first. The caller checks them. */
export function* stringsFor(demand: Constraints, name: string, variant: number, fixed: boolean): Generator<string> {
  const { minLength, maxLength, formats, patterns } = demand;
  if (minLength > LONGEST) return;
  // Texts that do not match may take too long.
  const risky = patterns.filter((pattern) => regularExpression(pattern)?.risky === true);
  for (const pattern of risky) yield* textsForPattern(pattern, minLength, maxLength, variant);
  for (const format of formats) yield* textsForFormat(format, name, variant, minLength, fixed);
  const text = textFor(name, variant);
  // In a response, to detect clients that do not read UTF-8.
  if (!fixed) yield fit(`${text} \u00e9`, minLength, maxLength);
  yield fit(text, minLength, maxLength);
  for (const pattern of patterns) yield* textsForPattern(pattern, minLength, maxLength, variant);
  for (let turn = 0; turn < 16; turn += 1) {
    yield fit(`${(variant + turn).toString(36)}${textFor(name)}`, minLength, maxLength);
  }
  if (minLength === 0) yield '';
}

function fit(text: string, minLength: number, maxLength: number): string {
  const missing = minLength - codePoints(text);
  const long = missing > 0 ? text + 'a'.repeat(missing) : text;
  return codePoints(long) > maxLength ? [...long].slice(0, maxLength).join('') : long;
}
