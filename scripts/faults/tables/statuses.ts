import { gzipSync } from 'node:zlib';
import { type Answer, json, pour, reply, status, trickle } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once } from '../fault.js';

const classes: readonly (readonly [line: string, outcome: string])[] = [
  ['400 Bad Request', 'ChatBadRequestError'],
  ['401 Unauthorized', 'ChatAuthenticationError'],
  ['403 Forbidden', 'ChatPermissionError'],
  ['404 Not Found', 'ChatNotFoundError'],
  ['405 Method Not Allowed', 'ChatApiError'],
  ['408 Request Timeout', 'ChatApiError'],
  ['409 Conflict', 'ChatConflictError'],
  ['410 Gone', 'ChatApiError'],
  ['413 Payload Too Large', 'ChatPayloadTooLargeError'],
  ["418 I'm a teapot", 'ChatApiError'],
  ['422 Unprocessable Content', 'ChatApiError'],
  ['429 Too Many Requests', 'ChatRateLimitError'],
  ['499 Client Closed Request', 'ChatApiError'],
  ['500 Internal Server Error', 'ChatServerError'],
  ['501 Not Implemented', 'ChatServerError'],
  ['502 Bad Gateway', 'ChatServerError'],
  ['503 Service Unavailable', 'ChatServerError'],
  ['504 Gateway Timeout', 'ChatServerError'],
  ['511 Network Authentication Required', 'ChatServerError'],
  ['599 Anything', 'ChatServerError'],
  ['600 Beyond', 'ChatServerError'],
  ['999 Request Denied', 'ChatServerError'],
];

const apiBody = {
  code: 4,
  message: 'GetPoll failed with error: "no"',
  exception_fields: { poll_id: 'is wrong', __proto__: null },
  details: [1, 2],
  more_info: 'https://chat.example.com/docs/errors',
  unrecoverable: true,
  StatusCode: 400,
};

const failing = (name: string, answer: Answer, rest: Partial<Fault> = {}): Fault => ({
  name,
  outcome: 'ChatServerError',
  answers: [answer],
  options: once,
  ...rest,
  fields: { status: 500, ...rest.fields },
});
const fine = (name: string, answer: Answer): Fault => ({ name, outcome: 'ok', answers: [answer] });
const broken = '500 Internal Server Error';
const limits = (...values: readonly string[]) =>
  values.map((value, index) => `x-ratelimit-${['limit', 'remaining', 'reset'][index]}: ${value}`);

