import type { Json, JsonObject } from '../../src/schema/index.js';
import { content, json } from './service.js';

/** The query and body of a request that a version accepts. */
type Sent = readonly [query: string, body?: Json];

/** One change of an operation, and requests for the old version. */
export interface OperationChange {
  readonly name: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
  readonly sent: readonly Sent[];
}

const text = { type: 'string' };
const whole = { type: 'integer' };
const done = { responses: { 204: { description: 'Done.' } } };
const query = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  schema,
  ...more,
});
const taking = (...parameters: readonly JsonObject[]): JsonObject => ({ parameters, ...done });
const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const sending = (schema: JsonObject, required = true): JsonObject => ({
  requestBody: { required, ...content(schema) },
  ...done,
});
const media = (types: JsonObject): JsonObject => ({ requestBody: { required: true, content: types }, ...done });
const both: JsonObject = { 'application/json': { schema: object({ a: text }, ['a']) } };
const replying = (responses: JsonObject): JsonObject => ({ responses });
const withHeaders = (headers: JsonObject): JsonObject => replying({ 200: { ...json(object({ id: text })), headers } });
const failing = (schema: JsonObject): JsonObject => replying({ 200: json(object({ id: text })), 409: json(schema) });

/** The requests that the old and the new version accept come last: the change is tested in both directions. */
const PAIRS: readonly (readonly [string, JsonObject, JsonObject, (readonly Sent[])?, (readonly Sent[])?])[] = [
  ['an optional parameter', taking(), taking(query('limit', whole)), [['']], []],
  ['a required parameter', taking(), taking(query('limit', whole, { required: true })), [], []],
  [
    'a parameter that is required',
    taking(query('a', text)),
    taking(query('a', text, { required: true })),
    [],
    [['?a=1']],
  ],
  [
    'the maximum of a parameter',
    taking(query('limit', { ...whole, maximum: 100 })),
    taking(query('limit', { ...whole, maximum: 10 })),
    [['?limit=5'], ['?limit=50']],
    [['?limit=5']],
  ],
  [
    'the exclusive minimum of a parameter',
    taking(query('limit', { ...whole, minimum: 1 })),
    taking(query('limit', { ...whole, exclusiveMinimum: 1 })),
    [['?limit=1'], ['?limit=2']],
    [['?limit=2']],
  ],
  [
    'a value of a parameter',
    taking(query('sort', { ...text, enum: ['up', 'down'] })),
    taking(query('sort', { ...text, enum: ['up', 'down', 'random'] })),
    [['?sort=up'], ['?sort=down']],
    [],
  ],
  [
    'the items of a parameter',
    taking(query('ids', { type: 'array', items: text })),
    taking(query('ids', { type: 'array', items: text, maxItems: 1 })),
    [['?ids=a&ids=b']],
    [['?ids=a']],
  ],
  ['the type of a parameter', taking(query('a', text)), taking(query('a', whole)), [], []],
  [
    'the format of a parameter',
    taking(query('a', text)),
    taking(query('a', { ...text, format: 'uuid' })),
    [['?a=b']],
    [],
  ],
  [
    'the default of a parameter',
    taking(query('a', text)),
    taking(query('a', { ...text, default: 'b' })),
    [['?a=c'], ['']],
    [],
  ],
  ['the name of a parameter', taking(query('page_size', whole)), taking(query('page_sizes', whole)), [], []],
  ['the place of a parameter', taking(query('a', text)), taking({ ...query('a', text), in: 'header' }), [], []],
  [
    'a parameter that is deprecated',
    taking(query('a', text)),
    taking(query('a', text, { deprecated: true })),
    [['?a=b']],
    [],
  ],
  [
    'the style of a parameter',
    taking(query('ids', { type: 'array', items: text })),
    taking(query('ids', { type: 'array', items: text }, { explode: false })),
    [],
    [],
  ],
  [
    'a parameter that is a field of the body',
    { ...sending(object({ a: text })), parameters: [query('dry_run', text)] },
    sending(object({ a: text, dry_run: text })),
    [],
    [],
  ],
  [
    'a body of optional fields that is required',
    sending(object({ a: text }), false),
    sending(object({ a: text })),
    [['', {}]],
    [['', {}]],
  ],
  ['optional fields', done, sending(object({ a: text }), false), [['']], []],
  ['required fields', done, sending(object({ a: text }, ['a'])), [], []],
  [
    'a body that is required',
    sending({ type: 'array', items: text }, false),
    sending({ type: 'array', items: text }),
    [],
    [],
  ],
  ['a body that is a list', sending(object({ a: text })), sending({ type: 'array', items: text }), [], []],
  [
    'a body with a maximum number of items',
    sending({ type: 'array', items: text }),
    sending({ type: 'array', items: text, maxItems: 1 }),
    [['', ['a', 'b']]],
    [['', ['a']]],
  ],
  [
    'a form',
    sending(object({ a: text })),
    media({ 'application/x-www-form-urlencoded': { schema: object({ a: text }) } }),
    [],
    [],
  ],
  [
    'another body as a choice',
    sending(object({ a: text }, ['a'])),
    media({ ...both, 'multipart/form-data': { schema: object({ b: text }, ['b']) } }),
    [['', { a: 'b' }]],
    [['', { a: 'b' }]],
  ],
  [
    'a field of another body',
    media({ ...both, 'multipart/form-data': { schema: object({ b: text }, ['b']) } }),
    media({ ...both, 'multipart/form-data': { schema: object({ b: whole }, ['b']) } }),
    [],
    [],
  ],
  ['a result', done, replying({ 200: json(object({ id: text })) }), [['']], [['']]],
  [
    'a list as the result',
    replying({ 200: json(object({ id: text })) }),
    replying({ 200: json({ type: 'array' }) }),
    [],
    [],
  ],
  [
    'a second result of another type',
    replying({ 200: json(object({ id: text })) }),
    replying({ 200: json(object({ id: text })), 202: json(object({ task: text }, ['task'])) }),
    [],
    [],
  ],
  [
    'a second result of the same type',
    replying({ 200: json(object({ id: text })) }),
    replying({ 200: json(object({ id: text })), 201: json(object({ id: text })) }),
    [],
    [],
  ],
  [
    'another status',
    replying({ 200: json(object({ id: text })) }),
    replying({ 201: json(object({ id: text })) }),
    [],
    [],
  ],
  ['a header of the result', withHeaders({}), withHeaders({ 'X-Next': { schema: text } }), [], []],
  [
    'a header that is always there',
    withHeaders({ 'X-Next': { schema: text } }),
    withHeaders({ 'X-Next': { required: true, schema: text } }),
    [],
    [],
  ],
  [
    'the type of a header',
    withHeaders({ 'X-Next': { schema: text } }),
    withHeaders({ 'X-Next': { schema: whole } }),
    [],
    [],
  ],
  ['an error', replying({ 200: json(object({ id: text })) }), failing(object({ code: text })), [], []],
  ['a field of an error', failing(object({ code: text })), failing(object({ code: text, reason: text })), [], []],
  ['the type of a field of an error', failing(object({ code: text })), failing(object({ code: whole })), [], []],
  ['an operation that is deprecated', done, { ...done, deprecated: true }, [['']], [['']]],
];

export const CHANGES: readonly OperationChange[] = PAIRS.flatMap(([name, old, next, before = [], after = []]) => [
  { name, old, next, sent: before },
  { name: `${name}, reversed`, old: next, next: old, sent: after },
]);
