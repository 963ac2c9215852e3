import type { Json, Schema } from '../../schema/index.js';
import { get, listedValues, plainFormat, restrictionChanges, type Unwrapped } from '../../schema/index.js';
import type { Place } from '../place.js';
import type { Report } from '../report.js';
import { valueText } from '../texts.js';
import type { SchemaWalk } from './walk.js';

/** Compares which values of the same kinds are taken: lists of values, bounds, formats, defaults. */
export function compareValues(from: Unwrapped, to: Unwrapped, place: Place, walk: SchemaWalk): void {
  const { report } = walk;
  const { schema: old } = from;
  const { schema: next } = to;
  const before = listedValues(old)?.filter((value) => value !== null);
  const after = listedValues(next)?.filter((value) => value !== null);
  const isReceived = place.ways.reply;
  const wasExact = isReceived && before !== undefined && before.length > 0 && (from.exact || walk.isExact(old, 'old'));
  const isExact = isReceived && (to.exact || walk.isExact(next, 'next'));
  if (before !== undefined && after !== undefined) {
    // A type with just these values takes no other ones, nor does it take those that a service may yet add.
    const isMore = after.some((value) => !includesJson(before, value)) || !isExact;
    if (wasExact && isMore) report.schema('type-widened', place, `may be ${listText(after)}, was ${listText(before)}`);
    else compareEnums(before, after, place, report);
  } else if (after !== undefined) report.schema('enum-set', place, `takes only ${listText(after)}`);
  else if (before !== undefined && wasExact)
    report.schema('type-widened', place, `may be any value, was ${listText(before)}`);
  else if (before !== undefined) report.schema('enum-lifted', place, 'takes any value');
  for (const { keyword, old: was, next: is, effect } of restrictionChanges(old, next)) {
    const values = `${was === undefined ? '' : `, was ${valueText(was)}`}`;
    const text = is === undefined ? `has no \`${keyword}\` any more` : `has \`${keyword}\` ${valueText(is)}`;
    report.schema(effect === 'narrowed' ? 'bound-narrowed' : 'bound-widened', place, text + values);
  }
  const format = plainFormat(next);
  if (plainFormat(old) !== format) {
    const text = format === undefined ? 'has no format any more' : `has the format ${valueText(format)}`;
    report.schema('format-changed', place, text);
  }
  compareDefault(old, next, place, report);
}

function compareEnums(old: readonly Json[], next: readonly Json[], place: Place, report: Report): void {
  const was = new Map(old.map((value) => [JSON.stringify(value), value]));
  const is = new Map(next.map((value) => [JSON.stringify(value), value]));
  for (const [key, value] of is) {
    if (!was.has(key)) report.schema('enum-value-added', place, `has the new value ${valueText(value)}`);
  }
  for (const [key, value] of was) {
    if (!is.has(key)) report.schema('enum-value-removed', place, `no longer has the value ${valueText(value)}`);
  }
}

function compareDefault(old: Schema, next: Schema, place: Place, report: Report): void {
  const before = get(old, 'default');
  const after = get(next, 'default');
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const text = after === undefined ? 'has no default any more' : `has the default ${valueText(after)}`;
  report.schema('default-changed', place, before === undefined ? text : `${text}, was ${valueText(before)}`);
}

function includesJson(values: readonly Json[], value: Json): boolean {
  const text = JSON.stringify(value);
  return values.some((one) => JSON.stringify(one) === text);
}

function listText(values: readonly Json[]): string {
  const shown = values.slice(0, 8).map(valueText).join(', ');
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}