export const statuses: readonly Fault[] = [
  ...classes.map(([line, outcome]): Fault => {
    const fields = { status: Number(line.slice(0, 3)), method: 'GET', path: '/api/v2/polls/{poll_id}' };
    return {
      name: line,
      outcome,
      answers: [status(line)],
      options: once,
      message: `${fields.status} no`,
      fields,
    };
  }),
  failing(
    'all fields of an API error',
    json(JSON.stringify(apiBody), '400 Bad Request', limits('60', '59', '1700000000')),
    {
      outcome: 'ChatBadRequestError',
      code: 4,
      fields: {
        status: 400,
        details: [1, 2],
        moreInfo: 'https://chat.example.com/docs/errors',
        unrecoverable: true,
        rateLimit: { limit: 60, remaining: 59, reset: new Date(1_700_000_000_000) },
      },
    },
  ),
  failing('invalid rate limits', status(broken, ...limits('many', '-', '1e999')), {
    fields: { rateLimit: undefined },
  }),
  failing('rate limits beyond the range of dates', status(broken, ...limits('1', '1', '999999999999999')), {
    fields: { rateLimit: undefined },
  }),
  failing('incomplete rate limits', status(broken, ...limits('1', '1')), { fields: { rateLimit: undefined } }),
  failing('an error in HTML', reply(broken, ['content-type: text/html'], '<html>'.repeat(1000)), {
    message: '500 Internal Server Error',
  }),
  failing('an error without a body', reply(broken, ['content-length: 0'])),
  failing('an error without a reason', reply('500 ', ['content-length: 0']), { message: '500 ' }),
  failing('an error that is an array', json('[{"message":"x"}]', broken)),
  failing('an error that is a text', json('"no"', broken)),
  failing('an error that is null', json('null', broken)),
  failing(
    'an error whose fields have other types',
    json('{"code":{},"message":7,"details":"x","exception_fields":[1],"more_info":{},"unrecoverable":"yes"}', broken),
    {
      fields: {
        code: undefined,
        details: undefined,
        exceptionFields: undefined,
        moreInfo: undefined,
        unrecoverable: false,
      },
    },
  ),
  failing('an error with nested details', json('{"details":[1,"2"],"exception_fields":{"a":{"b":1}}}', broken), {
    fields: { details: undefined },
  }),
  failing('an endless error', pour('HTTP/1.1 500 X\r\n\r\n', 'x'.repeat(65_536))),
  failing(
    'an error that is a bomb',
    json(gzipSync(Buffer.alloc(64 * 1024 * 1024)), broken, ['content-encoding: gzip']),
  ),
  failing('an error with invalid compression', json('{"message":"no"}', broken, ['content-encoding: gzip'])),
  failing('an error that is cut off', reply(broken, ['content-length: 100'], '{"message":')),
  failing('an error in tiny pieces', trickle('HTTP/1.1 500 X\r\ncontent-length: 9999\r\n\r\n{', ' ')),
  failing('an error whose body does not arrive', (socket) =>
    socket.write('HTTP/1.1 500 X\r\ncontent-length: 9\r\n\r\n'),
  ),
  failing('an error with a long message', json(`{"message":"${'x'.repeat(100_000)}"}`, broken)),
  failing('an error with a long code and long fields', json(`{"code":"${'x'.repeat(60_000)}"}`, broken)),
  failing('an error with control characters', json('{"message":"a\\u001b[31m\\u0000\\nb"}', broken), {
    message: '500 a [31m b',
  }),
  failing(
    'an error that contains the key',
    json(
      '{"message":"bad api_key key-7c1d4f55","more_info":"/?api_key=key-7c1d4f55","exception_fields":{"key-7c1d4f55":"key-7c1d4f55"}}',
      broken,
    ),
  ),
  failing('an error that contains the key in its reason', reply('500 bad key-7c1d4f55', ['content-length: 0'])),
  failing('an error that contains the key in its headers', status(broken, 'x-request-id: key-7c1d4f55')),
  failing(
    'an error with keys such as __proto__',
    json('{"message":"no","__proto__":{"code":1},"exception_fields":{"__proto__":"x"}}', broken),
    { fields: { code: undefined } },
  ),
  // Fetch itself treats 407 as a failure, and repeats a 421 on another connection.
  {
    name: '407 Proxy Authentication Required',
    outcome: 'ChatConnectionError',
    answers: [status('407 Proxy Authentication Required')],
    options: once,
  },
  {
    name: '421 Misdirected Request',
    outcome: 'ChatApiError',
    answers: [status('421 Misdirected Request')],
    requests: 2,
    options: once,
  },
  fine('204', reply('204 No Content', [])),
  fine('204 with a body', reply('204 No Content', ['content-length: 19'], '{"poll":{"id":"a"}}')),
  { ...fine('205 with a body', reply('205 Reset Content', ['content-length: 2'], '{}')) },
  fine('201', json('{"poll":{}}', '201 Created')),
  fine('299', json('{"poll":{}}', '299 Fine')),
  failing('304', reply('304 Not Modified', []), { outcome: 'ChatApiError', fields: { status: 304 } }),
  failing('300', reply('300 Multiple Choices', ['content-length: 0']), {
    outcome: 'ChatApiError',
    fields: { status: 300 },
  }),
];
