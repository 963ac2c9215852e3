import { createHmac } from 'node:crypto';
import { ChatClient, type ClientOptions, type CredentialValue } from '@scope/chat-client/server';
import { json, ok, status } from '../../../templates/runtime/test/support/raw-server.js';
import type { Fault, Stage } from '../fault.js';

const refusal = status('401 Unauthorized');

/** A user's token; `expiresIn` is in seconds. */
function userToken(user: string, expiresIn: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { user_id: user, exp: Math.floor(Date.now() / 1000) + expiresIn };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', 'of-the-users-app').update(content).digest('base64url')}`;
}

/** A user's client, with the token function `give`. */
function userClient({ server, hide }: Stage, give: (fetches: number) => unknown, options: ClientOptions = {}) {
  let fetches = 0;
  const token = async () => {
    const value = await give(++fetches);
    if (typeof value === 'string' && value.length > 3) hide(value);
    return value;
  };
  const settings: { readonly token: unknown } = { token };
  const client: ChatClient = Reflect.construct(ChatClient, [
    { ...options, ...settings, apiKey: 'key-7c1d4f55', baseUrl: server.url },
  ]);
  return { client, fetches: () => fetches };
}

const get = (client: ChatClient, { options }: Stage) => client.getPoll({ poll_id: 'a' }, options);
const token = (name: string, give: (fetches: number) => unknown, rest: Partial<Fault> = {}): Fault => ({
  name: `a function ${name}`,
  outcome: 'ChatTokenError',
  code: 'token',
  answers: [ok],
  requests: 0,
  act: (stage) => get(userClient(stage, give).client, stage),
  ...rest,
});
const given = (name: string, apiKey: string, value: CredentialValue, rest: Partial<Fault>): Fault => ({
  name: `a token ${name}`,
  outcome: 'ChatTokenError',
  answers: [ok],
  requests: 0,
  act: (stage) => {
    if (typeof value === 'string' && value.length > 3) stage.hide(value);
    return get(new ChatClient({ apiKey, token: value, baseUrl: stage.server.url }), stage);
  },
  ...rest,
});

const fresh = () => userToken('a', 3600);
const numbered = (count: number) => userToken(`a${count}`, 3600);
const failingFirst = (count: number) => {
  if (count === 1) throw new Error('not now');
  return fresh();
};
const times = <Item>(length: number, make: () => Item): Item[] => Array.from({ length }, make);

/** The expected numbers of requests and of calls of the token function. */
const requests = (count: number, fetches: number, answers = [ok]): Partial<Fault> => ({
  ...{ outcome: 'ok', code: '', requests: count, answers },
  fields: { fetches },
});
const counted = (
  name: string,
  expected: Partial<Fault>,
  give: (fetches: number) => unknown,
  act: (call: () => Promise<unknown>) => Promise<unknown>,
): Fault =>
  token(name, give, {
    ...expected,
    act: async (stage) => {
      const { client, fetches } = userClient(stage, give);
      await act(() => get(client, stage));
      return { fetches: fetches() };
    },
  });

