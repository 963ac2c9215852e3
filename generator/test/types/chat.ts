import { beforeAll, describe, expect, test } from '@jest/globals';
import { chatPackages, compileSnippets, type TypeCase } from './compile.js';

const head = `
import { ChatApiError, ChatClient, ChatError, ChatRateLimitError } from '@scope/chat-client';
import type * as types from '@scope/chat-types';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(equal: Same<A, B>): void;
const chat = new ChatClient({ apiKey: 'key', token: 'token' });
`.trim();
/** Errors are identified by the line of the case's own code. */
const offset = head.split('\n').length;

const one = (name: string, code: string, ...errors: readonly string[]): TypeCase => ({ name, code, errors });
const filter = (name: string, text: string, ...errors: readonly string[]): TypeCase =>
  one(name, `export const filter: types.QueryUsersPayloadFilterConditions = ${text};`, ...errors);

const groups: Readonly<Record<string, readonly TypeCase[]>> = {
  'a filter': [
    filter('takes an operator of its field', "{ name: { $autocomplete: 'jo' } }"),
    filter('takes a bare value for equality', "{ banned: true, name: 'jo', created_at: new Date() }"),
    filter('takes lists where the operator does', "{ id: { $in: ['a'], $nin: ['b'] as const } }"),
    filter('takes a boolean for existence', '{ last_active: { $exists: false } }'),
    filter('takes filters in filters', "{ $and: [{ $or: [{ name: 'a' }, { banned: true }] }], $nor: [{ role: 'b' }] }"),
    filter(
      'takes custom fields',
      "{ shoe_size: { $gt: 40 }, Team: 'red', 'custom.at': new Date(), tags: ['a'], n: null }",
    ),
    filter(
      'rejects an operator that the field does not have',
      '{ banned: { $gt: 1 } }',
      `1: Object literal may only specify known properties, and '$gt' does not exist in type 'FilterOperators<boolean, "$eq">'.`,
    ),
    filter(
      'rejects a misspelt operator, and suggests the right one',
      "{ name: { $autocompletee: 'jo' } }",
      `1: Object literal may only specify known properties, but '$autocompletee' does not exist in type 'FilterOperators<string, "$autocomplete" | "$eq">'. Did you mean to write '$autocomplete'?`,
    ),
    filter(
      'rejects a misspelt operator between filters',
      '{ $adn: [] }',
      "1: Object literal may only specify known properties, and '$adn' does not exist in type 'QueryUsersPayloadFilterConditions'.",
    ),
    filter(
      'rejects a value of another type',
      '{ name: { $autocomplete: 5 } }',
      "1: Type 'number' is not assignable to type 'string'.",
    ),
    filter(
      'rejects a bare value of another type',
      '{ name: 5 }',
      `1: Type 'number' is not assignable to type 'string | FilterOperators<string, "$autocomplete" | "$eq">'.`,
    ),
    filter(
      'rejects text for an instant',
      "{ created_at: { $gt: '2026-01-01' } }",
      "1: Type 'string' is not assignable to type 'Date'.",
    ),
    filter(
      'rejects what is wrong inside of others',
      "{ $and: [{ name: 'a' }, { banned: 'x' }] }",
      `1: Type 'string' is not assignable to type 'boolean | FilterOperators<boolean, "$eq">'.`,
    ),
    filter(
      'rejects an operator without its sign on a custom field',
      '{ shoe_size: { gt: 40 } }',
      "1: Object literal may only specify known properties, and 'gt' does not exist in type 'Date | readonly unknown[] | { readonly [x: `$${string}`]: unknown; }'.",
    ),
    one(
      'is checked where it is an argument',
      'chat.queryUsers({ payload: { filter_conditions: { banned: { $gt: 1 } }, limit: 5 } });',
      `1: Object literal may only specify known properties, and '$gt' does not exist in type 'FilterOperators<boolean, "$eq">'.`,
    ),
    one('without described fields is an open object', 'chat.queryPolls({ filter: { anything: { $x: 1 } } });'),
  ],
  'an enum': [
    one(
      'is open in a reply, and still names its values',
      `const { app } = await chat.getApp();
const mode = app.event_hooks?.[0]?.callback?.mode;
if (mode !== undefined) same<typeof mode, 'CALLBACK_MODE_NONE' | 'CALLBACK_MODE_REST' | 'CALLBACK_MODE_TWIRP' | (string & {})>(true);
if (mode === 'CALLBACK_MODE_LATER') console.log(mode);`,
    ),
    one(
      'is exact in a request',
      "chat.createBlockList({ name: 'a', words: [], type: 'later' });",
      `1: Type '"later"' is not assignable to type '"domain" | "domain_allowlist" | "email" | "email_allowlist" | "regex" | "word" | undefined'.`,
    ),
    one(
      'is exact in a request in a schema that replies have, too',
      `chat.updateApp({ async_moderation_config: { callback: { mode: 'CALLBACK_MODE_LATER' } } });
chat.updateApp({ async_moderation_config: { callback: { mode: 'CALLBACK_MODE_REST' } } });`,
      `1: Type '"CALLBACK_MODE_LATER"' is not assignable to type '"CALLBACK_MODE_NONE" | "CALLBACK_MODE_REST" | "CALLBACK_MODE_TWIRP" | undefined'. Did you mean '"CALLBACK_MODE_TWIRP"'?`,
    ),
    one(
      'of numbers is open, too',
      `declare const settings: types.IngressAudioEncodingOptions;
const channels: number = settings.channels;
same<typeof settings.channels, 1 | 2 | (number & {})>(true);
console.log(channels);`,
    ),
  ],
  arguments: [
    one('are one flat object', "chat.updatePoll({ id: 'a', name: 'b' }, { timeout: 5 });"),
    one('may be omitted where none is needed', 'chat.queryPolls(); chat.getApp();'),
    one('of path and body stand side by side', "chat.queryPollVotes({ poll_id: 'a', limit: 5 });"),
    one(
      'accept readonly lists, values that may be undefined, and an interface where any object is allowed',
      `interface Seats { seats: number }
declare const custom: Seats;
declare const team: string | undefined;
chat.createBlockList({ name: 'a', words: ['x', 'y'] as const, team });
chat.createPoll({ name: 'Lunch?', custom });`,
    ),
    one(
      'must be complete',
      'chat.queryPollVotes({ limit: 5 });',
      "1: Property 'poll_id' is missing in type '{ limit: number; }' but required in type 'QueryPollVotesArguments'.",
    ),
    one(
      'must be known',
      "chat.getPoll({ poll_id: 'a', polls: 'b' });",
      "1: Object literal may only specify known properties, and 'polls' does not exist in type 'GetPollArguments'.",
    ),
  ],
  'a date-time': [
    one(
      'of a reply is a Date',
      `const { poll } = await chat.getPoll({ poll_id: 'a' });
same<typeof poll.created_at, Date>(true);`,
    ),
    one(
      'of a request is a Date',
      "chat.updateLiveLocation({ message_id: 'a', end_at: '2026-01-01T00:00:00Z' });",
      "1: Type 'string' is not assignable to type 'Date'.",
    ),
  ],
  'a call of pages': [
    one(
      'is iterated over its items, awaited for a page, and has details',
      `for await (const poll of chat.queryPolls({ limit: 25 })) same<typeof poll, types.PollResponseData>(true);
for await (const page of chat.queryPolls().pages()) same<typeof page, types.QueryPollsResponse>(true);
same<Awaited<ReturnType<typeof chat.queryPolls>>, types.QueryPollsResponse>(true);
const { data, requestId } = await chat.queryPolls().withResponse();
same<typeof data, types.QueryPollsResponse>(true);
console.log(requestId);`,
    ),
    one(
      'goes by keyset and by offset, too',
      `for await (const group of chat.listUserGroups()) same<typeof group, types.UserGroupResponse>(true);
for await (const user of chat.queryUsers({ payload: { filter_conditions: {} } })) console.log(user.id);`,
    ),
    one(
      'is not a call without pages',
      'for await (const task of chat.listImportV2Tasks()) console.log(task);',
      "1: Type 'ApiCall<ListImportV2TasksResponse, undefined>' must have a '[Symbol.asyncIterator]()' method that returns an async iterator.",
    ),
  ],
  'an error': [
    one(
      'is distinguished by its class',
      `try {
  await chat.getApp();
} catch (error) {
  if (error instanceof ChatRateLimitError) same<typeof error.retryAfterMs, number | undefined>(true);
  else if (error instanceof ChatApiError) same<typeof error.status, number>(true);
  else if (ChatError.is(error)) same<typeof error.path, string | undefined>(true);
}`,
    ),
    one(
      'has no field of another class',
      'export const wait = (error: ChatError) => error.retryAfterMs;',
      "1: Property 'retryAfterMs' does not exist on type 'ChatError'.",
    ),
  ],
};

const cases = Object.entries(groups).flatMap(([group, list]) => list.map((entry) => ({ group, ...entry })));
let found: readonly (readonly string[])[];

beforeAll(async () => {
  const packages = await chatPackages();
  found = compileSnippets(
    packages,
    'chat',
    cases.map(({ code }) => `${head}\n${code}\n`),
  );
}, 120_000);

describe.each(Object.keys(groups))('%s', (group) => {
  test.each(cases.filter((entry) => entry.group === group))('$name', (entry) => {
    const errors = found[cases.indexOf(entry)] ?? ['it was not compiled'];
    expect(errors.map((error) => error.replace(/^\d+/, (line) => String(Number(line) - offset)))).toEqual(entry.errors);
  });
});
