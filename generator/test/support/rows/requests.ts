import { operations, type Row } from '../row.js';

const parameter = operations('Parameter Object');
const body = operations('Request Body, Media Type and Encoding Objects');
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const two = { ...texts, minItems: 2 };
const point = { type: 'object', properties: { x: { type: 'integer' }, y: { type: 'integer' } } };
const at = ['parameters', '0'];
const on = 'get /things/{id}';
const query = (schema: object, more: object = {}) => ({
  parameters: [{ name: 'a', in: 'query', schema: { ...schema }, ...more }],
});
const path = (schema: object, more: object = {}) => ({
  parameters: [{ name: 'id', in: 'path', required: true, schema: { ...schema }, ...more }],
});
const json = { headers: { 'content-type': 'application/json' } };
const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
const takes = (mediaType: string, schema: object, more: object = {}) => ({
  requestBody: { required: true, content: { [mediaType]: { schema: { ...schema }, ...more } } },
});
const post = { on: 'post /things', at: ['requestBody'] };
const fields = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties: { ...properties },
  ...(required.length > 0 ? { required } : {}),
});

export const requestRows: readonly Row[] = [
  parameter('in, query', query(text), {
    at,
    yes: 'types client mock docs diff',
    types: ['a?: string'],
    client: ["query: [['a', 'a']]"],
    docs: ['| `a` | `string` | No |'],
    mock: [
      ['GET /things?a=1', 204],
      ['GET /things?b=1', 400],
    ],
    diff: ['parameter-added'],
  }),
  parameter('in, path', path({ type: 'integer' }), {
    on,
    at: ['parameters', '0', 'schema'],
    yes: 'types client mock docs diff',
    types: ['id: number'],
    client: ["path: '/things/"],
    docs: ['| `id` | `number` | Yes |'],
    mock: [
      ['GET /things/1', 204],
      ['GET /things/a', 400],
    ],
    diff: ['type-narrowed'],
  }),
  parameter(
    'in, header',
    { parameters: [{ name: 'X-A', in: 'header', schema: { type: 'integer' } }] },
    {
      at,
      yes: 'types client mock docs diff',
      types: ['"X-A"?: number'],
      client: ["'x-a'"],
      docs: ['`X-A`'],
      mock: [
        ['GET /things', 204, { headers: { 'x-a': '1' } }],
        ['GET /things', 400, { headers: { 'x-a': 'b' } }],
      ],
      diff: ['parameter-added'],
    },
  ),
  parameter(
    'in, cookie',
    { parameters: [{ name: 'a', in: 'cookie', schema: { type: 'integer' } }] },
    {
      at,
      yes: 'types client mock docs diff',
      types: ['a?: number'],
      client: ['cookie'],
      docs: ['`a`'],
      mock: [
        ['GET /things', 204, { headers: { cookie: 'a=1' } }],
        ['GET /things', 400, { headers: { cookie: 'a=b' } }],
      ],
      diff: ['parameter-added'],
    },
  ),
  parameter('description', query(text, { description: 'What it is.' }), {
    at: [...at, 'description'],
    yes: 'types docs diff',
    types: ['What it is.'],
    docs: ['What it is.'],
    diff: ['operation-described'],
  }),
  parameter('required', query(text, { required: true }), {
    at: [...at, 'required'],
    yes: 'types client mock docs diff',
    types: ['a: string'],
    client: ['required: true'],
    docs: ['| `a` | `string` | Yes |'],
    mock: [['GET /things', 400]],
    diff: ['parameter-became-required'],
  }),
  parameter('deprecated', query(text, { deprecated: true }), {
    at: [...at, 'deprecated'],
    yes: 'types docs diff',
    types: ['@deprecated'],
    docs: ['**Deprecated.**'],
    diff: ['property-deprecated'],
  }),
  parameter('allowEmptyValue', query(text, { allowEmptyValue: true }), {
    at: [...at, 'allowEmptyValue'],
    yes: 'mock',
    mock: [['GET /things?a=', 204]],
  }),
  parameter('style, form', query(two, { style: 'form' }), {
    at: [...at, 'style'],
    yes: 'client mock',
    client: ["[['a', 'a'], ['a', 'a-2']]"],
    mock: [['GET /things?a=1&a=2', 204]],
  }),
  parameter('explode', query(two, { explode: false }), {
    at: [...at, 'explode'],
    yes: 'client mock diff',
    client: ["['a', 'a,a-2']"],
    mock: [['GET /things?a=1,2', 204]],
    diff: ['parameter-serialized'],
  }),
  parameter('explode, of an object', query(point, { explode: true }), {
    at: [...at, 'schema'],
    yes: 'client mock diff',
    client: ["['x', '347']"],
    mock: [
      ['GET /things?x=1', 204],
      ['GET /things?x=a', 400],
    ],
    diff: ['type-narrowed'],
  }),
  parameter(
    'name, with brackets, beside others without',
    {
      parameters: [
        { name: 'a', in: 'query', schema: text },
        { name: 'b', in: 'query', style: 'deepObject', schema: point },
        { name: 'a[]', in: 'query', schema: texts },
        { name: 'b[z]', in: 'query', schema: text },
      ],
    },
    {
      at: ['parameters', '2'],
      yes: 'types client mock docs diff',
      types: ['"a[]"?: readonly string[]'],
      client: ["name: 'a[]', in: 'query'"],
      docs: ['`a[]`'],
      mock: [['GET /things?a=1&a%5B%5D=1&b%5Bx%5D=1&b%5Bz%5D=a', 204]],
      diff: ['parameter-added'],
    },
  ),
  parameter('schema, an object of any fields', query({ type: 'object' }), {
    at: [...at, 'schema'],
    yes: 'types client mock diff',
    types: ['a?: Record<string, unknown>'],
    client: ['codecs: { styles'],
    mock: [['GET /things?x=1&y=2', 204]],
    diff: ['type-narrowed'],
  }),
  parameter('schema, whose fields are all readOnly', path(fields({ x: { type: 'integer', readOnly: true } })), {
    on,
    at: ['parameters', '0', 'schema'],
    yes: 'types client mock docs diff',
    types: ['readonly x?: number'],
    client: ["path: '/things/x,"],
    docs: ['| `id` |'],
    mock: [['GET /things/x,1', 204]],
    diff: ['type-narrowed'],
  }),
  parameter(
    'explode, of objects with fields of one name',
    {
      parameters: [
        { name: 'a', in: 'query', schema: fields({ x: text, y: text }) },
        { name: 'b', in: 'query', schema: fields({ y: text, z: text }) },
        { name: 'z', in: 'query', schema: { type: 'integer' } },
      ],
    },
    {
      at: ['parameters', '1'],
      yes: 'types docs diff',
      warns: 'client mock',
      types: ['y?: string'],
      docs: ['`b`'],
      mock: [['GET /things?x=1&y=2&z=3', 204]],
      problems: ['warning parameter-style /paths/~1things/get/parameters/1'],
      diff: ['parameter-added'],
    },
  ),
  parameter('schema, of bytes', query({ ...text, format: 'binary' }), {
    at: [...at, 'schema', 'format'],
    warns: 'types client mock docs',
    yes: 'diff',
    problems: ['warning schema-keyword-ignored /paths/~1things/get/parameters/0/schema'],
    diff: ['bound-narrowed'],
  }),
  parameter('style, spaceDelimited', query(two, { style: 'spaceDelimited', explode: false }), {
    at: [...at, 'style'],
    yes: 'client mock diff',
    client: ["['a', 'a a-2']"],
    mock: [['GET /things?a=1%202', 204]],
    diff: ['parameter-serialized'],
  }),
  parameter('style, pipeDelimited', query(two, { style: 'pipeDelimited', explode: false }), {
    at: [...at, 'style'],
    yes: 'client mock diff',
    client: ["['a', 'a|a-2']"],
    mock: [['GET /things?a=1%7C2', 204]],
    diff: ['parameter-serialized'],
  }),
  parameter('style, deepObject', query(point, { style: 'deepObject', explode: true }), {
    at: [...at, 'style'],
    yes: 'client mock diff',
    client: ["['a[x]', '347']"],
    mock: [
      ['GET /things?a[x]=1', 204],
      ['GET /things?a[x]=b', 400],
    ],
    diff: ['parameter-serialized'],
  }),
  parameter('style, simple', path(two, { style: 'simple' }), {
    on,
    at: [...at, 'schema'],
    yes: 'client mock diff',
    client: ['/things/id,id-2'],
    mock: [['GET /things/1,2', 204]],
    diff: ['type-narrowed'],
  }),
  parameter('style, label', path(texts, { style: 'label' }), {
    on,
    at: [...at, 'style'],
    yes: 'client mock diff',
    client: ['/things/.id'],
    mock: [
      ['GET /things/.1,2', 204],
      ['GET /things/1', 400],
    ],
    diff: ['parameter-serialized'],
  }),
  parameter('style, matrix', path(texts, { style: 'matrix' }), {
    on,
    at: [...at, 'style'],
    yes: 'client mock diff',
    client: ['/things/;id='],
    mock: [
      ['GET /things/;id=1,2', 204],
      ['GET /things/1', 400],
    ],
    diff: ['parameter-serialized'],
  }),
  parameter('allowReserved', query(text, { allowReserved: true }), {
    at: [...at, 'allowReserved'],
    yes: 'client diff',
    client: ['allowReserved: true'],
    diff: ['parameter-serialized'],
  }),
  parameter('schema', query({ type: 'integer', minimum: 1 }), {
    at: [...at, 'schema'],
    yes: 'types client mock docs diff',
    types: ['a?: number'],
    client: ["['a', '"],
    docs: ['`number`'],
    mock: [
      ['GET /things?a=0', 400],
      ['GET /things?a=1', 204],
    ],
    diff: ['type-narrowed'],
  }),
  parameter('example', query(text, { example: 'red' }), {
    at: [...at, 'example'],
    yes: 'client docs diff',
    client: ["'red'"],
    docs: ["'red'"],
    diff: ['examples-changed'],
  }),
  parameter('examples', query(text, { examples: { one: { value: 'red' } } }), {
    at: [...at, 'examples'],
    yes: 'client docs diff',
    client: ["'red'"],
    docs: ["'red'"],
    diff: ['examples-changed'],
  }),
  parameter(
    'content',
    { parameters: [{ name: 'a', in: 'query', content: { 'application/json': { schema: point } } }] },
    {
      at,
      yes: 'types client mock docs diff',
      types: ['a?:'],
      client: ['json: true'],
      docs: ['`a`'],
      mock: [
        ['GET /things?a=%7B%22x%22%3A1%7D', 204],
        ['GET /things?a=b', 400],
      ],
      diff: ['parameter-added'],
    },
  ),
  parameter(
    '$ref',
    { parameters: [{ $ref: '#/components/parameters/a' }] },
    {
      rest: { components: { parameters: { a: { name: 'a', in: 'query', schema: text } } } },
      at,
      yes: 'types client mock docs diff',
      types: ['a?: string'],
      client: ["'a'"],
      docs: ['`a`'],
      mock: [['GET /things?a=1', 204]],
      diff: ['parameter-added'],
    },
  ),
  parameter(
    'in, body',
    { parameters: [{ name: 'a', in: 'body', schema: text }] },
    {
      on: 'post /things',
      at: ['parameters', '0'],
      yes: 'types client mock docs diff',
      problems: ['warning parameter-outdated /paths/~1things/post/parameters/0'],
      types: ['body?: string'],
      client: ["kind: 'json'"],
      docs: ['`body`'],
      mock: [['POST /things', 400, { headers: { 'content-type': 'application/json' }, body: '5' }]],
      diff: ['body-added'],
      note: 'As in Swagger 2: it is read as `requestBody`.',
    },
  ),
  parameter(
    'name, of a header that media types define',
    { parameters: [{ name: 'Content-Type', in: 'header', schema: text }] },
    {
      at,
      warns: 'types client mock docs diff',
      problems: ['warning parameter-ignored /paths/~1things/get/parameters/0'],
    },
  ),

  body('content, JSON', takes('application/json', fields({ a: text }, 'a')), {
    ...post,
    yes: 'types client mock docs diff',
    types: ['a: string'],
    client: ["kind: 'json'"],
    docs: ['`a`'],
    mock: [
      ['POST /things', 204, { ...json, body: '{"a":"b"}' }],
      ['POST /things', 400, { ...json, body: '{"a":1}' }],
      ['POST /things', 400],
    ],
    diff: ['required-body-added'],
  }),
  body(
    'content, JSON with a field named like an option',
    takes('application/json', fields({ timeout: text }, 'timeout')),
    {
      ...post,
      yes: 'types client mock docs diff',
      types: ['timeout: string'],
      client: ["optionFields: ['timeout']"],
      docs: ['`timeout`'],
      mock: [['POST /things', 204, { ...json, body: '{"timeout":"b"}' }]],
      diff: ['required-body-added'],
    },
  ),
  body('content, JSON of a vendor', takes('application/vnd.things+json', fields({ a: text }, 'a')), {
    ...post,
    yes: 'types client mock docs diff',
    types: ['a: string'],
    client: ['application/vnd.things+json'],
    docs: ['`a`'],
    mock: [
      ['POST /things', 204, { headers: { 'content-type': 'application/vnd.things+json' }, body: '{"a":"b"}' }],
      ['POST /things', 415, { ...json, body: '{"a":"b"}' }],
    ],
    diff: ['required-body-added'],
  }),
  body('content, text', takes('text/plain', text), {
    ...post,
    yes: 'types client mock docs diff',
    types: ['body: string'],
    client: ["kind: 'text'"],
    docs: ['`body`'],
    mock: [['POST /things', 204, { headers: { 'content-type': 'text/plain' }, body: 'a' }]],
    diff: ['required-body-added'],
  }),
  body('content, bytes', takes('application/octet-stream', { type: 'string', format: 'binary' }), {
    ...post,
    yes: 'types client mock docs diff',
    types: ['body: Upload'],
    client: ["kind: 'binary'"],
    docs: ['`body`'],
    mock: [['POST /things', 204, { headers: { 'content-type': 'application/octet-stream' }, body: 'a' }]],
    diff: ['required-body-added'],
  }),
  body('content, XML', takes('application/xml', fields({ a: text })), {
    ...post,
    warns: 'types',
    yes: 'client mock docs diff',
    types: ['body: string'],
    client: ['application/xml'],
    docs: ['`body`'],
    problems: ['warning media-type-plain /paths/~1things/post/requestBody/content/application~1xml'],
    mock: [['POST /things', 204, { headers: { 'content-type': 'application/xml' }, body: '<a/>' }]],
    diff: ['required-body-added'],
    note: 'A string that the caller writes.',
  }),
  body('content, a form', takes('application/x-www-form-urlencoded', fields({ a: { type: 'integer' } }, 'a')), {
    ...post,
    yes: 'types client mock docs diff',
    types: ['a: number'],
    client: ["kind: 'form'"],
    docs: ['`a`'],
    mock: [
      ['POST /things', 204, { ...form, body: 'a=1' }],
      ['POST /things', 400, { ...form, body: 'a=b' }],
    ],
    diff: ['required-body-added'],
  }),
  body(
    'content, multipart',
    takes('multipart/form-data', fields({ file: { type: 'string', format: 'binary' }, note: text }, 'file')),
    {
      ...post,
      yes: 'types client docs diff',
      types: ['file: Upload'],
      client: ["file: 'file'"],
      docs: ['`file`'],
      diff: ['required-body-added'],
    },
  ),
  ...['application/x-www-form-urlencoded', 'multipart/form-data'].map((mediaType) =>
    body(`content, ${mediaType} of any fields`, takes(mediaType, {}), {
      ...post,
      yes: 'types client docs diff',
      types: ['body: Record<string, unknown>'],
      client: ["argument: 'body', required: true"],
      docs: ['`body`'],
      diff: ['required-body-added'],
    }),
  ),
  ...['multipart/mixed', 'multipart/related'].map((mediaType) =>
    body(`content, ${mediaType}`, takes(mediaType, fields({ a: text })), {
      ...post,
      yes: 'types client docs diff',
      types: ['a?: string'],
      client: [mediaType],
      docs: ['`a`'],
      diff: ['body-added'],
    }),
  ),
  body('content, bytes with an object schema', takes('application/octet-stream', fields({ a: text })), {
    ...post,
    at: ['requestBody', 'content', 'application/octet-stream', 'schema'],
    warns: 'types client mock docs diff',
    problems: ['warning media-type-plain /paths/~1things/post/requestBody/content/application~1octet-stream'],
  }),
  body(
    'content, several types',
    {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: fields({ a: text }) }, 'text/plain': { schema: text } },
      },
    },
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'text/plain'],
      yes: 'types client mock diff',
      types: ['body: string'],
      client: ["kind: 'text'"],
      diff: ['body-alternative-added'],
      mock: [
        ['POST /things', 204, { ...json, body: '{}' }],
        ['POST /things', 204, { headers: { 'content-type': 'text/plain' }, body: 'a' }],
      ],
    },
  ),
  body(
    'description',
    { requestBody: { description: 'What it is.', content: { 'application/json': { schema: texts } } } },
    {
      on: 'post /things',
      at: ['requestBody', 'description'],
      yes: 'types docs diff',
      types: ['What it is.'],
      docs: ['What it is.'],
      diff: ['operation-described'],
    },
  ),
  body('required', takes('application/json', texts), {
    on: 'post /things',
    at: ['requestBody', 'required'],
    yes: 'types client mock docs diff',
    types: ['body: readonly string[]'],
    client: ['required: true'],
    docs: ['Yes'],
    mock: [['POST /things', 400]],
    diff: ['body-became-required'],
  }),
  body('example', takes('application/json', fields({ a: text }), { example: { a: 'red' } }), {
    on: 'post /things',
    at: ['requestBody', 'content', 'application/json', 'example'],
    yes: 'client docs diff',
    client: ["'red'"],
    docs: ["'red'"],
    diff: ['examples-changed'],
  }),
  body(
    'examples',
    takes('application/json', fields({ a: text }), { examples: { one: { summary: 'One', value: { a: 'red' } } } }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'application/json', 'examples'],
      yes: 'client docs diff',
      client: ["'red'"],
      docs: ["'red'"],
      diff: ['examples-changed'],
    },
  ),
  body(
    'examples, invalid',
    takes('application/json', fields({ a: text }), { examples: { one: { value: { a: 1 } } } }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'application/json', 'examples'],
      warns: 'client docs',
      yes: 'diff',
      diff: ['examples-changed'],
      problems: [
        'warning example-repaired /paths/~1things/post/requestBody/content/application~1json/examples/one/value/a',
      ],
    },
  ),
  body(
    'encoding, contentType',
    takes('multipart/form-data', fields({ a: fields({ b: text }) }), {
      encoding: { a: { contentType: 'application/json' } },
    }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'multipart/form-data', 'encoding'],
      yes: 'client diff',
      diff: ['part-serialized'],
      client: ["a: 'json'"],
    },
  ),
  body(
    'encoding, headers',
    takes('multipart/form-data', fields({ a: text }), { encoding: { a: { headers: { 'X-A': { schema: text } } } } }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'multipart/form-data', 'encoding'],
      warns: 'client',
      yes: 'diff',
      diff: ['part-serialized'],
      problems: ['warning part-header-ignored /paths/~1things/post/requestBody/content'],
    },
  ),
  body(
    'encoding, style and explode',
    takes('application/x-www-form-urlencoded', fields({ a: texts }), {
      encoding: { a: { style: 'pipeDelimited', explode: false } },
    }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'application/x-www-form-urlencoded', 'encoding'],
      yes: 'client mock diff',
      client: ['pipeDelimited'],
      mock: [['POST /things', 204, { ...form, body: 'a=1%7C2' }]],
      diff: ['part-serialized'],
    },
  ),
  body(
    'encoding, of required objects with optional fields',
    takes('application/x-www-form-urlencoded', fields({ a: fields({ b: text }), c: { type: 'object' } }, 'a', 'c'), {
      encoding: { a: { style: 'deepObject', explode: true }, c: { style: 'deepObject', explode: true } },
    }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'application/x-www-form-urlencoded', 'encoding'],
      yes: 'client mock diff',
      client: ["['a[b]', 'b']", "['c[key]', 'key']"],
      mock: [['POST /things', 204, { ...form, body: 'a%5Bb%5D=1&c%5Bx%5D=2' }]],
      diff: ['part-serialized'],
    },
  ),
  body(
    'encoding, allowReserved',
    takes('application/x-www-form-urlencoded', fields({ a: text }), { encoding: { a: { allowReserved: true } } }),
    {
      on: 'post /things',
      at: ['requestBody', 'content', 'application/x-www-form-urlencoded', 'encoding'],
      yes: 'client diff',
      client: ['allowReserved'],
      diff: ['part-serialized'],
    },
  ),
  body(
    '$ref',
    { requestBody: { $ref: '#/components/requestBodies/a' } },
    {
      ...post,
      rest: { components: { requestBodies: { a: takes('application/json', fields({ a: text }, 'a')).requestBody } } },
      yes: 'types client mock docs diff',
      types: ['a: string'],
      client: ["kind: 'json'"],
      docs: ['`a`'],
      mock: [['POST /things', 400]],
      diff: ['required-body-added'],
    },
  ),
  body(
    'on GET',
    { requestBody: { content: { 'application/json': { schema: texts } } } },
    {
      at: ['requestBody'],
      warns: 'types client mock docs diff',
      problems: ['warning body-ignored /paths/~1things/get/requestBody'],
      note: 'Browsers and `fetch` send no body with GET and HEAD.',
    },
  ),
];
