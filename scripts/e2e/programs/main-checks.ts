import {
  ChatAbortError,
  ChatApiError,
  ChatClient,
  ChatError,
  ChatInputError,
  ChatNotFoundError,
  ChatRateLimitError,
} from '@scope/chat-client';
import { type Check, holds, rejection, same } from './check.js';
import { fakeChecks } from './fake-checks.js';
import { openSession } from './session.js';

/** The main entry, wherever there is a `fetch`. */
export function mainChecks(mockUrl: string): readonly Check[] {
  const open = () => {
    const session = openSession(mockUrl);
    return { ...session, chat: new ChatClient({ apiKey: 'key', token: 'a.b.c', baseUrl: session.baseUrl }) };
  };
  return [
    {
      name: 'a call with dates',
      async run() {
        const { chat, requests } = open();
        const end = new Date('2026-03-04T05:06:07.089Z');
        await chat.updateLiveLocation({ message_id: 'message-1', end_at: end, user_id: 'john' });
        const { poll } = await chat.getPoll({ poll_id: 'poll/1' });
        const [written, read] = await requests();
        same(written?.method, 'PUT', 'the method');
        same(JSON.parse(written?.body ?? '').end_at, '2026-03-04T05:06:07.089Z', 'the date-time that arrived');
        same(read?.path, '/api/v2/polls/poll%2F1', 'the path');
        same(read?.query, 'api_key=key', 'the query');
        same(read?.header('authorization'), 'a.b.c', 'the token');
        same(read?.header('stream-auth-type'), 'jwt', 'the kind of token');
        const nanoseconds = BigInt(/"created_at":(\d+)\D[^{}]*\}\}?$/.exec(read?.reply ?? '')?.[1] ?? '0');
        holds(poll.created_at instanceof Date, 'a date-time is a Date');
        same(poll.created_at.getTime(), Number(nanoseconds / 1_000_000n), 'the date-time');
      },
    },
    {
      name: 'an error by class and status',
      async run() {
        const { chat } = open();
        const error = await rejection(chat.getPoll({ poll_id: 'gone' }, { headers: { Prefer: 'code=404' } }));
        holds(error instanceof ChatNotFoundError, `the error is one of class ChatNotFoundError: ${String(error)}`);
        holds(error instanceof ChatApiError && error instanceof ChatError, 'its classes are above it');
        holds(ChatNotFoundError.is(error), 'the class recognises its instance');
        const { name, status, code, method, path } = error as ChatNotFoundError;
        const expected = { name: 'ChatNotFoundError', status: 404, code: 16, method: 'GET' };
        same({ name, status, code, method }, expected, 'the error');
        same(path, '/api/v2/polls/{poll_id}', 'the path template');
      },
    },
    {
      name: 'a 429 with retry-after',
      async run() {
        const { chat, baseUrl, requests } = open();
        const headers = { Prefer: 'code=429' };
        const error = await rejection(chat.getApp({}, { headers, retry: { maxRetryAfter: 1 } }));
        same((await requests()).length, 1, 'the number of attempts, since the delay is too long');
        holds(error instanceof ChatRateLimitError, `the error is one of class ChatRateLimitError: ${String(error)}`);
        const own = { authorization: 'a.b.c', 'stream-auth-type': 'jwt' };
        const reply = await fetch(`${baseUrl}/api/v2/app?api_key=key`, { headers: { ...headers, ...own } });
        const { status, retryAfterMs, rateLimit } = error as ChatRateLimitError;
        same(
          { status, retryAfterMs },
          { status: 429, retryAfterMs: numberIn(reply, 'retry-after') * 1_000 },
          'the error',
        );
        same(rateLimit?.limit, numberIn(reply, 'x-ratelimit-limit'), 'the limit');
        holds(rateLimit?.reset instanceof Date, 'the reset is a Date');
      },
    },
    {
      name: 'withResponse',
      async run() {
        const { chat, requests } = open();
        const { data, response, requestId } = await chat.listBlockLists({ team: 'red' }).withResponse();
        const [request] = await requests();
        same(response.status, 200, 'the status');
        holds(Array.isArray(data.blocklists), 'the data are those of the response');
        same(request?.header('x-client-request-id'), requestId, 'the request id');
        same(new URLSearchParams(request?.query).get('team'), 'red', 'the argument');
      },
    },
    {
      name: 'pages',
      async run() {
        const { chat, requests } = open();
        const names: string[] = [];
        for await (const poll of chat.queryPolls({ limit: 25 })) names.push(poll.name);
        const pages = (await requests()).map(({ body, reply }) => ({
          sent: JSON.parse(body),
          came: JSON.parse(reply),
        }));
        holds(names.length > 0, 'there are items');
        same(
          names,
          pages.flatMap(({ came }) => came.polls.map((poll: { name: string }) => poll.name)),
          'the items',
        );
        same(pages.length, 2, 'the number of pages');
        same(pages[1]?.sent, { limit: 25, next: pages[0]?.came.next }, 'what the second page was requested with');
      },
    },
    {
      name: 'an upload',
      async run() {
        const { chat, requests } = open();
        const file = new File(['a file, göttlich'], 'note.txt', { type: 'text/plain' });
        const { file: url } = await chat.uploadFile({ file, user: { id: 'john' } });
        const [request] = await requests();
        holds(typeof url === 'string' && url !== '', 'the response contains the URL of the file');
        holds(/^multipart\/form-data; *boundary=/.test(request?.header('content-type') ?? ''), 'the body is multipart');
        holds(
          /name="file"; filename="note\.txt"\r\nContent-Type: text\/plain/i.test(request?.body ?? ''),
          'it has a name',
        );
        holds(request?.body.includes('\r\n\r\na file, göttlich\r\n') === true, 'its bytes arrived');
        holds(request?.body.includes('\r\n\r\n{"id":"john"}\r\n') === true, 'the other part arrived');
      },
    },
    {
      name: 'a cancelled call',
      async run() {
        const { chat } = open();
        const controller = new AbortController();
        const call = rejection(chat.getApp({}, { signal: controller.signal }));
        controller.abort();
        const error = await call;
        holds(error instanceof ChatAbortError, `the error is one of class ChatAbortError: ${String(error)}`);
      },
    },
    {
      name: 'an invalid argument',
      async run() {
        const { chat, requests } = open();
        const error = await rejection(chat.getPoll({ poll_id: '..' }));
        holds(error instanceof ChatInputError, `the error is one of class ChatInputError: ${String(error)}`);
        same((await requests()).length, 0, 'the number of requests');
      },
    },
    ...fakeChecks,
  ];
}

function numberIn({ headers }: Response, name: string): number {
  return Number(headers.get(name) ?? Number.NaN);
}
