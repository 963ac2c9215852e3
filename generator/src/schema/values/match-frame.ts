import type { Json, JsonObject, Schema } from '../json.js';
import { objectShape } from '../objects.js';
import type { Resolver } from '../references.js';

/**
 * Which `oneOf` accepts values of several branches: none, those with a discriminator, which selects one of them, or any. With
 * `any`, an object whose parts describe other fields is not closed by `additionalProperties` either.
 */
export type Overlap = 'none' | 'tagged' | 'any';

export interface MatchContext extends Resolver {
  /** Whether a property does not exist in this direction (`readOnly` in a request). */
  readonly isHidden: (schema: Schema) => boolean;
  readonly overlap: Overlap;
  /** How many schemas may still be tried; at zero nothing is valid. */
  steps: number;
  /** Results by reference and value: compositions may refer to the same schema many times. */
  readonly known: Map<string, Map<Json, boolean>>;
}

/** A schema, and those around it that apply to the same value. */
export interface Around {
  readonly schema: JsonObject;
  readonly outer: Around | undefined;
}

/** The value and schema to check, and the functions to check their parts. */
export interface Frame {
  readonly value: Json;
  readonly schema: JsonObject;
  readonly outer: Around | undefined;
  readonly context: MatchContext;
  readonly check: (value: Json, schema: Schema) => boolean;
}

export type Check = (frame: Frame) => boolean;

/** By schema, the names of the fields that do not exist in the direction of a context. */
const hiddenFields = new WeakMap<MatchContext, Map<Schema, ReadonlySet<string>>>();

/** Whether one of the schemas of a value describes a field that does not exist in this direction. */
export function isHiddenField(name: string, { schema, outer }: Around, context: MatchContext): boolean {
  const known = hiddenFields.get(context) ?? new Map<Schema, ReadonlySet<string>>();
  hiddenFields.set(context, known);
  let names = known.get(schema);
  if (names === undefined) {
    const fields = objectShape(schema, context).properties.filter((field) => context.isHidden(field.schema));
    names = new Set(fields.map((field) => field.name));
    known.set(schema, names);
  }
  return names.has(name) || (outer !== undefined && isHiddenField(name, outer, context));
}
