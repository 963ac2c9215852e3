import { drop, put } from '../edit.js';
import type { Pair } from './pair.js';

const cursor = put('paths > /polls > get > parameters > 1', { name: 'next', in: 'query', schema: { type: 'string' } });

/** Operations whose responses are pages. */
export const paginationPairs: readonly Pair[] = [
  {
    name: 'pages where there were none',
    old: [cursor, drop('components > schemas > PollList > properties > next')],
    next: [cursor],
    bump: 'minor',
    changes: [
      'compatible pagination-added /paths/~1polls/get',
      'compatible property-added /components/schemas/PollList/properties/next',
    ],
  },
  {
    name: 'pages that are gone',
    old: [cursor],
    next: [cursor, put('paths > /polls > get > x-pagination', false)],
    bump: 'major',
    changes: ['breaking pagination-removed /paths/~1polls/get'],
  },
  {
    name: 'other items of pages',
    old: [
      cursor,
      put('components > schemas > PollList > properties > users', {
        type: 'array',
        items: { $ref: '#/components/schemas/User' },
      }),
      put('paths > /polls > get > x-pagination', { items: 'polls', cursor: { request: 'next', reply: 'next' } }),
    ],
    next: [
      cursor,
      put('components > schemas > PollList > properties > users', {
        type: 'array',
        items: { $ref: '#/components/schemas/User' },
      }),
      put('paths > /polls > get > x-pagination', { items: 'users', cursor: { request: 'next', reply: 'next' } }),
    ],
    bump: 'major',
    changes: ['breaking pagination-changed /paths/~1polls/get'],
  },
];
