import { distinguishingField } from '../discriminators.js';
import { getString, isObject, type Json, type JsonObject, type Schema, schemasAt } from '../json.js';
import { isAnnotation } from '../keywords.js';
import type { Resolver } from '../references.js';
import { isDateTime } from '../types.js';
import { branchesOf } from '../unions.js';
import { conforms } from './matches.js';

const DEEPEST = 32;

/** The schema behind references, and the branches of its unions that match a value. */
export function concreteSchema(schema: Schema, value: Json, resolver: Resolver, depth = 0): Schema {
  // A date-time is one type, whatever alternatives are defined beside it.
  const isInstant: boolean = isDateTime(schema);
  if (typeof schema === 'boolean' || depth > DEEPEST || isInstant) return schema;
  const ref = getString(schema, '$ref');
  if (ref !== undefined) return concreteSchema(resolver.resolve(ref) ?? true, value, resolver, depth + 1);
  const concrete = (part: Schema): Schema => concreteSchema(part, value, resolver, depth + 1);
  const fitting =
    meantBranch(schema, value, resolver) ?? branchesOf(schema).find((branch) => conforms(value, branch, resolver));
  if (fitting !== undefined) {
    if (!Object.hasOwn(schema, 'properties') && !Object.hasOwn(schema, 'allOf')) return concrete(fitting);
    const { oneOf: _, anyOf: __, ...rest } = schema;
    return { allOf: [concrete(rest), concrete(fitting)] };
  }
  const [only, ...others] = schemasAt(schema, 'allOf').filter(addsConstraints);
  if (only === undefined) return schema;
  const isAlone = others.length === 0 && !Object.hasOwn(schema, 'properties');
  return isAlone ? concrete(only) : { ...schema, allOf: [only, ...others].map(concrete) };
}

/** The branch selected by a discriminator, even if others match. */
function meantBranch(schema: JsonObject, value: Json, resolver: Resolver): Schema | undefined {
  const choices = isObject(value) && branchesOf(schema).length > 0 ? distinguishingField(schema, resolver) : undefined;
  const tag = choices && getString(value, choices.property);
  return tag === undefined ? undefined : [...(choices?.values ?? [])].find(([, values]) => values.includes(tag))?.[0];
}

/** Whether a part of an `allOf` restricts the value or its visibility: many only have a description. */
function addsConstraints(part: Schema): boolean {
  if (typeof part === 'boolean') return !part;
  return Object.keys(part).some(
    (keyword) => keyword === 'readOnly' || keyword === 'writeOnly' || !isAnnotation(keyword),
  );
}
