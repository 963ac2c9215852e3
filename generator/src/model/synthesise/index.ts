import type { Json, Overlap, Schema } from '../../schema/index.js';
import { createFiller, type Limits } from './fill.js';
import type { Source } from './filler.js';

export interface SynthesisOptions {
  /** The maximum number of steps for a value. */
  readonly mostSteps?: number;
  /**
   * `required`: only what the schema requires. `complete`: every property, an item in every array, an entry in every map; in a
   * response of up to about 200 values two items in every array. A recursive schema is expanded twice; if that makes more than
   * about 2,000 values, once; if that makes more than about 4,000, the deeper levels contain only what is required.
   */
  readonly fill: 'required' | 'complete';
  /** In a request `readOnly` properties are omitted, in a response `writeOnly` ones, even if they are `required`. */
  readonly direction: 'request' | 'reply';
  /** The name of the property or parameter, for meaningful strings. */
  readonly name?: string;
  /** No array is empty, and no object inside the value that can have a field: for `name=value` pairs, where neither is sent. */
  readonly filledLists?: boolean;
}

const REPEATED_STEPS = 200;
const RECURSIVE_STEPS = 2_000;
const COMPLETE_STEPS = 4_000;
const REQUIRED_STEPS = 50_000;

/** The minimum; if that is not valid (two branches of a `oneOf` that differ only in optional fields), a bit more. */
const required: readonly Limits[] = [
  { expansions: 1, depth: 0, steps: REQUIRED_STEPS },
  { expansions: 2, depth: 0, steps: REQUIRED_STEPS },
  { expansions: 1, depth: 1, steps: REQUIRED_STEPS },
  { expansions: 1, depth: 2, steps: REQUIRED_STEPS },
];

/** In a small response every array has two items, to detect clients that read only the first one. */
const everythingTwice: Limits = {
  expansions: 2,
  depth: Number.POSITIVE_INFINITY,
  wantedItems: 2,
  steps: REPEATED_STEPS,
};

const everything: readonly Limits[] = [
  { expansions: 2, depth: Number.POSITIVE_INFINITY, steps: RECURSIVE_STEPS },
  { expansions: 1, depth: Number.POSITIVE_INFINITY, steps: COMPLETE_STEPS },
];

/** Increasing: the search ends at the first level that takes too many steps, and earlier levels are cheap. */
const levels: readonly Limits[] = [1, 2, 3, 4, 5, 6, 8].map((depth) => {
  return { expansions: 1, depth, steps: COMPLETE_STEPS };
});

/**
 * A value that is valid against the schema (JSON Schema 2020-12 as used by OpenAPI 3.1): deterministic, within bounds, formats,
 * patterns, enums and compositions. A valid scalar `example` of the schema is used. Date-times that may be numbers are RFC 3339
 * strings, in responses the numbers of an add-on. Many specs have a `oneOf` with a discriminator and branches that differ only in
 * what they leave open: if no value can match one branch alone, the discriminator decides; without one, a response may match
 * several, which clients do not check. A `pattern` that is not an ECMA-262 regular expression is ignored. `undefined` if no valid
 * value could be found (the schema contradicts itself, or its pattern is too complex).
 */
export function synthesise(schema: Schema, model: Source, options: SynthesisOptions): Json | undefined {
  const overlaps: readonly Overlap[] = options.direction === 'reply' ? ['none', 'tagged', 'any'] : ['none', 'tagged'];
  for (const overlap of overlaps) {
    const attempt = (limits: Limits): Attempt => tryOnce(schema, model, options, { ...limits, overlap });
    const value = options.fill === 'complete' ? fullest(attempt, options.direction) : undefined;
    const found = value ?? firstOf(required, attempt, true);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Attempt {
  readonly value: Json | undefined;
  /** Whether the limit of steps was exceeded; `value` is `undefined` then. */
  readonly exhausted: boolean;
}

function tryOnce(
  schema: Schema,
  model: Source,
  { direction, filledLists, mostSteps = Number.POSITIVE_INFINITY, name }: SynthesisOptions,
  limits: Limits,
): Attempt {
  const leastItems = filledLists === true ? 1 : 0;
  const filler = createFiller(model, direction, { ...limits, leastItems, steps: Math.min(limits.steps, mostSteps) });
  const value = filler.fill([schema], name ?? '', 0, 0);
  const exhausted = filler.isExhausted();
  return { value: exhausted ? undefined : value, exhausted };
}

/** The first value that is valid. @param isRising whether later limits take more steps, so that one exceeded limit is the end */
function firstOf(all: readonly Limits[], attempt: (limits: Limits) => Attempt, isRising: boolean): Json | undefined {
  for (const limits of all) {
    const { value, exhausted } = attempt(limits);
    if (value !== undefined || (isRising && exhausted)) return value;
  }
  return undefined;
}

/** Everything if it is small enough, otherwise the deepest level that is. */
function fullest(attempt: (limits: Limits) => Attempt, direction: 'request' | 'reply'): Json | undefined {
  const whole = firstOf(direction === 'reply' ? [everythingTwice, ...everything] : everything, attempt, false);
  if (whole !== undefined) return whole;
  let deepest: Json | undefined;
  for (const limits of levels) {
    const { value, exhausted } = attempt(limits);
    if (exhausted) break;
    deepest = value ?? deepest;
  }
  return deepest;
}
