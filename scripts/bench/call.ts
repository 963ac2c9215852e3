import { ChatClient } from '@scope/chat-client';
import ky from 'ky';

/**
 * What a call costs over bare ky and bare fetch, on a `fetch` that answers at once: `node scripts/run.mjs scripts/bench/call.ts`.
 * The contestants take turns, so that a busy machine slows all of them; the median of the rounds counts.
 */
const rounds = 15;
const callsPerRound = 400;
const users = Array.from({ length: 100 }, (_, index) => ({
  id: `user-${index}`,
  created_at: 1.7e18,
  updated_at: 1.7e18,
  role: 'user',
}));
const replies = { poll: '{"poll":{"id":"a"},"duration":"1ms"}', users: JSON.stringify({ users, duration: '1ms' }) };
const headers = { 'content-type': 'application/json' };
const baseUrl = 'https://chat.example.com';
const body = { name: 'Lunch?', user_id: 'john' };
const answer = (text: string) => async () => new Response(text, { headers });
const bareKy = ky.create({ prefixUrl: baseUrl, fetch: answer(replies.poll) });
const bareKyUsers = ky.create({ prefixUrl: baseUrl, fetch: answer(replies.users) });
const bareFetch = answer(replies.poll);
const client = (text: string) => new ChatClient({ apiKey: 'key', token: 'token', baseUrl, fetch: answer(text) });
const posting = client(replies.poll);
const reading = client(replies.users);

const contestants: Readonly<Record<string, () => PromiseLike<unknown>>> = {
  'POST: fetch': async () => (await bareFetch()).json(),
  'POST: ky': () => bareKy.post('api/v2/polls', { json: body }).json(),
  'POST: client': () => posting.createPoll(body),
  'POST: client, withResponse()': () => posting.createPoll(body).withResponse(),
  'POST: client, without retries': () => posting.createPoll(body, { retry: { limit: 0 } }),
  'GET 100 users: ky': () => bareKyUsers.get('api/v2/users').json(),
  'GET 100 users: client, dates decoded': () => reading.queryUsers({ payload: { filter_conditions: {} } }),
};

const times = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, call] of Object.entries(contestants)) {
    const begun = performance.now();
    for (let count = 0; count < callsPerRound; count++) await call();
    times.get(name)?.push(((performance.now() - begun) * 1000) / callsPerRound);
  }
}
for (const [name, measured] of times) {
  const median = measured.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  console.log(
    `${name.padEnd(40)} ${median.toFixed(1).padStart(7)} us  ${Math.round(1e6 / median)
      .toString()
      .padStart(7)} calls a second`,
  );
}
