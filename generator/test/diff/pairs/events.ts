import type { Json, JsonObject } from '../../../src/schema/index.js';
import { drop, put } from '../edit.js';
import { content, json } from '../service.js';
import type { Pair } from './pair.js';

const polls = '/paths/~1polls';
const user = '/paths/~1users/put';
const text = { type: 'string' };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

const headers = (found: Json) => put('paths > /users > put > responses > 200 > headers', found);
const event = (payload: JsonObject, answer: JsonObject = {}): JsonObject => ({
  post: { requestBody: content(payload), responses: { 200: json(answer) } },
});
const webhooks = (found: JsonObject) => put('webhooks', found);
const callback = (payload: JsonObject, url = '{$request.body#/id}') =>
  put('paths > /users > put > callbacks', { onDone: { [url]: event(payload) } });
const signature = { name: 'X-Signature', in: 'header', schema: text };
const failure = (schema: JsonObject) => put('paths > /users > put > responses > 409', json(schema));
const login = put('components > securitySchemes > token', { type: 'oauth2', flows: {} });
const flowAt = (tokenUrl: string) =>
  put('components > securitySchemes > token', {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl, scopes: {} } },
  });
const scopes = (...names: string[]) => put('paths > /users > put > security', [{ token: names }]);
const bodyOf = (properties: JsonObject, required: string[] = []) =>
  put('paths > /users > put > requestBody', content({ ...object(properties), required }));
const form = (encoding: JsonObject) =>
  put('paths > /users > put > requestBody', {
    content: {
      'application/x-www-form-urlencoded': { schema: object({ tags: { type: 'array', items: text } }), encoding },
    },
  });
const [id, name] = [object({ id: text }), object({ name: text })];
const file = { type: 'string', format: 'binary' };
const choice = (types: Readonly<Record<string, JsonObject>>) =>
  put('paths > /users > put > requestBody', {
    required: true,
    content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
  });
const nested = choice({
  'application/json': id,
  'multipart/form-data': object({ one: { $ref: '#/components/schemas/Nested' } }),
});
const replies = (type: string) =>
  put('paths > /users > put > responses > 200', { description: 'Fine.', content: { [type]: { schema: text } } });
const payload = '/webhooks/pollClosed/post/requestBody/content/application~1json/schema';

