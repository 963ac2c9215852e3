import type { Json, JsonObject, Schema, TypeName } from '../../schema/index.js';

/** `properties`, `patternProperties` and `additionalProperties` of one schema: they refer to each other. */
export interface ObjectLayer {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly patterns: readonly (readonly [string, Schema])[];
  /** `undefined` where the schema does not say. */
  readonly additional: Schema | undefined;
}

/** `prefixItems` and `items` of one schema. */
export interface ArrayLayer {
  readonly prefix: readonly Schema[];
  readonly rest: Schema | undefined;
}

/** A choice that is still to be made: of several schemas one, or `if` and `then` against `else`. */
export interface Choice {
  readonly branches: readonly (readonly Schema[])[];
  readonly discriminator: JsonObject | undefined;
}

/** What one value must fulfil: all keywords of several schemas taken together, with what `$ref` and `allOf` bring. */
export interface Demand {
  impossible: boolean;
  /** `undefined`: any. In the order of the description. */
  types: readonly TypeName[] | undefined;
  integer: boolean;
  /** Types that a keyword speaks of, such as `object` for `properties`: what a schema without `type` means. */
  readonly spokenOf: Set<TypeName>;
  values: readonly Json[] | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  above: number | undefined;
  below: number | undefined;
  multiples: readonly number[];
  minLength: number;
  maxLength: number;
  patterns: readonly string[];
  formats: readonly string[];
  minItems: number;
  maxItems: number;
  unique: boolean;
  arrays: readonly ArrayLayer[];
  contains: readonly { readonly schema: Schema; readonly least: number }[];
  minProperties: number;
  maxProperties: number;
  required: readonly string[];
  objects: readonly ObjectLayer[];
  propertyNames: readonly Schema[];
  dependencies: readonly (readonly [string, readonly string[]])[];
  /** What a discriminator says a property holds. */
  readonly tags: Map<string, Json>;
  /** Names that other branches of a choice ask for. */
  rivals: readonly string[];
  choices: readonly Choice[];
  /** Whether something is demanded that only a check of the finished value can tell. */
  composed: boolean;
  samples: readonly Json[];
  defaults: readonly Json[];
  references: readonly string[];
}

export type Resolve = (ref: string) => Schema | undefined;

export function emptyDemand(): Demand {
  return {
    impossible: false,
    types: undefined,
    integer: false,
    spokenOf: new Set(),
    values: undefined,
    minimum: undefined,
    maximum: undefined,
    above: undefined,
    below: undefined,
    multiples: [],
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    patterns: [],
    formats: [],
    minItems: 0,
    maxItems: Number.POSITIVE_INFINITY,
    unique: false,
    arrays: [],
    contains: [],
    minProperties: 0,
    maxProperties: Number.POSITIVE_INFINITY,
    required: [],
    objects: [],
    propertyNames: [],
    dependencies: [],
    tags: new Map(),
    rivals: [],
    choices: [],
    composed: false,
    samples: [],
    defaults: [],
    references: [],
  };
}

export function copyDemand(demand: Demand): Demand {
  return {
    ...demand,
    spokenOf: new Set(demand.spokenOf),
    tags: new Map(demand.tags),
  };
}
