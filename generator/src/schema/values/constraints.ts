import type { Discriminator } from '../discriminators.js';
import type { Json, Schema, TypeName } from '../json.js';

/** `properties`, `patternProperties` and `additionalProperties` of one schema: they depend on each other. */
export interface ObjectLayer {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly patterns: readonly (readonly [string, Schema])[];
  /** `undefined` if the schema does not define it. */
  readonly additional: Schema | undefined;
}

/** `prefixItems` and `items` of one schema. */
export interface ArrayLayer {
  readonly prefix: readonly Schema[];
  readonly rest: Schema | undefined;
}

/** A choice to be made: one of several schemas, or `if` and `then` against `else`. */
export interface Choice {
  readonly branches: readonly (readonly Schema[])[];
  readonly discriminator: Discriminator | undefined;
}

/** The constraints of one value: all keywords of several schemas together, including `$ref` and `allOf`. */
export class Constraints {
  impossible = false;
  /** Whether objects with parts are never closed. */
  lenient = false;
  /** In the order of the spec; `undefined` if every type is allowed. */
  types: readonly TypeName[] | undefined;
  integer = false;
  /** Types that keywords apply to, such as `object` for `properties`: what a schema without `type` means. */
  readonly about = new Set<TypeName>();
  values: readonly Json[] | undefined;
  minimum = Number.NEGATIVE_INFINITY;
  exclusiveMinimum = Number.NEGATIVE_INFINITY;
  maximum = Number.POSITIVE_INFINITY;
  exclusiveMaximum = Number.POSITIVE_INFINITY;
  multiples: readonly number[] = [];
  minLength = 0;
  maxLength = Number.POSITIVE_INFINITY;
  patterns: readonly string[] = [];
  formats: readonly string[] = [];
  minItems = 0;
  maxItems = Number.POSITIVE_INFINITY;
  unique = false;
  arrays: readonly ArrayLayer[] = [];
  contains: readonly { readonly schema: Schema; readonly least: number }[] = [];
  minProperties = 0;
  maxProperties = Number.POSITIVE_INFINITY;
  required: readonly string[] = [];
  objects: readonly ObjectLayer[] = [];
  propertyNames: readonly Schema[] = [];
  dependencies: readonly (readonly [string, readonly string[]])[] = [];
  /** The values that discriminators require. */
  readonly tags = new Map<string, Json>();
  /** Fields that other branches of a choice require. */
  requiredElsewhere: readonly string[] = [];
  /** The schemas of fields and items that no other part describes. */
  unevaluated: { readonly properties?: Schema | undefined; readonly items?: Schema | undefined } = {};
  choices: readonly Choice[] = [];
  /** Whether there are constraints that only a check of the finished value covers. */
  composed = false;
  samples: readonly Json[] = [];
  defaults: readonly Json[] = [];
  references: readonly string[] = [];
}

export type BoundKeyword = {
  [Key in keyof Constraints]: Constraints[Key] extends number ? Key : never;
}[keyof Constraints];

export function copyConstraints(constraints: Constraints): Constraints {
  return { ...constraints, about: new Set(constraints.about), tags: new Map(constraints.tags) };
}
