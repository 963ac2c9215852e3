import { discriminatorOf, isObject, listedValues, type Schema, type Tag, tagOfBranch } from '../../schema/index.js';
import { fieldOf, type Place } from '../place.js';
import { valueText } from '../texts.js';
import type { SchemaWalk } from './walk.js';

/** The unions, and one branch of each that is the same in both. */
type Sides = readonly [old: { union: Schema; branch: Schema }, next: { union: Schema; branch: Schema }];

/** Compares the discriminator values of a branch of a union (OpenAPI 3.1, 4.8.25). */
export function compareBranchTags([old, next]: Sides, place: Place, walk: SchemaWalk): void {
  const before = isObject(old.union) ? tagOfBranch(old.union, old.branch, walk.old) : undefined;
  const after = isObject(next.union) ? tagOfBranch(next.union, next.branch, walk.next) : undefined;
  if (before !== undefined && after !== undefined) compareTags(before, after, place, walk);
}

/** Compares the discriminators of two unions. */
export function compareDiscriminators(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  const [was, is] = [discriminatorOf(old)?.property, discriminatorOf(next)?.property];
  if (was === is) return;
  if (was === undefined) walk.report.schema('discriminator-added', place, `is distinguished by ${valueText(is ?? '')}`);
  else if (is === undefined) {
    walk.report.schema('discriminator-removed', place, `no longer has the discriminator ${valueText(was)}`);
  } else {
    const text = `is distinguished by ${valueText(is)}, was by ${valueText(was)}`;
    walk.report.schema('discriminator-changed', place, text);
  }
}

/** Compares the values of a field that determine one kind of object. Their type is strict. */
function compareTags(old: Tag, next: Tag, place: Place, { report }: SchemaWalk): void {
  if (old.property !== next.property) return;
  const [was, is] = [listedValues(old.schema) ?? [], listedValues(next.schema) ?? []];
  const field = fieldOf(place, next.property);
  const added = is.filter((value) => !was.includes(value));
  const { request, reply } = field.ways;
  if (added.length > 0 && reply) {
    const text = `may be ${is.map(valueText).join(', ')}, was ${was.map(valueText).join(', ')}`;
    report.schema('type-widened', { ...field, ways: { request: false, reply } }, text);
  }
  if (!request && added.length > 0) return;
  for (const value of request ? added : []) {
    const sent = { ...field, ways: { request, reply: false } };
    report.schema('enum-value-added', sent, `has the new value ${valueText(value)}`, undefined, value);
  }
  const lost = was.filter((value) => !is.includes(value));
  for (const value of lost) {
    report.schema('enum-value-removed', field, `no longer has the value ${valueText(value)}`, undefined, value);
  }
}
