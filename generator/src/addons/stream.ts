import type { JsonObject } from '../schema/index.js';
import type { AddonHooks, FieldError, FilterDialect } from './hooks.js';

/** The error codes by status; any other rejected input is 4. */
const codes = new Map([
  [401, 5],
  [403, 17],
  [404, 16],
  [429, 9],
  [500, -1],
]);

function errorBody(status: number, message: string, fields: readonly FieldError[]): JsonObject {
  return {
    code: codes.get(status) ?? 4,
    message,
    StatusCode: status,
    duration: '0.00ms',
    more_info: '',
    details: [],
    ...(fields.length > 0
      ? { exception_fields: Object.fromEntries(fields.map((field) => [field.place, field.message] as const)) }
      : {}),
  };
}

function errorHeaders(status: number): readonly (readonly [string, string])[] {
  if (status !== 429) return [];
  return [
    ['x-ratelimit-limit', '60'],
    ['x-ratelimit-remaining', '0'],
    ['x-ratelimit-reset', String(Math.ceil(Date.now() / 1_000) + 1)],
  ];
}

/**
 * Nanoseconds since 1970 that reveal how they are rounded: adjacent doubles are 256 ns apart, and the fraction of a millisecond
 * alternates above and below one half, so that truncating, rounding up and rounding give different results.
 */
function toNanoseconds(milliseconds: number, seed: number): number {
  const rest = seed % 2 === 0 ? 654_321n : 345_679n;
  return Number(BigInt(milliseconds) * 1_000_000n + rest);
}

const plainOperators = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$contains'];

const filters: FilterDialect = {
  extension: 'x-stream-filter-fields',
  types: new Map([
    ['boolean', 'boolean'],
    ['date', 'Date'],
    ['integer', 'number'],
    ['number', 'number'],
    ['string', 'string'],
  ]),
  operands: new Map([
    ...plainOperators.map((operator) => [operator, 'Value'] as const),
    ['$in', 'readonly Value[]'],
    ['$nin', 'readonly Value[]'],
    ['$exists', 'boolean'],
    ['$autocomplete', 'string'],
    ['$q', 'string'],
  ]),
  equality: '$eq',
  joins: [
    ['$and', 'All of these match.'],
    ['$or', 'At least one of these matches.'],
    ['$nor', 'None of these matches.'],
  ],
  samples: {
    conditions: [
      ['string', '$autocomplete', "{ $autocomplete: 'jo' }"],
      ['Date', '$gt', "{ $gt: new Date('2026-01-31T12:00:00Z') }"],
      ['number', '$gte', '{ $gte: 18 }'],
      ['boolean', '$eq', 'true'],
      ['string', '$in', "{ $in: ['red', 'blue'] }"],
    ],
    joined: {
      operator: '$or',
      field: 'my_field',
      code: '[{ my_field: { $gt: 40 } }, { my_field: { $exists: false } }]',
    },
    wrong: ['$gt', '$exists', '$in', '$like', '$other'],
  },
};

export const streamHooks: AddonHooks = {
  dates: { toNumber: toNanoseconds },
  errors: { body: errorBody, headers: errorHeaders },
  filters,
};
