import { expect, test } from '@jest/globals';
import { renamedLikeness } from '../../src/diff/likeness.js';

const isRenamed = (was: string, is: string, description?: string) => {
  const described = (name: string) => (description === undefined ? { name } : { name, description });
  return renamedLikeness(described(was), described(is)) >= 0;
};

test.each([
  'active inactive',
  'enabled disabled',
  'muted unmuted',
  'isActive isInactive',
  'is_allowed is_not_allowed',
  'min_members max_members',
  'minMembers maxMembers',
  'created_at updated_at',
  'start_time end_time',
  'include_archived exclude_archived',
  'timeout_seconds timeout_minutes',
])('names with opposite meanings are not a rename: %s', (pair) => {
  const [was = '', is = ''] = pair.split(' ');
  expect([isRenamed(was, is), isRenamed(is, was), isRenamed(was, is, 'The same.')]).toEqual([false, false, false]);
});

test.each(['seat_count seats_count', 'min_members min_member_count', 'created_at createdAt', 'start_time start_at'])(
  'similar names are a rename: %s',
  (pair) => {
    const [was = '', is = ''] = pair.split(' ');
    expect(isRenamed(was, is)).toBe(true);
  },
);

test.each([
  ['The number of votes.', 'votes', 'vote_total_of_all', true],
  ['The number of votes.', 'votes', 'colour', false],
  ['', 'votes', 'vote_total_of_all', false],
  ['TODO', 'votes', 'vote_total_of_all', false],
])('the description %j makes %s and %s a rename: %s', (description, was, is, expected) => {
  expect(isRenamed(was, is, description)).toBe(expected);
});
