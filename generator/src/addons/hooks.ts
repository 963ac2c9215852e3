import type { JsonObject } from '../schema/index.js';

/** What only one service has, where the generator or the mock needs to know of it. All of it is optional. */
export interface AddonHooks {
  readonly dates?: DateCodec;
  readonly errors?: ErrorHooks;
  readonly filters?: FilterDialect;
}

/** Present when numbers with the format `date-time` are instants; without it they are numbers. */
export interface DateCodec {
  /** The number of an instant, for examples of replies; without it these have texts. `seed` varies what rounding would lose. */
  readonly toNumber?: (milliseconds: number, seed: number) => number;
}

/** One thing that is wrong with a request, such as `query/limit` and `must be integer`. */
export interface FieldError {
  readonly place: string;
  readonly message: string;
}

/** How the service refuses requests. */
export interface ErrorHooks {
  readonly body: (status: number, message: string, fields: readonly FieldError[]) => JsonObject;
  /** Headers of a reply of this status, where its spec has no such header. */
  readonly headers?: (status: number) => readonly (readonly [name: string, value: string])[];
}

/** Filters whose fields and operators an extension of their schema lists. */
export interface FilterDialect {
  /** `{ [field]: { type, operators: [...] } }` beside an object schema. */
  readonly extension: string;
  /** The TypeScript types of the fields' `type`s. */
  readonly types: ReadonlyMap<string, string>;
  /** What each operator takes, as TypeScript in which `Value` is the type of the field. */
  readonly operands: ReadonlyMap<string, string>;
  /** The operator that a bare value is short for. */
  readonly equality: string;
  /** Operators that take lists of filters, and what they mean. */
  readonly joins: readonly (readonly [operator: string, meaning: string])[];
  readonly samples: FilterSamples;
}

/** What the documentation shows of filters, as code. */
export interface FilterSamples {
  /** Conditions, each for a field of this type that has this operator. */
  readonly conditions: readonly (readonly [type: string, operator: string, code: string])[];
  /** Filters joined, with a field that no spec has. */
  readonly joined: { readonly operator: string; readonly field: string; readonly code: string };
  /** The operators to show as a wrong one: the first that a field does not take. */
  readonly wrong: readonly string[];
}
