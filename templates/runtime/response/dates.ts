/**
 * Where a JSON value contains date-times.
 * - `1`: the value itself
 * - `2`: the value itself, if it is a date-time; it may be another string
 * - `[plan]`: each item of an array
 * - `['*', plan, name, ...]`: each value of a map, except those with these names
 * - `{ field: plan }`: fields of an object
 * - `['.', field, plan]`: one field whose name an object literal can't have (`__proto__`, `constructor`, `toString` ...), or one
 *   position of an array
 * - `['?', field, { value: plan }]`: the plan selected by the value of the discriminator `field`
 * - `['&', plan, plan, ...]`: all of these plans apply to the same value
 * - `() => plan`: a shared or recursive plan
 */
export type DatePlan = 1 | 2 | ListPlan | { readonly [field: string]: DatePlan } | (() => DatePlan);

export type ListPlan =
  | readonly [DatePlan]
  | readonly ['*', DatePlan, ...string[]]
  | readonly ['.', string, DatePlan]
  | readonly ['?', string, { readonly [value: string]: DatePlan }]
  | readonly ['&', ...DatePlan[]];
