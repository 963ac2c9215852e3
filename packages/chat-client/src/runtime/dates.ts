/**
 * Where a JSON value holds date-times.
 * - `1`: the value itself is one
 * - `[plan]`: each item of an array
 * - `['*', plan]`: each value of a map
 * - `{ field: plan }`: fields of an object
 * - `['.', field, plan]`: one field whose name an object literal can't have (`__proto__`, `constructor`, `toString` ...)
 * - `['&', plan, plan, ...]`: all of these plans apply to the same value
 * - `() => plan`: a plan that is shared between places, or recursive
 */
export type DatePlan =
  | 1
  | readonly [DatePlan]
  | readonly ['*', DatePlan]
  | readonly ['.', string, DatePlan]
  | readonly ['&', ...DatePlan[]]
  | { readonly [field: string]: DatePlan }
  | (() => DatePlan);
