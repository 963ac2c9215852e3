import { describe, expect, test } from '@jest/globals';
import { adviceOf, RULES, type RuleId } from '../../src/diff/index.js';
import { compare, outline } from './compare.js';
import { edited } from './edit.js';
import { eventPairs } from './pairs/events.js';
import { filterPairs } from './pairs/filters.js';
import { operationPairs } from './pairs/operations.js';
import { paginationPairs } from './pairs/pagination.js';
import { schemaPairs } from './pairs/schemas.js';
import { servicePairs } from './pairs/service.js';

const groups = [
  ['operations', operationPairs],
  ['schemas', schemaPairs],
  ['filters', filterPairs],
  ['headers, errors and events', eventPairs],
  ['pagination', paginationPairs],
  ['the service', servicePairs],
] as const;

const isRule = (id: string): id is RuleId => Object.hasOwn(RULES, id);
const ruleIds = Object.keys(RULES).filter(isRule);

describe.each(groups)('%s', (_, pairs) => {
  test.each(pairs.map((pair) => [pair.name, pair] as const))('%s', async (_name, { old = [], next, bump, changes }) => {
    const comparison = await compare(edited(...old), edited(...next));
    expect(outline(comparison)).toEqual(changes);
    expect(comparison.bump).toBe(bump);
  });
});

test('every breaking rule has advice', () => {
  const breaking = ruleIds.filter((id) => [RULES[id].request, RULES[id].reply].some((one) => one === 'breaking'));
  const silent = breaking.filter((rule) => adviceOf({ rule, severity: 'breaking' }) === undefined);
  expect(silent).toEqual(['unforeseen']);
});

test('every rule has a pair', () => {
  const reported = new Set(
    groups.flatMap(([, pairs]) => pairs.flatMap(({ changes }) => changes.map((line) => line.split(' ')[1]))),
  );
  const inOtherTables =
    /^(unforeseen|sources-changed|discriminator-|fields-|property-(renamed|undescribed|became-(read-only|write-only|two-way)))/;
  expect(Object.keys(RULES).filter((rule) => !inOtherTables.test(rule) && !reported.has(rule))).toEqual([]);
});
