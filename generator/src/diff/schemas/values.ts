import type { CompareSchemas, Json, Schema, Unwrapped } from '../../schema/index.js';
import { listedValues, restrictionChanges } from '../../schema/index.js';
import type { Change } from '../change.js';
import type { Place } from '../place.js';
import { valueText } from '../texts.js';
import type { SchemaWalk } from './walk.js';

/** Compares which values of the same kinds are accepted: enums, bounds, formats, defaults. */
export function compareValues(before: Unwrapped, after: Unwrapped, place: Place, walk: SchemaWalk): void {
  compareEnums(before, after, place, walk);
  compareRestrictions(before.schema, after.schema, place, walk);
}

/** Compares the constraints of schemas other than types and enums. */
export function compareRestrictions(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  const { report } = walk;
  for (const change of restrictionChanges(old, next, effectIn(place, walk))) {
    const { keyword, old: was, next: is, effect, isOfType = false } = change;
    const text = is === undefined ? `no longer has \`${keyword}\`` : `has \`${keyword}\` ${valueText(is)}`;
    report.schema((isOfType ? TYPE_RULE_OF : RULE_OF)[effect], place, withOld(text, was));
  }
}

const TYPE_RULE_OF = { narrowed: 'type-narrowed', widened: 'type-widened', unclear: 'format-changed' } as const;
const RULE_OF = { narrowed: 'bound-narrowed', widened: 'bound-widened', unclear: 'format-changed' } as const;

/** Compares the values used if a value is omitted. */
export function compareDefaults(
  was: Json | undefined,
  is: Json | undefined,
  place: Place,
  { report }: SchemaWalk,
): void {
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  const text = is === undefined ? 'no longer has a default' : `has the default ${valueText(is)}`;
  report.schema('default-changed', place, withOld(text, was));
}

/** Compares the values that a testing schema accepts, by the changes that it causes in a request. */
function effectIn(place: Place, walk: SchemaWalk): CompareSchemas {
  return (was, is) => {
    const changes = walk.changes(was, is, { ...place, ways: { request: true, reply: false } });
    if (changes.length === 0) return undefined;
    return changes.some(isNarrowing) ? 'narrowed' : 'widened';
  };
}

/** What a test does not describe, it accepts. */
function isNarrowing({ rule, severity }: Change): boolean {
  return rule === 'property-added' || (severity === 'breaking' && rule !== 'property-removed');
}

function withOld(text: string, was: Json | undefined): string {
  return was === undefined ? text : `${text}, was ${valueText(was)}`;
}

function compareEnums(old: Unwrapped, next: Unwrapped, place: Place, walk: SchemaWalk): void {
  const { report } = walk;
  const { ways, wasUnused } = place;
  const was = valuesIn(old);
  const is = valuesIn(next);
  const wasExact =
    ways.reply &&
    was !== undefined &&
    was.size > 0 &&
    walk.old.isExact(old.lists, wasUnused ? { ...place, reaches: [] } : place);
  if (was === undefined) {
    if (is !== undefined) report.schema('enum-set', place, `accepts only ${listText(is)}`);
  } else if (is === undefined) {
    if (wasExact) report.schema('type-widened', place, `may be any value, was ${listText(was)}`);
    else report.schema('enum-lifted', place, 'accepts any value');
  } else {
    const added = [...is].filter(([key]) => !was.has(key));
    // A strict type accepts neither other values nor those that a service may add.
    if (wasExact && (added.length > 0 || !walk.next.isExact(next.lists, place))) {
      report.schema('type-widened', place, `may be ${listText(is)}, was ${listText(was)}`);
      return;
    }
    for (const [, value] of added) {
      report.schema('enum-value-added', place, `has the new value ${valueText(value)}`, undefined, value);
    }
    for (const [key, value] of was) {
      const text = `no longer has the value ${valueText(value)}`;
      if (!is.has(key)) report.schema('enum-value-removed', place, text, undefined, value);
    }
  }
}

/** The values that a schema lists except null, as JSON. */
function valuesIn({ schema }: Unwrapped): ReadonlyMap<string, Json> | undefined {
  const values = listedValues(schema)?.filter((value) => value !== null);
  return values && new Map(values.map((value) => [JSON.stringify(value), value]));
}

function listText(values: ReadonlyMap<string, Json>): string {
  const shown = [...values.values()].slice(0, 8).map(valueText).join(', ');
  return values.size > 8 ? `${shown} and ${values.size - 8} more` : shown;
}
