import type { JsonObject } from '../schema/index.js';

/** What is specific to one service in the generator and the mock. All members are optional. */
export interface AddonHooks {
  readonly dates?: DateCodec;
  readonly errors?: ErrorHooks;
  readonly filters?: FilterDialect;
}

/** Present if numbers with the format `date-time` are date-times; otherwise they are plain numbers. */
export interface DateCodec {
  /**
   * Returns the number of a date-time, for example responses; if absent, these contain text. `seed` varies the digits lost by
   * rounding.
   */
  readonly toNumber?: (milliseconds: number, seed: number) => number;
}

/** One fault of a request, such as `query/limit` and `must be integer`. */
export interface FieldError {
  readonly place: string;
  readonly message: string;
}

/** How the service rejects requests. */
export interface ErrorHooks {
  readonly body: (status: number, message: string, fields: readonly FieldError[]) => JsonObject;
  /** Headers of a response with this status, if the spec defines no such header. */
  readonly headers?: (status: number) => readonly (readonly [name: string, value: string])[];
}

/** Filters whose fields and operators are listed in an extension of their schema. */
export interface FilterDialect {
  /** `{ [field]: { type, operators: [...] } }` beside an object schema. */
  readonly extension: string;
  /** The TypeScript types of the fields' `type`s. */
  readonly types: ReadonlyMap<string, string>;
  /** The operand of each operator, as a TypeScript type in which `Value` is the type of the field. */
  readonly operands: ReadonlyMap<string, string>;
  /** The operator of a plain value. */
  readonly equality: string;
  /** Operators with arrays of filters, and their meaning. */
  readonly joins: readonly (readonly [operator: string, meaning: string])[];
  readonly samples: FilterSamples;
}

/** Examples of filters in the documentation, as code. */
export interface FilterSamples {
  /** Conditions, each for a field of this type with this operator. */
  readonly conditions: readonly (readonly [type: string, operator: string, code: string])[];
  /** Filters joined, with a field that is not in any spec. */
  readonly joined: { readonly operator: string; readonly field: string; readonly code: string };
  /** Operators for an example of a compile error: the first one that a field does not support is used. */
  readonly wrong: readonly string[];
}
