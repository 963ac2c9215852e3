import { expect, test } from '@jest/globals';
import ts from 'typescript';
import type { DatePlan } from '../../../../templates/runtime/response/dates.js';
import { decodeDates } from '../../../../templates/runtime/response/decode.js';
import { DatePlans } from '../../../src/render/client/dates.js';
import { responseDates } from '../../../src/render/tests/response-dates.js';
import type { Json, JsonObject } from '../../../src/schema/index.js';
import { modelOf } from '../../model/description.js';

const at = { type: 'string', format: 'date-time' };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const tagged = (kind: string, value: JsonObject): JsonObject => object({ kind: { const: kind }, value });
const instant = '2026-01-02T03:04:05.000Z';
const date = new Date(instant);

const schemas: JsonObject = {
  At: at,
  Tree: object({ at, children: { type: 'array', items: ref('Tree') } }),
  Left: object({ right: ref('Right') }),
  Right: object({ left: ref('Left'), at }),
  TreeAgain: object({ at, tree: ref('Tree') }),
  Day: object({ kind: { type: 'string' }, value: at }),
  Days: object({ kind: { type: 'string' }, value: { type: 'array', items: at } }),
  Text: object({ kind: { type: 'string' }, value: { type: 'string' } }),
  User: object({ at, role: { oneOf: [{ type: 'string' }, ref('Role')] } }),
  Role: object({ made: at, user: { oneOf: [{ type: 'string' }, ref('User')] } }),
  Plain: object({ text: { type: 'string' }, self: ref('Plain') }),
};

