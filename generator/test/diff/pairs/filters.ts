import { drop, put } from '../edit.js';
import type { Pair } from './pair.js';

const filter = 'components > schemas > PollRequest > properties > filter';
const at = '/components/schemas/PollRequest/properties/filter';
const base = put(filter, {
  type: 'object',
  additionalProperties: true,
  'x-stream-filter-fields': {
    id: { type: 'string', operators: ['$eq', '$in'] },
    votes: { type: 'number', operators: ['$eq'] },
  },
});

/** The fields and operators of a filter. */
export const filterPairs: readonly Pair[] = [
  {
    name: 'a field more',
    old: [base],
    next: [base, put(`${filter} > x-stream-filter-fields > name`, { type: 'string', operators: ['$eq'] })],
    bump: 'minor',
    changes: [`compatible filter-field-added ${at}/x-stream-filter-fields/name`],
  },
  {
    name: 'a field less',
    old: [base],
    next: [base, drop(`${filter} > x-stream-filter-fields > votes`)],
    bump: 'major',
    changes: [`breaking filter-field-removed ${at}/x-stream-filter-fields/votes`],
  },
  {
    name: 'an operator more',
    old: [base],
    next: [base, put(`${filter} > x-stream-filter-fields > votes > operators > -`, '$gt')],
    bump: 'minor',
    changes: [`compatible filter-operator-added ${at}/x-stream-filter-fields/votes`],
  },
  {
    name: 'an operator less',
    old: [base],
    next: [base, drop(`${filter} > x-stream-filter-fields > id > operators > 1`)],
    bump: 'major',
    changes: [`breaking filter-operator-removed ${at}/x-stream-filter-fields/id`],
  },
];
