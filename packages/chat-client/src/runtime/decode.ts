import type { DatePlan } from './dates.js';

type Container = Record<string | number, unknown>;
type Milliseconds = ((value: number) => number) | undefined;

/** What is still to be visited. */
interface Visit {
  readonly containers: Container[];
  /** The plan for the container at the same index. */
  readonly plans: DatePlan[];
  readonly milliseconds: Milliseconds;
}

/**
 * Turns the date-times of freshly parsed JSON into `Date`s, in place, as the plan says. Text that is no RFC 3339 date-time stays as
 * it is, and so do numbers unless `milliseconds` says what they mean. Values outside the plan are not visited. Deep data costs
 * memory, not stack.
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
  if (here === 1) {
    container[key] = toDate(found, visit.milliseconds);
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
    for (const key of Object.keys(container)) decodeField(container, key, second, visit);
  } else if (isPlan(first) && Array.isArray(container)) {
    for (let index = 0; index < container.length; index++) decodeField(container, index, first, visit);
  }
}

/** None of these fields is named as a member of `Object.prototype`: what is found is the container's own. */
function decodeFields(container: Container, plan: { readonly [field: string]: DatePlan }, visit: Visit): void {
  for (const field in plan) {
    const found = container[field];
    const next = plan[field];
    if (found === undefined || next === undefined) continue;
    if (next === 1) container[field] = toDate(found, visit.milliseconds);
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

/** The value itself where it is no date-time, or one beyond what a `Date` can hold. */
function toDate(value: unknown, milliseconds: Milliseconds): unknown {
  if (typeof value === 'string') return parseDate(value) ?? value;
  if (typeof value !== 'number' || !milliseconds) return value;
  const date = new Date(milliseconds(value));
  return Number.isNaN(date.getTime()) ? value : date;
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * A date-time of RFC 3339, section 5.6, rounded to the nearest millisecond; a leap second is the first moment of the next
 * minute. `undefined` for any other text, such as the 30th of February.
 */
export function parseDate(text: string): Date | undefined {
  const match = rfc3339.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const fraction = `${match[7] ?? ''}0000`;
  const millisecond = Number(fraction.slice(0, 3)) + (fraction.charAt(3) >= '5' ? 1 : 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = (offsetHour * 60 + offsetMinute) * (match[8] === '-' ? -1 : 1);
  date.setUTCHours(hour, minute - offset, second, millisecond);
  return date;
}
