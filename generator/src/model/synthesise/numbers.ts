import type { DateCodec } from '../../addons/index.js';
import type { Constraints } from '../../schema/index.js';
import { instantFor, numberFor } from './names.js';

/** Numbers within the bounds, the most readable first, and before all others those that are multiples in binary too. */
export function* numbersFor(demand: Constraints, name: string, variant: number, dates?: DateCodec): Generator<number> {
  const isExact = (value: number): boolean => demand.multiples.every((step) => Number.isInteger(value / step));
  const all = [...candidatesFor(demand, name, variant, dates)];
  yield* all.filter(isExact);
  yield* all.filter((value) => !isExact(value));
}

function* candidatesFor(demand: Constraints, name: string, variant: number, dates: DateCodec = {}): Generator<number> {
  const seed = numberFor(name) + variant;
  if (dates.toNumber && demand.formats.includes('date-time')) yield dates.toNumber(instantFor(seed), seed);
  const step = stepOf(demand);
  const lowest = firstMultiple(demand, step);
  const highest = lastMultiple(demand, step);
  if (demand.multiples.length === 0 && !demand.integer && fractional(demand)) yield seed + 0.5;
  if (demand.multiples.length === 0) yield seed;
  const start = lowest ?? highest ?? 0;
  const direction = lowest === undefined && highest !== undefined ? -step : step;
  const room = lowest !== undefined && highest !== undefined ? Math.floor((highest - lowest) / step) + 1 : 1_000;
  for (let turn = 0; turn < 40; turn += 1) {
    yield tidy(start + direction * ((seed + turn) % Math.max(1, room)), step);
    yield tidy(start + direction * turn, step);
  }
  if (demand.integer || demand.multiples.length > 0) return;
  const low = Number.isFinite(demand.minimum) ? demand.minimum : demand.exclusiveMinimum;
  const high = Number.isFinite(demand.maximum) ? demand.maximum : demand.exclusiveMaximum;
  yield Number.isFinite(low + high) ? (low + high) / 2 : seed + 0.5;
  if (Number.isFinite(low)) yield low;
  if (Number.isFinite(high)) yield high;
}

function fractional({ formats }: Constraints): boolean {
  return ['float', 'double', 'decimal'].some((format) => formats.includes(format));
}

/** The least common multiple of what the value must be a multiple of. */
function stepOf({ multiples, integer }: Constraints): number {
  const all = integer ? [...multiples, 1] : multiples;
  if (all.length === 0) return 1;
  return all.reduce((left, right) => leastCommonMultiple(left, right));
}

function leastCommonMultiple(left: number, right: number): number {
  const larger = Math.max(left, right);
  const smaller = Math.min(left, right);
  for (let factor = 1; factor <= 1_000; factor += 1) {
    const multiple = tidy(larger * factor, larger);
    if (Number.isInteger(multiple / smaller)) return multiple;
  }
  return larger;
}

function firstMultiple({ minimum, exclusiveMinimum }: Constraints, step: number): number | undefined {
  const bound = Math.max(minimum, exclusiveMinimum);
  if (!Number.isFinite(bound)) return undefined;
  const multiple = tidy(Math.ceil(tidy(bound / step, step)) * step, step);
  return multiple <= exclusiveMinimum ? tidy(multiple + step, step) : multiple;
}

function lastMultiple({ maximum, exclusiveMaximum }: Constraints, step: number): number | undefined {
  const bound = Math.min(maximum, exclusiveMaximum);
  if (!Number.isFinite(bound)) return undefined;
  const multiple = tidy(Math.floor(tidy(bound / step, step)) * step, step);
  return multiple >= exclusiveMaximum ? tidy(multiple - step, step) : multiple;
}

/** Removes binary rounding: 0.1 * 3 is 0.3. */
function tidy(value: number, step: number): number {
  return Number.isInteger(step) ? value : Number(value.toPrecision(12));
}
