import { type Answer, json, ok, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once, twiceMore } from '../fault.js';

const limited = (...headers: readonly string[]): Answer => status('429 Too Many Requests', ...headers);
const unavailable = (...headers: readonly string[]): Answer => status('503 Service Unavailable', ...headers);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const limitedUntil = (seconds: number): Answer =>
  limited(
    'x-ratelimit-limit: 1',
    'x-ratelimit-remaining: 0',
    `x-ratelimit-reset: ${Math.floor(Date.now() / 1000) + seconds}`,
  );

const fails = (name: string, answer: Answer, retryAfterMs: number | undefined): Fault => ({
  name,
  outcome: 'ChatRateLimitError',
  answers: [answer, ok],
  within: 500,
  fields: { status: 429, retryAfterMs },
});
const recovers = (name: string, answer: Answer): Fault => ({
  name,
  answers: [answer, ok],
  requests: 2,
  within: twiceMore,
});
const post = { name: 'x', user_id: 'a' };

export const retries: readonly Fault[] = [
  fails('429 with a delay beyond the limit', limited('retry-after: 31'), 31_000),
  fails('429 with an enormous delay', limited(`retry-after: ${'9'.repeat(20)}`), 1e23),
  fails(
    '429 with a delay beyond the range of numbers',
    limited(`retry-after: ${'9'.repeat(400)}`),
    Number.POSITIVE_INFINITY,
  ),
  {
    ...fails('429 with a date in another century', limited('retry-after: Fri, 31 Dec 2199 23:59:59 GMT'), 0),
    fields: { status: 429 },
  },
  {
    ...fails('503 with a delay beyond the limit', unavailable('retry-after: 3600'), 3_600_000),
    outcome: 'ChatServerError',
    fields: { status: 503, retryAfterMs: 3_600_000 },
  },
  {
    ...fails('a delay beyond totalTimeout', unavailable('retry-after: 5'), 5000),
    outcome: 'ChatServerError',
    fields: { retryAfterMs: 5000 },
    options: { totalTimeout: 300 },
  },
  {
    ...fails('a delay beyond maxRetryAfter', limited('retry-after: 1'), 1000),
    options: { retry: { maxRetryAfter: 100 } },
  },
  {
    ...fails('429 that excludes a retry', json('{"unrecoverable":true}', '429 Too Many Requests'), undefined),
    fields: { unrecoverable: true },
  },
  { ...fails('429 without retries', limited('retry-after: 0'), 0), options: once },
  recovers('429 with a delay of a second', limited('retry-after: 1')),
  recovers('429 with a date in two seconds', (socket) => limited(`retry-after: ${inSeconds(2)}`)(socket)),
  recovers('429 with a date in the past', limited('retry-after: Fri, 31 Dec 1999 23:59:59 GMT')),
  recovers('429 with a negative delay', limited('retry-after: -5')),
  recovers('429 with an invalid delay', limited('retry-after: soon')),
  recovers('429 with a delay in words', limited('retry-after: wait until 2050')),
  recovers('429 with an empty delay', limited('retry-after: ')),
  recovers('429 with a hexadecimal delay', limited('retry-after: 0x99999')),
  recovers('429 with a delay with an exponent', limited('retry-after: 1e9')),
  recovers('429 with two delays', limited('retry-after: 3600', 'retry-after: 7200')),
  { ...fails('429 with a limit that resets in a year', limitedUntil(31_536_000), 0), fields: { status: 429 } },
  recovers('429 with a limit that resets in a second', (socket) => limitedUntil(1)(socket)),
  {
    ...recovers('429, and a POST is repeated', limited('retry-after: 0')),
    act: ({ call }) => call('createPoll', post),
  },
  { ...fails('429 with `retry: 0`', limited('retry-after: 0'), 0), options: { retry: 0 } },
  { ...fails('429 with `retry: false`', limited('retry-after: 0'), 0), options: { retry: false } },
  ...['408 Request Timeout', '502 Bad Gateway', '503 Service Unavailable', '504 Gateway Timeout'].map((line) =>
    recovers(`${line}, then a success`, status(line, 'retry-after: 0')),
  ),
  ...[
    ['400 Bad Request', 'ChatBadRequestError'],
    ['409 Conflict', 'ChatConflictError'],
    ['500 Internal Server Error', 'ChatServerError'],
    ['501 Not Implemented', 'ChatServerError'],
  ].map(([line = '', outcome = '']): Fault => {
    return { ...fails(`${line} is not repeated`, status(line), undefined), outcome, fields: {} };
  }),
  {
    ...recovers('503 for every attempt', unavailable()),
    outcome: 'ChatServerError',
    answers: [unavailable()],
    requests: 3,
  },
  ...(
    [
      ['POST', 'createPoll', post],
      ['PUT', 'updatePoll', { ...post, id: 'a' }],
      ['DELETE', 'deletePoll', { poll_id: 'a' }],
    ] as const
  ).map(
    ([method, operation, args]): Fault => ({
      name: `503, and a ${method} is not repeated`,
      outcome: 'ChatServerError',
      answers: [unavailable(), ok],
      act: ({ call }) => call(operation, args),
    }),
  ),
  {
    ...recovers('503, and a POST is repeated with retry.methods', unavailable()),
    act: ({ call }) => call('createPoll', post, { retry: { methods: ['post'] } }),
  },
  {
    ...recovers('each attempt has another request id', unavailable('retry-after: 0')),
    fields: { different: true },
    act: async ({ call, server }) => {
      await call('getPoll', { poll_id: 'a' });
      const ids = server.requests.map((request) => /^x-client-request-id: *(\S+)/im.exec(request)?.[1]);
      return { different: ids[0] !== undefined && ids[0] !== ids[1] };
    },
  },
];
