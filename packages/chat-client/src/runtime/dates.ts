/**
 * Where a JSON value holds date-times.
 * - `1`: the value itself is one
 * - `2`: the value may be one, or another text
 * - `[plan]`: each item of an array
 * - `['*', plan, name, ...]`: each value of a map, without those of these names
 * - `{ field: plan }`: fields of an object
 * - `['.', field, plan]`: one field whose name an object literal can't have (`__proto__`, `constructor`, `toString` ...), or one
 *   place of an array
 * - `['?', field, { value: plan }]`: the plan for what the field says that the object is
 * - `['&', plan, plan, ...]`: all of these plans apply to the same value
 * - `() => plan`: a plan that is shared between places, or recursive
 */
export type DatePlan =
  | 1
  | 2
  | readonly [DatePlan]
  | readonly ['*', DatePlan, ...string[]]
  | readonly ['.', string, DatePlan]
  | readonly ['?', string, { readonly [value: string]: DatePlan }]
  | readonly ['&', ...DatePlan[]]
  | { readonly [field: string]: DatePlan }
  | (() => DatePlan);
