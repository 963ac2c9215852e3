import { describe, expect, test } from '@jest/globals';
import type { DatePlan } from '../response/dates.js';
import { decodeDates, parseDate } from '../response/decode.js';

const text = '2024-01-02T03:04:05Z';
const date = new Date(Date.UTC(2024, 0, 2, 3, 4, 5));
const node: DatePlan = { at: 1, child: () => node, children: [() => node] };

describe('a plan', () => {
  test.each<[string, DatePlan, unknown, unknown]>([
    ['the value itself', 1, text, date],
    ['a field', { at: 1 }, { at: text, other: text }, { at: date, other: text }],
    ['nested fields', { a: { b: 1 } }, { a: { b: text } }, { a: { b: date } }],
    ['the items of an array', { a: [1] }, { a: [text, null, 5] }, { a: [date, null, 5] }],
    ['objects in an array', [{ at: 1 }], [{ at: text }, null, 'x'], [{ at: date }, null, 'x']],
    ['the values of a map', ['*', { at: 1 }], { x: { at: text }, y: 1 }, { x: { at: date }, y: 1 }],
    ['a map of dates', ['*', 1], { x: text }, { x: date }],
    [
      'several plans for one value',
      ['&', { a: 1 }, { b: 1 }],
      { a: text, b: text, c: text },
      { a: date, b: date, c: text },
    ],
    [
      'recursion',
      node,
      { at: text, child: { at: text, children: [{ at: text }] } },
      { at: date, child: { at: date, children: [{ at: date }] } },
    ],
    ['text that is not a date', { at: 1 }, { at: 'soon' }, { at: 'soon' }],
    [
      'another kind of value',
      { at: 1, a: [1] },
      { at: { x: text }, a: { 0: text } },
      { at: { x: text }, a: { 0: text } },
    ],
    ['an array where a map is expected', ['*', 1], [text], [text]],
    ['null', { at: 1 }, null, null],
  ])('%s', (_, plan, value, wanted) => {
    expect(decodeDates(value, plan)).toEqual(wanted);
  });

  test('converts numbers only if their unit is known', () => {
    expect(decodeDates({ at: 5 }, { at: 1 })).toEqual({ at: 5 });
    expect(decodeDates({ at: 5 }, { at: 1 }, (value) => value * 10)).toEqual({ at: new Date(50) });
    expect(decodeDates({ at: 1e300 }, { at: 1 }, (value) => value)).toEqual({ at: 1e300 });
  });

  test('treats keys such as __proto__ as data and reads no inherited properties', () => {
    const value: unknown = JSON.parse(`{"__proto__":"${text}","a":{}}`);
    decodeDates(value, ['&', ['*', 1], ['.', 'constructor', { name: 1 }], { a: ['.', 'toString', 1] }]);
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')?.value).toEqual(date);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('decodes values deeper than the stack', () => {
    const depth = 100_000;
    const value: unknown = JSON.parse(`${'{"child":'.repeat(depth)}{"at":"${text}"}${'}'.repeat(depth)}`);
    let inner = decodeDates(value, node);
    for (let level = 0; level < depth; level++)
      inner = typeof inner === 'object' && inner && Reflect.get(inner, 'child');
    expect(inner).toEqual({ at: date });
  });
});

describe('a date-time', () => {
  test.each<[string, string | undefined]>([
    ['2024-02-29T23:59:60Z', '2024-03-01T00:00:00.000Z'],
    ['2024-01-01T00:00:00.1234Z', '2024-01-01T00:00:00.123Z'],
    ['2024-01-01T00:00:00.1235Z', '2024-01-01T00:00:00.124Z'],
    ['2024-12-31T23:59:59.999999999Z', '2025-01-01T00:00:00.000Z'],
    ['1969-12-31T23:59:59.9995Z', '1970-01-01T00:00:00.000Z'],
    ['2024-01-01t00:00:00z', '2024-01-01T00:00:00.000Z'],
    ['2024-01-01T00:00:00+05:30', '2023-12-31T18:30:00.000Z'],
    ['2024-01-01T00:00:00.5-08:00', '2024-01-01T08:00:00.500Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['2023-02-29T00:00:00Z', undefined],
    ['2024-13-01T00:00:00Z', undefined],
    ['2024-00-01T00:00:00Z', undefined],
    ['2024-01-01T24:00:00Z', undefined],
    ['2024-01-01T00:00:00', undefined],
    ['2024-01-01', undefined],
    ['2024-01-01T00:00:00+25:00', undefined],
    ['Mon, 01 Jan 2024 00:00:00 GMT', undefined],
    ['', undefined],
  ])('%s', (given, wanted) => {
    expect(parseDate(given)?.toISOString()).toBe(wanted);
  });
});