/** The plan that the generated code would contain. */
function planOf(schema: JsonObject): DatePlan | undefined {
  const { model } = modelOf(
    { '/x': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
    { components: { schemas } },
  );
  const plans = new DatePlans(model, []);
  const expression = plans.expression(schema);
  if (expression === undefined) return undefined;
  const source = `${plans.declarations.join('\n').replaceAll('export ', '')}\nreturn ${expression};`;
  const code = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;
  return new Function(code)();
}

const replies: readonly (readonly [about: string, schema: JsonObject, reply: Json, decoded: unknown])[] = [
  ['itself', at, instant, date],
  ['a reference', ref('At'), instant, date],
  ['a list', { type: 'array', items: at }, [instant], [date]],
  ['a map', { additionalProperties: ref('At') }, { a: instant }, { a: date }],
  ['lists in maps', { additionalProperties: { items: at } }, { a: [instant] }, { a: [date] }],
  ['fields', object({ at, text: { type: 'string' } }), { at: instant, text: instant }, { at: date, text: instant }],
  ['null', object({ at: { anyOf: [at, { type: 'null' }] } }), { at: null }, { at: null }],
  [
    'recursion',
    ref('Tree'),
    { children: [{ at: instant, children: [{ at: instant }] }] },
    { children: [{ at: date, children: [{ at: date }] }] },
  ],
  [
    'unions that lead back to each other',
    ref('User'),
    { at: instant, role: { made: instant, user: { at: instant, role: 'admin' } } },
    { at: date, role: { made: date, user: { at: date, role: 'admin' } } },
  ],
  [
    'a name like that of a function',
    ref('TreeAgain'),
    { at: instant, tree: { at: instant } },
    { at: date, tree: { at: date } },
  ],
  [
    'mutual recursion',
    ref('Left'),
    { right: { at: instant, left: { right: { at: instant } } } },
    { right: { at: date, left: { right: { at: date } } } },
  ],
  ['allOf', { allOf: [object({ a: at }), object({ b: at })] }, { a: instant, b: instant }, { a: date, b: date }],
  [
    'the same field twice',
    { allOf: [object({ a: object({ x: at }) }), object({ a: object({ y: at }) })] },
    { a: { x: instant, y: instant } },
    { a: { x: date, y: date } },
  ],
  ['branches', { oneOf: [object({ a: at }), { type: 'array', items: at }] }, [instant], [date]],
  [
    'fields beside a map',
    { ...object({ a: { type: 'string' } }), additionalProperties: at },
    { b: instant },
    { b: date },
  ],
  [
    'names that every object has',
    object({ constructor: at, toString: object({ at }) }),
    { constructor: instant, toString: { at: instant } },
    { constructor: date, toString: { at: date } },
  ],
  [
    'a union whose members disagree about a field',
    { oneOf: [tagged('day', at), tagged('text', { type: 'string' })] },
    { kind: 'day', value: instant },
    { kind: 'day', value: date },
  ],
  [
    'a union whose members disagree about a field, by a discriminator',
    {
      oneOf: [ref('Day'), ref('Text'), ref('Days')],
      discriminator: {
        propertyName: 'kind',
        mapping: { day: '#/components/schemas/Day', both: '#/components/schemas/Days' },
      },
    },
    { kind: 'Text', value: instant },
    { kind: 'Text', value: instant },
  ],
  [
    'a field with a name beside a map',
    { ...object({ a: { type: 'string' } }), additionalProperties: at },
    { a: instant, b: instant },
    { a: instant, b: date },
  ],
  ['a place of a tuple', { prefixItems: [{ type: 'string' }, at] }, [instant, instant], [instant, date]],
  ['fields by a pattern', { patternProperties: { '^at_': at } }, { at_first: instant }, { at_first: date }],
  [
    'fields that some values have',
    Object.fromEntries([
      ['if', { required: ['a'] }],
      ['then', object({ a: at })],
    ]),
    { a: instant },
    { a: date },
  ],
  ['a tuple', { prefixItems: [{ type: 'string' }, at] }, ['x', instant], ['x', date]],
];

test.each([
  ['no offset, which is UTC', '2026-01-02T03:04:05', '2026-01-02T03:04:05.000Z'],
  ['no offset and seven digits', '2026-01-02T03:04:05.1234567', '2026-01-02T03:04:05.123Z'],
  ['an offset without a colon', '2026-01-02T03:04:05+0130', '2026-01-02T01:34:05.000Z'],
  ['hours alone as the offset', '2026-01-02T03:04:05-02', '2026-01-02T05:04:05.000Z'],
  ['no seconds', '2026-01-02T03:04Z', '2026-01-02T03:04:00.000Z'],
  ['a day alone', '2026-01-02', '2026-01-02T00:00:00.000Z'],
])('a date-time is a date with %s, unless another text is meant', (_about, text, iso) => {
  const union = { oneOf: [at, { type: 'string', format: 'date' }] };
  const decode = (schema: JsonObject): unknown => decodeDates({ at: text }, planOf(object({ at: schema })) ?? {});
  const wrapped = { anyOf: [{ allOf: [at] }, { type: 'null' }] };
  const expected = { at: new Date(iso) };
  expect([decode(at), decode(wrapped), decode(union)]).toEqual([expected, expected, { at: text }]);
});

/** JSON pointers to the dates of a decoded reply. */
function datesIn(value: unknown, pointer = ''): string[] {
  if (value instanceof Date) return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => datesIn(item, `${pointer}/${key}`));
}

test.each(replies)('%s', (_about, schema, reply, decoded) => {
  const plan = planOf(schema);
  if (plan === undefined) throw new Error('no plan');
  expect(decodeDates(JSON.parse(JSON.stringify(reply)), plan)).toEqual(decoded);
});

test.each(replies.map(([about, schema, reply]) => [about, schema, reply] as const))(
  'the expected dates are where the plan finds them: %s',
  (_about, schema, reply) => {
    const { model } = modelOf({}, { components: { schemas } });
    const pointers = responseDates(reply, schema, model, () => true);
    const plan = planOf(schema);
    const decoded = decodeDates(JSON.parse(JSON.stringify(reply)), plan ?? {});
    expect(pointers).toEqual(datesIn(decoded));
  },
);

test('a schema without date-times has no plan', () => {
  expect([
    planOf(ref('Plain')),
    planOf({ type: 'string', format: 'date' }),
    planOf({ type: 'integer', format: 'date-time' }),
  ]).toEqual([undefined, undefined, undefined]);
});
