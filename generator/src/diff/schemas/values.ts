import type { Json } from '../../load/document.js';
import { get } from '../../model/json.js';
import type { Schema } from '../../model/model.js';
import type { Place } from '../place.js';
import type { Report } from '../report.js';
import { valueText } from '../texts.js';
import { boundChanges, plainFormat, valuesOfEnum } from './facets.js';

/** Compares which values of the same kinds are taken: lists of values, bounds, formats, defaults. */
export function compareValues(old: Schema, next: Schema, place: Place, report: Report): void {
  const before = valuesOfEnum(old)?.filter((value) => value !== null);
  const after = valuesOfEnum(next)?.filter((value) => value !== null);
  if (before !== undefined && after !== undefined) compareEnums(before, after, place, report);
  else if (after !== undefined) report.schema('enum-set', place, `takes only ${listText(after)}`);
  else if (before !== undefined) report.schema('enum-lifted', place, 'takes any value');
  for (const { keyword, old: was, next: is, effect } of boundChanges(old, next)) {
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
  const added = [...is].filter(([key]) => !was.has(key)).map(([, value]) => value);
  const removed = [...was].filter(([key]) => !is.has(key)).map(([, value]) => value);
  if (added.length === is.size && removed.length === was.size) {
    report.schema('type-changed', place, `is now ${listText(next)}, was ${listText(old)}`);
    return;
  }
  for (const value of added) report.schema('enum-value-added', place, `has the new value ${valueText(value)}`);
  for (const value of removed) {
    report.schema('enum-value-removed', place, `no longer has the value ${valueText(value)}`);
  }
}

function compareDefault(old: Schema, next: Schema, place: Place, report: Report): void {
  const before = get(old, 'default');
  const after = get(next, 'default');
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const text = after === undefined ? 'has no default any more' : `has the default ${valueText(after)}`;
  report.schema('default-changed', place, before === undefined ? text : `${text}, was ${valueText(before)}`);
}

function listText(values: readonly Json[]): string {
  const shown = values.slice(0, 8).map(valueText).join(', ');
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}
