import { operations, type Row } from '../row.js';

const row = operations('Response, Header, Link and Example Objects');
const text = { type: 'string' };
const thing = { type: 'object', required: ['a'], properties: { a: text } };
const json = (schema: object) => ({ 'application/json': { schema: { ...schema } } });
const replies = (status: string, content: object, more: object = {}) => ({
  responses: { [status]: { description: 'It.', content: { ...content }, ...more } },
});
const at200 = ['responses', '200'];

export const replyRows: readonly Row[] = [
  row('responses, 200', replies('200', json(thing)), {
    at: [...at200, 'content'],
    yes: 'types client docs mock diff',
    types: ['a: string'],
    client: ['types.CallItResponse'],
    docs: ['`a`'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('responses, 204', replies('204', {}), {
    at: ['responses', '204', 'description'],
    yes: 'client mock diff',
    diff: ['operation-described'],
    client: ['ApiCall<void>'],
    mock: [['GET /things', 204]],
  }),
  row('responses, 2XX', replies('2XX', json(thing)), {
    at: ['responses', '2XX', 'content'],
    yes: 'types client docs mock diff',
    types: ['a: string'],
    client: ['types.CallItResponse'],
    docs: ['`a`'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('responses, default', replies('default', json(thing)), {
    at: ['responses', 'default', 'content'],
    yes: 'types client docs diff',
    types: ['a: string'],
    client: ['types.CallItResponse'],
    docs: ['`a`'],
    diff: ['reply-kind-changed'],
  }),
  row(
    'responses, several',
    {
      responses: {
        200: { description: 'It.', content: json(thing) },
        202: { description: 'Later.', content: json({ type: 'object', required: ['b'], properties: { b: text } }) },
      },
    },
    {
      at: ['responses', '202'],
      yes: 'types client docs diff',
      types: ['b: string'],
      client: ['types.CallItResponse'],
      docs: ['CallItResponse'],
      diff: ['reply-added'],
    },
  ),
  row(
    'responses, errors',
    { responses: { 204: { description: 'Done.' }, 404: { description: 'Gone.', content: json(thing) } } },
    {
      at: ['responses', '404'],
      yes: 'types client docs mock diff',
      types: ['CallItErrors'],
      client: ['types.CallItErrors'],
      docs: ['`404`'],
      mock: [['GET /things', 404, { headers: { prefer: 'code=404' } }]],
      diff: ['error-replies-changed'],
    },
  ),
  row(
    'responses, 302',
    { responses: { 302: { description: 'There.', headers: { Location: { schema: text } } } } },
    {
      at: ['responses', '302', 'headers'],
      yes: 'types client docs diff',
      types: ['CallItHeaders'],
      client: ['CallItHeaders'],
      docs: ['`Location`'],
      diff: ['reply-header-added'],
    },
  ),
  row(
    'responses, with a key that is not a status',
    { responses: { 204: { description: 'Done.' }, ok: { description: 'Fine.' } } },
    {
      at: ['responses', 'ok'],
      warns: 'types client mock docs diff',
      problems: ['warning structure-ignored /paths/~1things/get/responses/ok'],
    },
  ),
  row('content, text', replies('200', { 'text/plain': { schema: text } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    client: ['ApiCall<string>'],
    docs: ['`string`'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('content, bytes', replies('200', { 'application/pdf': { schema: { type: 'string', format: 'binary' } } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    client: ['ApiCall<Blob>'],
    docs: ['`Blob`'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('content, XML', replies('200', { 'application/xml': { schema: thing } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    warns: 'types',
    client: ['ApiCall<string>'],
    docs: ['`string`'],
    mock: [['GET /things', 200]],
    problems: ['warning media-type-plain /paths/~1things/get/responses/200/content/application~1xml'],
    diff: ['reply-kind-changed'],
  }),
  row('content, several types', replies('200', { ...json(thing), 'text/csv': { schema: text } }), {
    at: [...at200, 'content', 'text/csv'],
    yes: 'client docs',
    client: ['text/csv'],
    docs: ['CallItResponse'],
  }),
  row('content, any type', replies('200', { '*/*': { schema: thing } }), {
    at: [...at200, 'content'],
    yes: 'types client docs mock diff',
    types: ['a: string'],
    client: ['types.CallItResponse'],
    docs: ['`a`'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('content, events', replies('200', { 'text/event-stream': { schema: thing } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    client: ['jsonEvents'],
    docs: ['CallIt'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('content, JSON or events', replies('200', { ...json(thing), 'text/event-stream': { schema: thing } }), {
    at: [...at200, 'content', 'text/event-stream'],
    yes: 'types client mock docs diff',
    types: ['CallItStreamResponse'],
    client: ['callItStream', 'jsonEvents'],
    docs: ['callItStream'],
    mock: [['GET /things', 200]],
    diff: ['operation-added'],
    note: 'The stream is a separate method, whose arguments have `stream: true` if that is a field.',
  }),
  row('content, JSON lines', replies('200', { 'application/x-ndjson': { schema: thing } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    client: ['jsonLines'],
    docs: ['CallIt'],
    mock: [['GET /things', 200]],
    diff: ['reply-kind-changed'],
  }),
  row('content, json-seq', replies('200', { 'application/json-seq': { schema: thing } }), {
    at: [...at200, 'content'],
    yes: 'client docs mock diff',
    warns: 'types',
    client: ['ApiCall<string>'],
    docs: ['`string`'],
    mock: [['GET /things', 200]],
    problems: ['warning media-type-plain /paths/~1things/get/responses/200/content/application~1json-seq'],
    diff: ['reply-kind-changed'],
  }),
  row(
    'description',
    { responses: { 200: { description: 'What it is.', content: json(thing) } } },
    { at: [...at200, 'description'], yes: 'diff', diff: ['operation-described'] },
  ),
  row(
    'headers',
    replies('200', json(thing), {
      headers: { 'X-Count': { description: 'How many.', required: true, schema: { type: 'integer' } } },
    }),
    {
      at: [...at200, 'headers'],
      yes: 'types client docs diff',
      types: ['X-Count'],
      client: ['CallItHeaders'],
      docs: ['`X-Count`'],
      diff: ['reply-header-added'],
    },
  ),
  row(
    'links',
    replies('200', json(thing), { links: { next: { operationId: 'callIt', description: 'What follows.' } } }),
    { at: [...at200, 'links'], yes: 'docs', docs: ['next'] },
  ),
  row(
    'examples',
    {
      responses: {
        200: {
          description: 'It.',
          content: { 'application/json': { schema: thing, examples: { one: { value: { a: 'red' } } } } },
        },
      },
    },
    {
      at: [...at200, 'content', 'application/json', 'examples'],
      yes: 'mock diff',
      diff: ['examples-changed'],
      mock: [
        ['GET /things', 200, { headers: { prefer: 'example=one' } }],
        ['GET /things', 400, { headers: { prefer: 'example=two' } }],
      ],
    },
  ),
  row(
    'externalValue',
    {
      responses: {
        200: {
          description: 'It.',
          content: {
            'application/json': { schema: thing, examples: { one: { externalValue: 'https://example.com/one' } } },
          },
        },
      },
    },
    { at: [...at200, 'content', 'application/json', 'examples'] },
  ),
  row(
    '$ref',
    { responses: { 200: { $ref: '#/components/responses/a' } } },
    {
      rest: { components: { responses: { a: { description: 'It.', content: json(thing) } } } },
      at: [''].concat(['components', 'responses', 'a', 'content']),
      yes: 'types client docs mock diff',
      types: ['a: string'],
      client: ['types.CallItResponse'],
      docs: ['`a`'],
      mock: [['GET /things', 200]],
      diff: ['reply-kind-changed'],
    },
  ),
];
