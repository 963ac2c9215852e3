import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as operations from '../../../../packages/chat-client/src/operations.js';
import { ChatServerClient } from '../../../../packages/chat-client/src/server.js';
import { createFake } from '../../../../packages/chat-client/src/testing.js';
import { resolveConfig } from '../../../src/config/index.js';
import { type Prepared, prepare } from '../../../src/generate/prepare.js';
import type { Operation } from '../../../src/model/model.js';

let prepared: Prepared;
beforeAll(async () => {
  const flags = { scope: '@scope', addons: ['stream'], spec: 'spec/openapi.yaml' };
  prepared = await prepare(await resolveConfig({ cwd: process.cwd(), flags }));
});

let fake = createFake();
let chat = new ChatServerClient({ apiKey: 'key', apiSecret: 'secret', fetch: fake.fetch });
beforeEach(() => {
  fake = createFake();
  chat = new ChatServerClient({ apiKey: 'key', apiSecret: 'secret', fetch: fake.fetch, retry: false });
});

function argumentsOf(operation: Operation): Record<string, unknown> {
  const { layout } = prepared.names.operation(operation);
  const example = operation.examples[0];
  const values = (example?.parameters ?? []).map(({ parameter, value }) => {
    const found = layout.parameters.find((entry) => entry.parameter === parameter);
    return [found?.argument ?? parameter.name, value] as const;
  });
  const files = new Set((operation.body?.parts ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name));
  const fields = Object.entries(Object(example?.body)).map(([name, value]) => {
    return [name, files.has(name) ? new Blob([String(value)]) : value] as const;
  });
  return Object.fromEntries([...values, ...fields]);
}

test('every documented call is accepted, and gets a response that the client can decode', async () => {
  for (const operation of prepared.model.operations) {
    const { constant } = prepared.names.operation(operation);
    const run: unknown = Reflect.get(operations, constant);
    if (typeof run !== 'function') throw new Error(constant);
    const args = argumentsOf(operation);
    const reply: unknown = await run(chat, args);
    expect([constant, typeof reply]).toEqual([constant, 'object']);
  }
  fake.verify();
});

test('the example of the guide', async () => {
  fake.on('createPoll', ({ args }) => ({ duration: '1ms', poll: fake.make('PollResponseData', { name: args.name }) }));
  fake.fail('createPoll', { status: 429, retryAfter: 0, times: 1 });
  await expect(chat.createPoll({ name: 'Lunch?', user_id: 'john' })).rejects.toMatchObject({
    name: 'ChatRateLimitError',
    retryAfterMs: 0,
  });
  const { poll } = await chat.createPoll({ name: 'Lunch?', user_id: 'john' });
  expect(poll.name).toBe('Lunch?');
  expect(poll.created_at).toBeInstanceOf(Date);
  expect(fake.calls('createPoll')).toEqual([
    { name: 'Lunch?', user_id: 'john' },
    { name: 'Lunch?', user_id: 'john' },
  ]);
  const { body, headers } = fake.webhook('message.new', { cid: 'messaging:1' });
  expect(chat.webhooks.parse(body, headers['x-signature'])).toMatchObject({ type: 'message.new', cid: 'messaging:1' });
  fake.verify();
});

describe('pages are consecutive', () => {
  test.each([
    ['by a cursor', 'queryPolls', () => chat.queryPolls()],
    ['by the last item', 'listUserGroups', () => chat.listUserGroups()],
    ['by an offset', 'queryUsers', () => chat.queryUsers({ payload: { filter_conditions: {} } })],
  ] as const)('%s', async (_, name, run) => {
    expect(() => fake.pages(name, 1.5)).toThrow('1.5 is not a number of pages');
    fake.pages(name, 3);
    const ids: unknown[] = [];
    for await (const { id } of run()) ids.push(id);
    expect(new Set(ids).size).toBe(6);
    fake.verify();
  });

  test('the default response is one page', async () => {
    for await (const group of chat.listUserGroups({})) expect(group.id).toBeDefined();
    expect(fake.calls('listUserGroups').length).toBeLessThan(3);
  });
});

test('the state mode stores what was created', async () => {
  fake = createFake({ state: true });
  chat = new ChatServerClient({ apiKey: 'key', apiSecret: 'secret', fetch: fake.fetch });
  const { poll } = await chat.createPoll({ name: 'Lunch?', user_id: 'john' });
  const other = await chat.createPoll({ name: 'Dinner?', user_id: 'john' });
  expect(other.poll.id).not.toBe(poll.id);
  expect((await chat.getPoll({ poll_id: poll.id })).poll.name).toBe('Lunch?');
  await chat.updatePoll({ id: poll.id, name: 'Brunch?', user_id: 'john' });
  expect((await chat.queryPolls()).polls.map(({ name }) => name)).toEqual(['Brunch?', 'Dinner?']);
  await chat.deletePoll({ poll_id: poll.id });
  await chat.createBlockList({ name: 'rude', words: ['x'] });
  expect((await chat.getBlockList({ name: 'rude' })).blocklist).toMatchObject({ name: 'rude', words: ['x'] });
  await expect(chat.getPoll({ poll_id: poll.id })).rejects.toMatchObject({ name: 'ChatNotFoundError' });
});

test('mistakes in a test are reported', async () => {
  const loose: { createPoll(args: object): Promise<unknown> } = chat;
  await expect(loose.createPoll({ name: 5, options: [{ text: false }] })).rejects.toMatchObject({
    name: 'ChatBadRequestError',
    message: expect.stringContaining('name'),
  });
  fake.fail('getApp', { status: 503, times: 2 });
  expect(() => fake.verify()).toThrow(/createPoll: .*name.*options\/0\/text[\s\S]*fail\('getApp'\) was not used/);
  const untyped: { on(name: string, answer: unknown): void } = fake;
  expect(() => untyped.on('creatPoll', {})).toThrow('Unknown operation: creatPoll. Did you mean createPoll?');
  fake.reset();
  fake.verify();
});

test('generated values are the same for the same seed, and differ from each other', () => {
  const ids = (seed?: number) => {
    const { make } = createFake({ seed });
    return [make('PollResponseData').id, make('PollResponseData').id];
  };
  expect(ids()).toEqual(ids());
  expect(new Set([...ids(), ...ids(7)]).size).toBe(4);
});
