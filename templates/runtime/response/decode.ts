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
 * @param isOnly whether the schema allows nothing else: then a date, and a time without seconds or offset, are also parsed
 */
function toDate(value: unknown, milliseconds: Milliseconds, isOnly: boolean): unknown {
  if (typeof value === 'string') return parseDate(value, !isOnly) ?? value;
  if (typeof value !== 'number' || !milliseconds) return value;
  const date = new Date(milliseconds(value));
  return Number.isNaN(date.getTime()) ? value : date;
}

const dateTime =
  /^(\d{4}-(?:0[1-9]|1[0-2])-\d\d)(?:[Tt ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d|60))?(?:[.,](\d+))?([Zz]|([+-](?:[01]\d|2[0-3]))(?::?([0-5]\d))?)?)?$/;

/**
 * Parses a date-time (RFC 3339, section 5.6), rounded to the nearest millisecond. A leap second becomes the first moment of the
 * next minute. Returns `undefined` for any other text, such as the 30th of February.
 * @param isComplete whether seconds and offset are required; otherwise a date alone is its first moment, in UTC
 */
export function parseDate(text: string, isComplete = true): Date | undefined {
  const [, day = '', time = '00:00', second = '', fraction = '', zone = '', hours = '+00', minutes = '00'] =
    dateTime.exec(text) ?? [];
  // Platforms differ in what they read as the 30th of February.
  const exists = new Date(day).getUTCDate() === Number(day.slice(8));
  if (!exists || (isComplete && !(second && zone))) return undefined;
  const milliseconds = Math.round(Number(`${fraction}0000`.slice(0, 4)) / 10);
  return new Date(Date.parse(`${day}T${time}${hours}:${minutes}`) + Number(second) * 1000 + milliseconds);
}
