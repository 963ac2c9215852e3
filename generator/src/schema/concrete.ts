import { getString, type Json, type Schema, schemasAt } from './json.js';
import { isAnnotation } from './keywords.js';
import { matches } from './matches.js';
import type { Resolver } from './references.js';
import { branchesOf } from './unions.js';
import { isReadOnly, isWriteOnly } from './visibility.js';

/** Schemas that one check tries before it gives up: enough for any example, and a bound for hostile input. */
const MOST_STEPS = 100_000;
const DEEPEST = 32;

/**
 * Whether a value is valid against a schema, without compiling a validator: for values that are looked at once. Fields
 * that are `readOnly` or `writeOnly` may be missing: which way the value travels is not known here.
 */
export function conforms(value: Json, schema: Schema, resolver: Resolver): boolean {
  const resolve = (ref: string): Schema | undefined => resolver.resolve(ref);
  const isHidden = (field: Schema): boolean => isReadOnly(field, resolver) || isWriteOnly(field, resolver);
  return matches(value, schema, { resolve, isHidden, tagDecides: true, steps: MOST_STEPS });
}

/** The schema behind references, and the branches of its unions that a value fits. */
export function concreteSchema(schema: Schema, value: Json, resolver: Resolver, depth = 0): Schema {
  if (typeof schema === 'boolean' || depth > DEEPEST) return schema;
  const ref = getString(schema, '$ref');
  if (ref !== undefined) return concreteSchema(resolver.resolve(ref) ?? true, value, resolver, depth + 1);
  const concrete = (part: Schema): Schema => concreteSchema(part, value, resolver, depth + 1);
  const fitting = branchesOf(schema).find((branch) => conforms(value, branch, resolver));
  if (fitting !== undefined) {
    if (!Object.hasOwn(schema, 'properties') && !Object.hasOwn(schema, 'allOf')) return concrete(fitting);
    const { oneOf: _, anyOf: __, ...rest } = schema;
    return { allOf: [concrete(rest), concrete(fitting)] };
  }
  const [only, ...others] = schemasAt(schema, 'allOf').filter(saysMore);
  if (only === undefined) return schema;
  const isAlone = others.length === 0 && !Object.hasOwn(schema, 'properties');
  return isAlone ? concrete(only) : { ...schema, allOf: [only, ...others].map(concrete) };
}

/** Whether a part of an `allOf` says something about the value or its visibility: many are there for a text alone. */
function saysMore(part: Schema): boolean {
  if (typeof part === 'boolean') return !part;
  return Object.keys(part).some(
    (keyword) => keyword === 'readOnly' || keyword === 'writeOnly' || !isAnnotation(keyword),
  );
}