/** What is neither an argument nor a result of a call. */
export const eventPairs: readonly Pair[] = [
  {
    name: 'a header more in a reply',
    old: [headers({})],
    next: [headers({ 'X-Next': { schema: text } })],
    bump: 'minor',
    changes: [`compatible reply-header-added ${user}/responses/200`],
  },
  {
    name: 'a header less in a reply',
    old: [headers({ 'X-Next': { schema: text } })],
    next: [headers({})],
    bump: 'major',
    changes: [`breaking reply-header-removed ${user}`],
  },
  {
    name: 'a header that may be missing, spelled otherwise',
    old: [headers({ 'X-Next': { required: true, schema: text } })],
    next: [headers({ 'x-next': { schema: text } })],
    bump: 'major',
    changes: [
      `breaking reply-header-renamed ${user}/responses/200`,
      `breaking reply-header-became-optional ${user}/responses/200`,
    ],
  },
  {
    name: 'a header of other values',
    old: [headers({ 'X-Next': { schema: text } })],
    next: [headers({ 'X-Next': { schema: { type: 'integer' } } })],
    bump: 'major',
    changes: [`breaking type-changed ${user}/responses/200`],
  },
  {
    name: 'a header less in an error',
    old: [put('paths > /users > put > responses > 409', { ...json({}), headers: { 'Retry-After': { schema: text } } })],
    next: [put('paths > /users > put > responses > 409', json({}))],
    bump: 'patch',
    changes: [`warning error-header-removed ${user}/responses/409`],
  },
  {
    name: 'tokens from another address',
    old: [flowAt('https://a.example.com')],
    next: [flowAt('https://b.example.com')],
    bump: 'minor',
    changes: ['warning credential-changed /components/securitySchemes/token'],
  },
  {
    name: 'another scope',
    old: [login, scopes('read')],
    next: [login, scopes('admin')],
    bump: 'major',
    changes: [`breaking security-tightened ${user}`],
  },
  {
    name: 'a scope less',
    old: [login, scopes('read', 'admin')],
    next: [login, scopes('read')],
    bump: 'minor',
    changes: [`compatible security-relaxed ${user}`],
  },
  {
    name: 'a field less in the body of an error',
    old: [failure(object({ why: text, code: text }))],
    next: [failure(object({ code: text }))],
    bump: 'major',
    changes: [`breaking property-removed ${user}/responses/409/content/application~1json/schema/properties/why`],
  },
  {
    name: 'a field more in the body of an error',
    old: [failure(object({ code: text }))],
    next: [failure(object({ why: text, code: text }))],
    bump: 'minor',
    changes: [`compatible property-added ${user}/responses/409/content/application~1json/schema/properties/why`],
  },
  {
    name: 'a field less in a type that only errors have',
    old: [
      failure({ $ref: '#/components/schemas/Failure' }),
      put('components > schemas > Failure', object({ why: text, code: text })),
    ],
    next: [
      failure({ $ref: '#/components/schemas/Failure' }),
      put('components > schemas > Failure', object({ code: text })),
    ],
    bump: 'major',
    changes: ['breaking property-removed /components/schemas/Failure/properties/why'],
  },
  {
    name: 'a webhook more',
    next: [webhooks({ pollClosed: event(object({ id: text })) })],
    bump: 'minor',
    changes: ['compatible webhook-added /webhooks/pollClosed/post'],
  },
  {
    name: 'a webhook less',
    old: [webhooks({ pollClosed: event(object({ id: text })) })],
    next: [],
    bump: 'major',
    changes: ['breaking webhook-removed /webhooks/pollClosed/post'],
  },
  {
    name: 'a field less in the payload of a webhook',
    old: [webhooks({ pollClosed: event(object({ id: text, at: text })) })],
    next: [webhooks({ pollClosed: event(object({ id: text })) })],
    bump: 'major',
    changes: [`breaking property-removed ${payload}/properties/at`],
  },
  {
    name: 'a field more in the payload of a webhook',
    old: [webhooks({ pollClosed: event(object({ id: text })) })],
    next: [webhooks({ pollClosed: event(object({ id: text, at: text })) })],
    bump: 'minor',
    changes: [`compatible property-added ${payload}/properties/at`],
  },
  {
    name: 'a value more in the payload of a webhook',
    old: [webhooks({ pollClosed: event(object({ kind: { ...text, enum: ['a', 'b'] } })) })],
    next: [webhooks({ pollClosed: event(object({ kind: { ...text, enum: ['a', 'b', 'c'] } })) })],
    bump: 'minor',
    changes: [`warning enum-value-added ${payload}/properties/kind`],
  },
  {
    name: 'a field that the response to a webhook must have',
    old: [webhooks({ pollClosed: event({}, object({ ok: text })) })],
    next: [webhooks({ pollClosed: event({}, { ...object({ ok: text }), required: ['ok'] }) })],
    bump: 'major',
    changes: [
      'breaking property-became-required /webhooks/pollClosed/post/responses/200/content/application~1json/schema/properties/ok',
    ],
  },
  {
    name: 'a webhook in another format',
    old: [webhooks({ pollClosed: event(object({ id: text })) })],
    next: [
      webhooks({
        pollClosed: {
          post: { requestBody: { content: { 'text/plain': { schema: text } } }, responses: { 200: json({}) } },
        },
      }),
    ],
    bump: 'patch',
    changes: ['warning event-content-changed /webhooks/pollClosed/post/requestBody/content/text~1plain/schema'],
  },
  {
    name: 'a callback more',
    next: [callback(object({ id: text }))],
    bump: 'minor',
    changes: [`compatible callback-added ${user}/callbacks/onDone/{$request.body#~1id}/post`],
  },
  {
    name: 'a callback less',
    old: [callback(object({ id: text }))],
    next: [],
    bump: 'major',
    changes: [`breaking callback-removed ${user}/callbacks/onDone/{$request.body#~1id}/post`],
  },
  {
    name: 'a callback to another URL',
    old: [callback(object({ id: text }))],
    next: [callback(object({ id: text }), '{$request.body#/url}')],
    bump: 'patch',
    changes: [`warning event-content-changed ${user}/callbacks/onDone/{$request.body#~1url}/post`],
  },
  {
    name: 'a header less of a webhook',
    old: [webhooks({ pollClosed: { ...event(object({ id: text })), parameters: [signature] } })],
    next: [webhooks({ pollClosed: event(object({ id: text })) })],
    bump: 'patch',
    changes: ['warning event-content-changed /webhooks/pollClosed/post'],
  },
  {
    name: 'a field that a type of responses to webhooks must have',
    old: [
      webhooks({ pollClosed: event({}, { $ref: '#/components/schemas/Answer' }) }),
      put('components > schemas > Answer', object({ ok: text })),
    ],
    next: [
      webhooks({ pollClosed: event({}, { $ref: '#/components/schemas/Answer' }) }),
      put('components > schemas > Answer', { ...object({ ok: text }), required: ['ok'] }),
    ],
    bump: 'major',
    changes: ['breaking property-became-required /components/schemas/Answer/properties/ok'],
  },
  {
    name: 'a payload that is now a named type',
    old: [
      webhooks({ pollClosed: event(object({ id: text })) }),
      put('components > schemas > Id', object({ id: text })),
    ],
    next: [
      webhooks({ pollClosed: event({ $ref: '#/components/schemas/Id' }) }),
      put('components > schemas > Id', object({ id: text })),
    ],
    bump: 'major',
    changes: ['breaking type-removed /webhooks/pollClosed/post'],
  },
  {
    name: 'a parameter of a similar name',
    next: [put('paths > /polls > get > parameters > 2 > name', 'team_id')],
    bump: 'major',
    changes: [`breaking parameter-renamed ${polls}/get/parameters/2`],
  },
  {
    name: 'a parameter of a wholly other name',
    next: [put('paths > /polls > get > parameters > 2 > name', 'color')],
    bump: 'major',
    changes: [
      `breaking parameter-removed ${polls}/get/parameters/2`,
      `breaking required-parameter-added ${polls}/get/parameters/2`,
    ],
  },
  {
    name: 'an argument moved from the query to the body',
    old: [
      put('paths > /users > put > parameters', [{ name: 'dry_run', in: 'query', schema: text }]),
      bodyOf({ note: text }),
    ],
    next: [bodyOf({ note: text, dry_run: text })],
    bump: 'patch',
    changes: [`warning parameter-moved ${user}/requestBody`],
  },
  {
    name: 'an argument moved from the body to the query',
    old: [bodyOf({ note: text, dry_run: text })],
    next: [
      put('paths > /users > put > parameters', [{ name: 'dry_run', in: 'query', schema: text }]),
      bodyOf({ note: text }),
    ],
    bump: 'patch',
    changes: [`warning parameter-moved ${user}/parameters/0`],
  },
  {
    name: 'an argument moved from the query to the body, and required there',
    old: [
      put('paths > /users > put > parameters', [{ name: 'dry_run', in: 'query', schema: text }]),
      bodyOf({ note: text }),
    ],
    next: [bodyOf({ note: text, dry_run: { type: 'boolean' } }, ['dry_run'])],
    bump: 'major',
    changes: [
      `warning parameter-moved ${user}/requestBody`,
      `breaking parameter-became-required ${user}/requestBody`,
      `breaking type-changed ${user}/requestBody/schema`,
    ],
  },
  {
    name: 'a body whose only field is moved to the query',
    old: [bodyOf({ dry_run: text })],
    next: [
      put('paths > /users > put > parameters', [{ name: 'dry_run', in: 'query', schema: text }]),
      drop('paths > /users > put > requestBody'),
    ],
    bump: 'patch',
    changes: [`warning parameter-moved ${user}/parameters/0`],
  },
  {
    name: 'a body more to choose from',
    old: [choice({ 'application/json': id })],
    next: [choice({ 'application/json': id, 'multipart/form-data': name })],
    bump: 'minor',
    changes: [`compatible body-alternative-added ${user}/requestBody`],
  },
  {
    name: 'a body less to choose from',
    old: [choice({ 'application/json': id, 'multipart/form-data': name })],
    next: [choice({ 'application/json': id })],
    bump: 'major',
    changes: [`breaking body-alternative-removed ${user}/requestBody`],
  },
  {
    name: 'a field less in the other body',
    old: [choice({ 'application/json': id, 'multipart/form-data': object({ name: text, nick: text }) })],
    next: [choice({ 'application/json': id, 'multipart/form-data': name })],
    bump: 'major',
    changes: [`breaking property-removed ${user}/requestBody/content/multipart~1form-data/schema/properties/nick`],
  },
  {
    name: 'a field more that is required in a type of the other body',
    old: [nested, put('components > schemas > Nested', object({ nick: text }))],
    next: [nested, put('components > schemas > Nested', { ...object({ nick: text }), required: ['nick'] })],
    bump: 'major',
    changes: ['breaking property-became-required /components/schemas/Nested/properties/nick'],
  },
  {
    name: 'the same body in one more format',
    old: [choice({ 'application/json': id })],
    next: [choice({ 'application/json': id, 'application/x-www-form-urlencoded': id })],
    bump: 'none',
    changes: [],
  },
  {
    name: 'files of a type less',
    old: [choice({ 'image/png': file, 'image/jpeg': file })],
    next: [choice({ 'image/png': file })],
    bump: 'major',
    changes: [`breaking body-media-type-removed ${user}/requestBody`],
  },
  {
    name: 'a body of optional fields that becomes required',
    old: [put('paths > /users > put > requestBody', content(id))],
    next: [put('paths > /users > put > requestBody', { ...content(id), required: true })],
    bump: 'patch',
    changes: [`warning body-always-sent ${user}/requestBody`],
  },
  {
    name: 'a reply in another format of the same type',
    old: [replies('text/plain')],
    next: [replies('text/csv')],
    bump: 'patch',
    changes: [`warning reply-media-type-changed ${user}/responses/200`],
  },
  {
    name: 'a part of a form that is now written in another way',
    old: [form({})],
    next: [form({ tags: { explode: false } })],
    bump: 'patch',
    changes: [`warning part-serialized ${user}/requestBody`],
  },
];
