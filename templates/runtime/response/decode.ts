import { isObject } from '../known-options.js';
import type { DatePlan, ListPlan } from './dates.js';

type Container = Record<string | number, unknown>;
type Milliseconds = ((value: number) => number) | undefined;

/**
 * Converts the date-times of parsed JSON into `Date`s, in place, following the plan. Other strings are not changed; numbers only
 * if `milliseconds` converts them. Values outside the plan are not visited. Iterative: deep data does not overflow the stack.
 */
export function decodeDates(value: unknown, plan: DatePlan, milliseconds?: Milliseconds): unknown {
  const root: Container = { value };
  /** Containers that are still to be visited, each with its plan. */
  const open: (readonly [Container, DatePlan])[] = [];
  const decode = (container: Container, key: string | number, plan: DatePlan): void => {
    let here = plan;
    while (typeof here === 'function') here = here();
    const found = container[key];
    if (here === 1 || here === 2) {
      container[key] = toDate(found, milliseconds, here === 1);
    } else if (isList(here) && here[0] === '&') {
      for (const part of here) if (part !== '&') decode(container, key, part);
    } else if (isContainer(found)) {
      open.push([found, here]);
    }
  };
  decode(root, 'value', plan);
  for (let next = open.pop(); next; next = open.pop()) {
    const [container, plan] = next;
    if (!isList(plan)) {
      if (typeof plan !== 'object' || Array.isArray(container)) continue;
      // None of these names is a member of `Object.prototype`, so what is found is an own property.
      for (const field in plan) {
        const part = plan[field];
        if (part !== undefined && container[field] !== undefined) decode(container, field, part);
      }
    } else if (plan[0] === '*') {
      if (Array.isArray(container)) continue;
      for (const key of Object.keys(container)) if (!plan.includes(key, 2)) decode(container, key, plan[1]);
    } else if (plan[0] === '.') {
      if (Object.hasOwn(container, plan[1])) decode(container, plan[1], plan[2]);
    } else if (plan[0] === '?') {
      const [, field, plans] = plan;
      const part = Object.hasOwn(plans, String(container[field])) ? plans[String(container[field])] : undefined;
      if (part !== undefined) decode({ container }, 'container', part);
    } else if (plan[0] !== '&' && Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) decode(container, index, plan[0]);
    }
  }
  return root.value;
}

function isList(plan: DatePlan): plan is ListPlan {
  return Array.isArray(plan);
}

function isContainer(value: unknown): value is Container {
  return isObject(value);
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
  // The parts before the fraction have fixed positions: no substring is created.
  const at = (index: number) => text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
  const year = at(0) * 100 + at(2) + 400;
  const month = at(5);
  const day = at(8);
  const zone = text.length - 6;
  const sign = text[zone] === '+' ? 1 : text[zone] === '-' ? -1 : 0;
  const hours = sign && at(zone + 1);
  const minutes = sign && at(zone + 4);
  if (month < 1 || month > 12 || day < 1 || at(11) > 23 || at(14) > 59 || at(17) > 60 || hours > 23 || minutes > 59) {
    return undefined;
  }
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const fraction = text[19] === '.' ? Math.round(Number.parseFloat(text.slice(19, 24)) * 10_000) / 10 : 0;
  const minute = at(14) - sign * (hours * 60 + minutes);
  return new Date(Date.UTC(year, month - 1, day, at(11), minute, at(17), Math.round(fraction)) - cycle);
}
