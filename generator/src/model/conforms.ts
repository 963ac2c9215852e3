import type { Json, Schema } from '../schema/index.js';
import { isReadOnly, isWriteOnly, matches, type Resolver } from '../schema/index.js';

/** Places of schemas that one check looks at before it gives up: enough for any example, and a bound for hostile input. */
const maximumSteps = 100_000;

/**
 * Whether a value is valid against a schema, without compiling a validator: for values that are looked at once. Fields
 * that are `readOnly` or `writeOnly` may be missing: which way the value goes is not known here.
 */
export function conforms(value: Json, schema: Schema, resolver: Resolver): boolean {
  const resolve = (ref: string): Schema | undefined => resolver.resolve(ref);
  const isHidden = (field: Schema): boolean => isReadOnly(field, resolver) || isWriteOnly(field, resolver);
  return matches(value, schema, { resolve, isHidden, tagDecides: true, steps: maximumSteps });
}
