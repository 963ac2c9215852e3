import { get, getArray, getObject, getString, pointerToken, type Schema } from '../../schema/index.js';
import { fieldOf, type Place } from '../place.js';
import type { Report } from '../report.js';
import { valueText } from '../texts.js';

/** Compares the fields and operators of two filters, as listed in an extension of their schemas. */
export function compareFilters(extension: string, old: Schema, next: Schema, place: Place, report: Report): void {
  const [oldFields, fields] = [getObject(old, extension) ?? {}, getObject(next, extension) ?? {}];
  for (const name of new Set([...Object.keys(oldFields), ...Object.keys(fields)])) {
    const key = `/${extension}/${pointerToken(name)}`;
    const field: Place = { ...fieldOf(place, name), old: place.old + key, next: place.next + key };
    const was = get(oldFields, name);
    const is = get(fields, name);
    if (was === undefined) report.schema('filter-field-added', field, 'was added', 'next');
    else if (is === undefined) report.schema('filter-field-removed', field, 'was removed', 'old');
    else {
      const [before, after] = [getArray(was, 'operators'), getArray(is, 'operators')];
      for (const operator of after.filter((one) => !before.includes(one))) {
        report.schema('filter-operator-added', field, `accepts ${valueText(operator)}`);
      }
      for (const operator of before.filter((one) => !after.includes(one))) {
        report.schema(
          'filter-operator-removed',
          field,
          `no longer accepts ${valueText(operator)}`,
          undefined,
          operator,
        );
      }
      const [from, to] = [getString(was, 'type') ?? 'any', getString(is, 'type') ?? 'any'];
      if (from !== to) report.schema('type-changed', field, `is now ${valueText(to)}, was ${valueText(from)}`);
    }
  }
}
