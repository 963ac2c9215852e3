import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Schema } from '../../src/schema/index.js';
import { judge, make } from './synthesised.js';

describe('random schemas', () => {
  const scalar = fc.oneof(
    fc.constantFrom<Schema>(true, { type: 'boolean' }, { type: 'null' }, { type: ['string', 'null'] }),
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(40), fc.constantFrom(1, 2, 5, 0.5))
      .map(([minimum, room, step]): Schema => ({ type: 'number', minimum, maximum: minimum + room, multipleOf: step })),
    fc.tuple(fc.nat(12), fc.nat(12)).map(([least, room]): Schema => {
      return { type: 'string', minLength: least, maxLength: least + room };
    }),
    fc.constantFrom('date', 'uuid', 'ipv4', 'email').map((format): Schema => ({ type: 'string', format })),
    fc.uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1 }).map((values): Schema => {
      return { enum: values };
    }),
    fc
      .constantFrom('^[a-z]+$', '^\\d{2,4}$', 'x|y', '^(ab)*c$')
      .map((pattern): Schema => ({ type: 'string', pattern })),
  );
  const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      fc.tuple(tie('schema'), fc.nat(3), fc.nat(3), fc.boolean()).map(([items, least, room, uniqueItems]): Schema => {
        return { type: 'array', items, minItems: least, maxItems: least + room, uniqueItems };
      }),
      fc
        .tuple(
          fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), tie('schema')),
          fc.subarray(['a', 'b', 'd', 'constructor']),
          fc.oneof(fc.constant(false), fc.constant(true), tie('schema')),
        )
        .map(([properties, required, additionalProperties]): Schema => {
          return { type: 'object', properties, required, additionalProperties };
        }),
      fc
        .tuple(fc.constantFrom('oneOf', 'anyOf', 'allOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
        .map(([keyword, branches]): Schema => ({ [keyword]: branches })),
    ),
  }));

  test('every generated value is valid and deterministic', () => {
    let found = 0;
    let all = 0;
    fc.assert(
      fc.property(
        schema,
        fc.constantFrom('required', 'complete'),
        fc.constantFrom('request', 'reply'),
        (given, fill, direction) => {
          const value = make(given, { fill, direction, name: 'value' });
          all += 1;
          if (value === undefined) return;
          found += 1;
          expect(judge(given)(value)).toBe(true);
          expect(JSON.stringify(make(given, { fill, direction, name: 'value' }))).toBe(JSON.stringify(value));
        },
      ),
      { numRuns: 300, seed: 20_260_102 },
    );
    expect(found / all).toBeGreaterThan(0.6);
  });
});
