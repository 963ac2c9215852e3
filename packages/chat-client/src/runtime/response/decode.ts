import type { DatePlan } from './dates.js';

type Container = Record<string | number, unknown>;
type Milliseconds = ((value: number) => number) | undefined;

/** Containers that are still to be visited. */
interface Visit {
  readonly containers: Container[];
  /** The plan of the container at the same index. */
  readonly plans: DatePlan[];
  readonly milliseconds: Milliseconds;
}

/**
 * Converts the date-times of parsed JSON into `Date`s, in place, following the plan. Other strings are not changed; numbers only
 * if `milliseconds` converts them. Values outside the plan are not visited. Iterative: deep data does not overflow the stack.
 */
export function decodeDates(value: unknown, plan: DatePlan, milliseconds?: Milliseconds): unknown {
  const root: Container = { value };
  const visit: Visit = { containers: [], plans: [], milliseconds };
  decodeField(root, 'value', plan, visit);
  for (;;) {
    const container = visit.containers.pop();
    const next = visit.plans.pop();
    if (container === undefined || next === undefined) return root.value;
    decodeContainer(container, next, visit);
  }
}

function decodeField(container: Container, key: string | number, plan: DatePlan, visit: Visit): void {
  let here = plan;
  while (typeof here === 'function') here = here();
  const found = container[key];
  if (here === 1 || here === 2) {
    container[key] = toDate(found, visit.milliseconds, here === 1);
  } else if (isList(here) && here[0] === '&') {
    for (const part of here) if (isPlan(part)) decodeField(container, key, part, visit);
  } else if (isContainer(found)) {
    visit.containers.push(found);
    visit.plans.push(here);
  }
}

function decodeContainer(container: Container, plan: DatePlan, visit: Visit): void {
  if (!isList(plan)) {
    if (typeof plan === 'object' && !Array.isArray(container)) decodeFields(container, plan, visit);
    return;
  }
  const [first, second, third] = plan;
  if (first === '.') {
    if (typeof second !== 'string' || !isPlan(third)) return;
    if (Object.hasOwn(container, second)) decodeField(container, second, third, visit);
  } else if (first === '*') {
    if (!isPlan(second) || Array.isArray(container)) return;
    for (const key of Object.keys(container)) if (!plan.includes(key, 2)) decodeField(container, key, second, visit);
  } else if (first === '?') {
    const value = typeof second === 'string' ? container[second] : undefined;
    if (typeof value !== 'string' || typeof third !== 'object' || isList(third) || !Object.hasOwn(third, value)) return;
    decodeField({ container }, 'container', third[value] ?? {}, visit);
  } else if (isPlan(first) && Array.isArray(container)) {
    for (let index = 0; index < container.length; index++) decodeField(container, index, first, visit);
  }
}

/** None of these names is a member of `Object.prototype`, so what is found is an own property. */
function decodeFields(container: Container, plan: { readonly [field: string]: DatePlan }, visit: Visit): void {
  for (const field in plan) {
    const found = container[field];
    const next = plan[field];
    if (found === undefined || next === undefined) continue;
    if (next === 1) container[field] = toDate(found, visit.milliseconds, true);
    else decodeField(container, field, next, visit);
  }
}

function isList(plan: DatePlan): plan is DatePlan & readonly (DatePlan | string)[] {
  return Array.isArray(plan);
}

function isPlan(part: DatePlan | string | undefined): part is DatePlan {
  return part !== undefined && typeof part !== 'string';
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/**
 * Returns a `Date`, or the value itself if it is not a date-time or out of the range of `Date`.
 * @param isOnly whether the schema allows nothing else: then a date, and a time without seconds or offset, are also parsed, as
 * UTC
 */
function toDate(value: unknown, milliseconds: Milliseconds, isOnly: boolean): unknown {
  if (typeof value === 'string') return parseDate(value) ?? (isOnly ? parseDate(completed(value)) : undefined) ?? value;
  if (typeof value !== 'number' || !milliseconds) return value;
  const date = new Date(milliseconds(value));
  return Number.isNaN(date.getTime()) ? value : date;
}

const incomplete = /^([\d-]{10})(?:[Tt ](\d\d:\d\d)(:\d\d)?([.,]\d+)?(?:[Zz]|([+-]\d\d)(?::?(\d\d))?)?)?$/;

function completed(text: string): string {
  const [, day, time = '00:00', second = ':00', fraction = '', hours = '+00', minutes = '00'] =
    incomplete.exec(text) ?? [];
  return `${day}T${time}${second}${fraction.replace(',', '.')}${hours}:${minutes}`;
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
/** Milliseconds in 400 years, the period of the calendar: `Date.UTC` reads years below 100 as 19xx. */
const cycle = 12_622_780_800_000;

/**
 * Parses a date-time (RFC 3339, section 5.6), rounded to the nearest millisecond. A leap second becomes the first moment of the
 * next minute. Returns `undefined` for any other text, such as the 30th of February.
 */
export function parseDate(text: string): Date | undefined {
  if (!rfc3339.test(text)) return undefined;
  // All parts before the fraction have fixed positions: no substring is created.
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2) + 400;
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const zone = text.length - 6;
  const sign = text[zone];
  let offset = 0;
  if (sign === '+' || sign === '-') {
    const hours = twoDigits(text, zone + 1);
    const minutes = twoDigits(text, zone + 4);
    if (hours > 23 || minutes > 59) return undefined;
    offset = (hours * 60 + minutes) * (sign === '-' ? -1 : 1);
  }
  return new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, milliseconds(text)) - cycle);
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

/** Milliseconds of the fraction of a second, if any. */
function milliseconds(text: string): number {
  if (text[19] !== '.') return 0;
  let tenths = 5;
  for (let at = 20, worth = 1000; worth >= 1; at++, worth /= 10) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    tenths += digit * worth;
  }
  return Math.floor(tenths / 10);
}
