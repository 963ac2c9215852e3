import { type Row, schemas } from '../row.js';

const row = schemas('Schema Object: arrays');
const text = { type: 'string' };
const number = { type: 'number' };

export const lists: readonly Row[] = [
  row(
    'items',
    { type: 'array', items: text },
    {
      yes: 'types client mock docs diff',
      valid: [[], ['a', 'b']],
      invalid: [[1], ['a', null]],
      docs: ['`string[]`'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'items, without type',
    { items: text },
    {
      at: ['items'],
      yes: 'types client mock docs diff',
      valid: [['a']],
      invalid: [[1]],
      docs: ['string'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'enum, of the items',
    { type: 'array', items: { ...text, enum: ['a', 'b'] }, enum: ['a', 'b'] },
    {
      at: ['enum'],
      warns: 'types client mock docs diff',
      valid: [[], ['a', 'b']],
      problems: ['warning schema-contradiction /components/schemas/Value/enum'],
    },
  ),
  row(
    'items, false',
    { type: 'array', items: false },
    { at: ['items'], yes: 'types client mock diff', valid: [[]], invalid: [[1], ['a']], diff: ['type-narrowed'] },
  ),
  row(
    'prefixItems',
    { type: 'array', prefixItems: [text, number] },
    {
      yes: 'types client mock docs diff',
      valid: [['a', 1], ['a'], ['a', 1, true], []],
      invalid: [[1], ['a', 'b']],
      docs: ['string'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'prefixItems, of a fixed length',
    { type: 'array', prefixItems: [text, number], minItems: 2, items: false },
    {
      at: ['prefixItems'],
      yes: 'types client mock docs diff',
      valid: [['a', 1]],
      invalid: [['a'], ['a', 1, 2], [1, 'a']],
      docs: ['string'],
      diff: ['bound-widened', 'type-widened', 'property-became-required'],
    },
  ),
  row(
    'prefixItems, with further items',
    { type: 'array', prefixItems: [text], items: number },
    {
      at: ['prefixItems'],
      yes: 'types client mock docs diff',
      valid: [['a'], ['a', 1, 2], []],
      invalid: [[1], ['a', 'b']],
      docs: ['string'],
      diff: ['type-changed'],
    },
  ),
  row(
    'minItems',
    { type: 'array', items: text, minItems: 1 },
    { yes: 'client mock diff', valid: [['a']], invalid: [[]], diff: ['bound-narrowed'] },
  ),
  row(
    'maxItems',
    { type: 'array', items: text, maxItems: 1 },
    { yes: 'client mock diff', valid: [[], ['a']], invalid: [['a', 'b']], diff: ['bound-narrowed'] },
  ),
  row(
    'uniqueItems',
    { type: 'array', items: text, uniqueItems: true },
    { yes: 'client mock diff', valid: [['a', 'b'], []], invalid: [['a', 'a']], diff: ['bound-narrowed'] },
  ),
  row(
    'contains',
    { type: 'array', items: true, contains: number },
    { yes: 'client mock diff', valid: [['a', 1], [1]], invalid: [['a'], []], diff: ['bound-narrowed'] },
  ),
  row(
    'minContains',
    { type: 'array', contains: number, minContains: 2 },
    {
      yes: 'client mock diff',
      valid: [
        [1, 2],
        [1, 'a', 2],
      ],
      invalid: [[1], []],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    'minContains, 0',
    { type: 'array', contains: number, minContains: 0 },
    { at: ['minContains'], yes: 'client diff', valid: [[1], [], ['a']], diff: ['bound-widened'] },
  ),
  row(
    'maxContains',
    { type: 'array', contains: number, maxContains: 1 },
    { yes: 'client mock diff', valid: [[1], ['a', 1]], invalid: [[1, 2], []], diff: ['bound-narrowed'] },
  ),
  row(
    'unevaluatedItems',
    { type: 'array', prefixItems: [text], unevaluatedItems: false },
    { yes: 'types client mock diff', valid: [['a'], []], invalid: [['a', 1]], diff: ['type-narrowed'] },
  ),
  row(
    'unevaluatedItems, a schema',
    { type: 'array', allOf: [{ prefixItems: [text] }], unevaluatedItems: number },
    {
      at: ['unevaluatedItems'],
      yes: 'client mock diff',
      valid: [['a', 1], []],
      invalid: [['a', 'b']],
      diff: ['bound-narrowed'],
    },
  ),
];