export const tokens: readonly Fault[] = [
  token('that throws', () => {
    throw new Error('cannot reach https://auth.example.com/?key=key-7c1d4f55');
  }),
  token('that rejects with nothing', () => Promise.reject()),
  token('that returns an empty text', () => ''),
  token('that returns nothing', () => undefined),
  token('that returns a number', () => 5, { outcome: 'ChatInputError', code: 'input' }),
  token('that returns an object', () => ({ token: 'x' }), { outcome: 'ChatInputError', code: 'input' }),
  token('that returns a text with line breaks', () => 'eyJhbGciOi\r\nx: y', {
    outcome: 'ChatInputError',
    code: 'input',
  }),
  token('that hangs', () => new Promise(() => undefined), {
    outcome: 'ChatTimeoutError',
    code: 'timeout',
    options: { timeout: 150, retry: { limit: 0 } },
  }),
  token('that hangs, and the caller aborts', () => new Promise(() => undefined), {
    outcome: 'ChatAbortError',
    code: 'abort',
    act: (stage) => {
      setTimeout(() => stage.controller.abort(), 50);
      return get(userClient(stage, () => new Promise(() => undefined)).client, stage);
    },
  }),
  counted('that fails once is called again by the next call', requests(1, 2), failingFirst, async (call) => {
    await Promise.allSettled([call()]);
    await call();
  }),
  counted('is called once for concurrent calls', requests(20, 1), fresh, (call) => Promise.all(times(20, call))),
  counted(
    'that returns an expired token',
    requests(3, 3),
    () => userToken('a', -60),
    async (call) => {
      for (let done = 0; done < 3; done++) await call();
    },
  ),
  counted('is called once more after a 401', requests(2, 2, [refusal, ok]), numbered, (call) => call()),
  token('whose second token is refused as well', numbered, {
    outcome: 'ChatAuthenticationError',
    code: '',
    answers: [refusal],
    requests: 2,
  }),
  token('that returns the refused token again', () => 'the-same-token-each-time', {
    outcome: 'ChatAuthenticationError',
    code: '',
    answers: [refusal],
    requests: 1,
  }),
  token(
    'that fails after a 401',
    (count) => {
      if (count > 1) throw new Error('gone');
      return fresh();
    },
    { answers: [refusal], requests: 1 },
  ),
  counted(
    'after a 401 to many concurrent calls',
    requests(20, 2, [...times(10, () => refusal), ok]),
    numbered,
    (call) => Promise.all(times(10, call)),
  ),
  token('after a 401 to a POST', () => 0, {
    outcome: 'ok',
    code: '',
    answers: [refusal, ok],
    requests: 2,
    act: (stage) => userClient(stage, numbered).client.createPoll({ name: 'x', user_id: 'a' }, stage.options),
  }),
  given('that is refused is not sent again', 'key-7c1d4f55', 'a-token-of-text', {
    outcome: 'ChatAuthenticationError',
    answers: [refusal],
    requests: 1,
  }),
  given('that is empty', 'key-7c1d4f55', '', {}),
  given('with an API key that is empty', '', 'a-token-of-text', {}),
  token('without an API key', () => 'a-token-of-text', {
    name: 'a token without an API key',
    act: (stage) =>
      get(Reflect.construct(ChatClient, [{ token: 'a-token-of-text', baseUrl: stage.server.url }]), stage),
  }),
  given('with line breaks', 'key-7c1d4f55', 'a-token\r\nx: y', { outcome: 'ChatInputError' }),
  given('that the server repeats', 'key-7c1d4f55', 'a-token-of-text', {
    outcome: 'ChatAuthenticationError',
    answers: [json('{"message":"a-token-of-text is bad"}', '401 Unauthorized')],
    requests: 1,
    message: '401 [redacted] is bad',
  }),
  ...(
    [
      ['an empty user id', '', {}],
      ['a user id that is a number', 5, {}],
      ['an expiry that is NaN', 'a', { expiresAt: Number.NaN }],
      ['an expiry in the past', 'a', { expiresAt: 1_000_000_000 }],
      ['an expiry in milliseconds', 'a', { expiresAt: Date.now() + 3_600_000 }],
      ['an invalid duration', 'a', { expiresIn: 'soon' }],
      ['a duration of zero', 'a', { expiresIn: 0 }],
      ['a reserved claim', 'a', { claims: { server: true } }],
      ['a claim that is a bigint', 'a', { claims: { x: 1n } }],
    ] as const
  ).map(
    ([name, userId, options]): Fault => ({
      name: `a user token with ${name}`,
      outcome: 'ChatTokenError',
      code: 'token',
      requests: 0,
      act: ({ client }) => Reflect.apply(client.createUserToken, client, [userId, options]),
    }),
  ),
];
