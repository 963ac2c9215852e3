import { ChatClient } from '@scope/chat-client';
import { createFake } from '@scope/chat-client/testing';
import { type Check, holds, rejection, same } from './check.js';
import { LunchService } from './lunch-service.js';

function open(options: { readonly state?: boolean } = {}) {
  const fake = createFake(options);
  return { fake, service: new LunchService(new ChatClient({ apiKey: 'key', token: 'token', fetch: fake.fetch })) };
}

/** The tests of a service that uses the client, without a server. */
export const fakeChecks: readonly Check[] = [
  {
    name: 'the tests of a service: an answer and its request',
    async run() {
      const { fake, service } = open();
      fake.on('createPoll', ({ args }) => ({
        duration: '1ms',
        poll: fake.make('PollResponseData', { id: `${args.user_id}-poll`, name: args.name ?? '' }),
      }));
      same(await service.propose('john', ['Pizza', 'Soup']), 'john-poll', 'the id');
      const sent = { name: 'Lunch?', user_id: 'john', options: [{ text: 'Pizza' }, { text: 'Soup' }] };
      same(fake.calls('createPoll'), [sent], 'what was sent');
      fake.verify();
    },
  },
  {
    name: 'the tests of a service: failures',
    async run() {
      const { fake, service } = open();
      fake.fail('createPoll', { status: 429, retryAfter: 1, times: 1 });
      same(await service.propose('john', []), 'busy', 'the first answer');
      fake.fail('createPoll', 'reset');
      same(String(await rejection(service.propose('john', []))).slice(0, 19), 'ChatConnectionError', 'the second');
      fake.verify();
    },
  },
  {
    name: 'the tests of a service: state and pages',
    async run() {
      const { fake, service } = open({ state: true });
      const id = await service.propose('john', ['Pizza']);
      holds((await service.proposedAt(id)) instanceof Date, 'a date-time is a Date');
      same(await service.proposedAt('other'), undefined, 'a poll that was not made');
      same(await service.names(), ['Lunch?'], 'the list');
      fake.reset();
      fake.pages('queryPolls', 3);
      same((await service.names()).length, 6, 'the items of three pages');
      fake.verify();
    },
  },
];
