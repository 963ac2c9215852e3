import type { Json } from '../load/document.js';
import type { Model, Schema } from './model.js';
import { createFiller, type Limits } from './synthesise/fill.js';

export interface SynthesisOptions {
  /**
   * `required`: only what the schema demands. `complete`: every property, an item in every array, an entry in every map;
   * a recursive schema is opened twice on the way down. Where that makes more than about 2,000 values it is opened once;
   * where that makes more than about 4,000, the deeper levels keep to what is required.
   */
  readonly fill: 'required' | 'complete';
  /** In a request `readOnly` properties are left out, in a reply `writeOnly` ones, even if they are `required`. */
  readonly direction: 'request' | 'reply';
  /** Makes strings read like the thing they stand for: the name of the property or parameter. */
  readonly name?: string;
}

const RECURSIVE_STEPS = 2_000;
const COMPLETE_STEPS = 4_000;
const REQUIRED_STEPS = 50_000;

/** The least; where that is no valid value (two branches of a `oneOf` that differ in optional things only), a bit more. */
const required: readonly Limits[] = [
  { expansions: 1, depth: 0, steps: REQUIRED_STEPS },
  { expansions: 2, depth: 0, steps: REQUIRED_STEPS },
  { expansions: 1, depth: 1, steps: REQUIRED_STEPS },
  { expansions: 1, depth: 2, steps: REQUIRED_STEPS },
];

/** From everything to nothing but what is required: the first that can be had is taken. */
const complete: readonly Limits[] = [
  { expansions: 2, depth: Number.POSITIVE_INFINITY, steps: RECURSIVE_STEPS },
  ...[Number.POSITIVE_INFINITY, 8, 6, 5, 4, 3, 2, 1].map((depth) => {
    return { expansions: 1, depth, steps: COMPLETE_STEPS };
  }),
  ...required,
];

/**
 * A value that is valid against the schema (JSON Schema 2020-12 as OpenAPI 3.1 uses it): deterministic, inside bounds,
 * formats, patterns, enums and compositions. A scalar `example` of the schema is taken where it is valid.
 * Date-times that may be numbers are unix nanoseconds in a reply and RFC 3339 strings in a request.
 * Many descriptions give a `oneOf` a discriminator and branches that only differ by what they leave open: where no value
 * can match one branch alone, the discriminator decides.
 * A `pattern` that is no ECMA-262 regular expression is not held to.
 * `undefined` when no valid value could be found (the schema contradicts itself, or its pattern is beyond us).
 */
export function synthesise(schema: Schema, model: Pick<Model, 'resolve'>, options: SynthesisOptions): Json | undefined {
  const strict = options.fill === 'complete' ? complete : required;
  const lenient = strict.map((limits): Limits => ({ ...limits, tagDecides: true }));
  for (const limits of [...strict, ...lenient]) {
    const filler = createFiller((ref) => model.resolve(ref), options.direction, limits);
    const value = filler.fill([schema], options.name ?? '', 0, 0);
    if (value !== undefined && !filler.isExhausted()) return value;
  }
  return undefined;
}
