import { drop, lay, put, rename } from '../edit.js';
import { json } from '../service.js';
import type { Pair } from './pair.js';

const polls = '/paths/~1polls';
const byId = '/paths/~1polls~1{poll_id}';

/** Operations, parameters and bodies. */
export const operationPairs: readonly Pair[] = [
  {
    name: 'an operation more',
    next: [put('paths > /users > get', { operationId: 'listUsers', tags: ['Users'], responses: { 200: json(true) } })],
    bump: 'minor',
    changes: ['compatible operation-added /paths/~1users/get'],
  },
  {
    name: 'an operation less',
    next: [drop('paths > /polls/{poll_id} > delete')],
    bump: 'major',
    changes: [`breaking operation-removed ${byId}/delete`],
  },
  {
    name: 'another operation id',
    next: [put('paths > /polls > get > operationId', 'queryPolls')],
    bump: 'major',
    changes: [`breaking operation-renamed ${polls}/get`],
  },
  {
    name: 'an operation id with the same method name',
    next: [put('paths > /polls > get > operationId', 'ListPolls')],
    bump: 'none',
    changes: [],
  },
  {
    name: 'another path',
    next: [rename('paths > /users', '/v2/users')],
    bump: 'minor',
    changes: ['warning operation-moved /paths/~1v2~1users/put'],
  },
  {
    name: 'another method of HTTP',
    next: [rename('paths > /users > put', 'post')],
    bump: 'minor',
    changes: ['warning operation-moved /paths/~1users/post'],
  },
  {
    name: 'another id and another path',
    next: [rename('paths > /users', '/people'), put('paths > /people > put > operationId', 'updatePerson')],
    bump: 'major',
    changes: ['compatible operation-added /paths/~1people/put', 'breaking operation-removed /paths/~1users/put'],
  },
  {
    name: 'two operations that swap their paths',
    next: [
      put('paths > /polls > get > operationId', 'createPoll'),
      put('paths > /polls > post > operationId', 'listPolls'),
      drop('paths > /polls > get > parameters'),
      drop('paths > /polls > post > requestBody'),
    ],
    bump: 'major',
    changes: [
      `warning operation-moved ${polls}/get`,
      `compatible operation-described ${polls}/get`,
      `breaking body-removed ${polls}/post/requestBody`,
      `compatible reply-status-changed ${polls}/get/responses/200`,
      `breaking type-changed ${polls}/get/responses/200/content/application~1json/schema`,
      `warning operation-moved ${polls}/post`,
      `compatible operation-described ${polls}/post`,
      ...[0, 1, 2].map((index) => `breaking parameter-removed ${polls}/get/parameters/${index}`),
      `compatible reply-status-changed ${polls}/post/responses/201`,
      `breaking type-changed ${polls}/post/responses/201/content/application~1json/schema`,
    ],
  },
  {
    name: 'an operation that becomes deprecated',
    next: [put('paths > /users > put > deprecated', true)],
    bump: 'minor',
    changes: ['warning operation-deprecated /paths/~1users/put'],
  },
  {
    name: 'an operation that is no longer deprecated',
    old: [put('paths > /users > put > deprecated', true)],
    next: [],
    bump: 'patch',
    changes: ['compatible operation-restored /paths/~1users/put'],
  },
  {
    name: 'another tag',
    next: [put('paths > /users > put > tags', ['Polls'])],
    bump: 'patch',
    changes: ['compatible operation-tagged /paths/~1users/put'],
  },
  {
    name: 'other texts of an operation',
    next: [put('paths > /polls > get > summary', 'All the polls.')],
    bump: 'patch',
    changes: [`compatible operation-described ${polls}/get`],
  },
  {
    name: 'an optional parameter more',
    next: [put('paths > /polls > get > parameters > -', { name: 'page', in: 'query', schema: { type: 'integer' } })],
    bump: 'minor',
    changes: [`compatible parameter-added ${polls}/get/parameters/3`],
  },
  {
    name: 'a required parameter more',
    next: [
      put('paths > /polls > get > parameters > -', {
        name: 'app',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      }),
    ],
    bump: 'major',
    changes: [`breaking required-parameter-added ${polls}/get/parameters/3`],
  },
  {
    name: 'a parameter less',
    next: [drop('paths > /polls > get > parameters > 1')],
    bump: 'major',
    changes: [`breaking parameter-removed ${polls}/get/parameters/1`],
  },
  {
    name: 'a path parameter of another name',
    next: [
      rename('paths > /polls/{poll_id}', '/polls/{id}'),
      put('paths > /polls/{id} > get > parameters > 0 > name', 'id'),
      put('paths > /polls/{id} > delete > parameters > 0 > name', 'id'),
    ],
    bump: 'major',
    changes: [
      'breaking parameter-renamed /paths/~1polls~1{id}/get/parameters/0',
      'breaking parameter-renamed /paths/~1polls~1{id}/delete/parameters/0',
    ],
  },
  {
    name: 'an optional parameter that becomes required',
    next: [put('paths > /polls > get > parameters > 0 > required', true)],
    bump: 'major',
    changes: [`breaking parameter-became-required ${polls}/get/parameters/0`],
  },
  {
    name: 'a required parameter that becomes optional',
    next: [drop('paths > /polls > get > parameters > 2 > required')],
    bump: 'minor',
    changes: [`compatible parameter-became-optional ${polls}/get/parameters/2`],
  },
  {
    name: 'a parameter moved to the headers',
    next: [put('paths > /polls > get > parameters > 2 > in', 'header')],
    bump: 'patch',
    changes: [`warning parameter-moved ${polls}/get/parameters/2`],
  },
  {
    name: 'a list that is now written in another style',
    old: [lay('paths > /polls > get > parameters > 2', { schema: { type: 'array', items: { type: 'string' } } })],
    next: [
      lay('paths > /polls > get > parameters > 2', {
        schema: { type: 'array', items: { type: 'string' } },
        explode: false,
      }),
    ],
    bump: 'patch',
    changes: [`warning parameter-serialized ${polls}/get/parameters/2`],
  },
  {
    name: 'parameters in another order',
    next: [
      put('paths > /polls > get > parameters > 0', {
        name: 'order',
        in: 'query',
        schema: { type: 'string', enum: ['asc', 'desc'] },
      }),
      put('paths > /polls > get > parameters > 1', {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', maximum: 100, default: 25 },
      }),
    ],
    bump: 'none',
    changes: [],
  },
  {
    name: 'a parameter that becomes deprecated',
    next: [put('paths > /polls > get > parameters > 1 > deprecated', true)],
    bump: 'minor',
    changes: [`warning property-deprecated ${polls}/get/parameters/1`],
  },
  {
    name: 'a smaller bound of a parameter',
    next: [put('paths > /polls > get > parameters > 0 > schema > maximum', 50)],
    bump: 'major',
    changes: [`breaking bound-narrowed ${polls}/get/parameters/0/schema`],
  },
  {
    name: 'a larger bound of a parameter',
    next: [put('paths > /polls > get > parameters > 0 > schema > maximum', 300)],
    bump: 'patch',
    changes: [`compatible bound-widened ${polls}/get/parameters/0/schema`],
  },
  {
    name: 'another default of a parameter',
    next: [put('paths > /polls > get > parameters > 0 > schema > default', 10)],
    bump: 'patch',
    changes: [`warning default-changed ${polls}/get/parameters/0/schema`],
  },
  {
    name: 'a parameter of another type',
    next: [put('paths > /polls > get > parameters > 2 > schema', { type: 'integer' })],
    bump: 'major',
    changes: [`breaking type-changed ${polls}/get/parameters/2/schema`],
  },
  {
    name: 'a value more of a parameter',
    next: [put('paths > /polls > get > parameters > 1 > schema > enum > -', 'none')],
    bump: 'minor',
    changes: [`compatible enum-value-added ${polls}/get/parameters/1/schema`],
  },
  {
    name: 'a value less of a parameter',
    next: [drop('paths > /polls > get > parameters > 1 > schema > enum > 1')],
    bump: 'major',
    changes: [`breaking enum-value-removed ${polls}/get/parameters/1/schema`],
  },
  {
    name: 'a body that was added and need not be given',
    next: [
      put('paths > /polls/{poll_id} > delete > requestBody', {
        content: { 'application/json': { schema: { type: 'object', properties: { hard: { type: 'boolean' } } } } },
      }),
    ],
    bump: 'minor',
    changes: [`compatible body-added ${byId}/delete/requestBody`],
  },
  {
    name: 'a body that was added and is required',
    next: [
      put('paths > /polls/{poll_id} > delete > requestBody', {
        required: true,
        content: {
          'application/json': {
            schema: { type: 'object', required: ['why'], properties: { why: { type: 'string' } } },
          },
        },
      }),
    ],
    bump: 'major',
    changes: [`breaking required-body-added ${byId}/delete/requestBody`],
  },
  {
    name: 'the only body with a file',
    old: [put('paths > /users > put > requestBody > content', { 'image/png': { schema: {} } })],
    next: [drop('paths > /users > put > requestBody')],
    bump: 'major',
    changes: ['breaking body-removed /paths/~1users/put/requestBody', 'breaking type-removed '],
  },
  {
    name: 'a body less',
    next: [drop('paths > /users > put > requestBody')],
    bump: 'major',
    changes: ['breaking body-removed /paths/~1users/put/requestBody', 'breaking type-removed /components/schemas/User'],
  },
  {
    name: 'a body that becomes one argument',
    next: [
      put('paths > /users > put > requestBody > content', {
        'application/json': { schema: { type: 'array', items: { type: 'string' } } },
      }),
    ],
    bump: 'major',
    changes: [
      'breaking body-argument-changed /paths/~1users/put/requestBody',
      'breaking type-removed /components/schemas/User',
    ],
  },
  {
    name: 'a list as the body that becomes required',
    old: [
      put('paths > /users > put > requestBody', {
        content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
      }),
    ],
    next: [
      put('paths > /users > put > requestBody', {
        required: true,
        content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
      }),
    ],
    bump: 'major',
    changes: ['breaking body-became-required /paths/~1users/put/requestBody'],
  },
  {
    name: 'a list as the body that need no longer be given',
    old: [
      put('paths > /users > put > requestBody', {
        required: true,
        content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
      }),
    ],
    next: [
      put('paths > /users > put > requestBody', {
        content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
      }),
    ],
    bump: 'minor',
    changes: ['compatible body-became-optional /paths/~1users/put/requestBody'],
  },
  {
    name: 'a form instead of JSON',
    next: [
      rename('paths > /users > put > requestBody > content > application/json', 'application/x-www-form-urlencoded'),
    ],
    bump: 'patch',
    changes: ['warning body-media-type-changed /paths/~1users/put/requestBody'],
  },
  {
    name: 'other examples of a body',
    old: [put('paths > /users > put > requestBody > content > application/json > example', { id: 'jane' })],
    next: [put('paths > /users > put > requestBody > content > application/json > example', { id: 'john' })],
    bump: 'patch',
    changes: ['compatible examples-changed /paths/~1users/put'],
  },
  {
    name: 'another status of the reply',
    next: [rename('paths > /polls > post > responses > 201', '200')],
    bump: 'patch',
    changes: [`compatible reply-status-changed ${polls}/post/responses/200`],
  },
  {
    name: 'a second reply',
    next: [
      put('paths > /polls > post > responses > 200', json({ type: 'object', properties: { id: { type: 'string' } } })),
    ],
    bump: 'major',
    changes: [`breaking reply-added ${polls}/post/responses/200`],
  },
  {
    name: 'a second status with the same reply',
    next: [put('paths > /polls > post > responses > 202', json({ $ref: '#/components/schemas/Poll' }))],
    bump: 'minor',
    changes: [`compatible reply-fitting ${polls}/post/responses/202`],
  },
  {
    name: 'one of two replies less',
    old: [
      put('paths > /polls > post > responses > 200', json({ type: 'object', properties: { id: { type: 'string' } } })),
    ],
    next: [],
    bump: 'major',
    changes: [`warning reply-narrowed ${polls}/post/responses/200`, `breaking type-removed ${polls}/post`],
  },
  {
    name: 'a response of a similar type',
    old: [
      put('components > schemas > Card', {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string', maxLength: 255 } },
      }),
      put('paths > /polls > post > responses', { 201: json({ $ref: '#/components/schemas/Card' }) }),
    ],
    next: [
      put('components > schemas > Card', {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string', maxLength: 255 } },
      }),
      put('paths > /polls > post > responses', { 201: json({ $ref: '#/components/schemas/User' }) }),
    ],
    bump: 'major',
    changes: [
      `breaking property-became-optional ${polls}/post/responses/201/content/application~1json/schema/properties/name`,
      `compatible bound-widened ${polls}/post/responses/201/content/application~1json/schema/properties/name`,
      `compatible property-added ${polls}/post/responses/201/content/application~1json/schema/properties/role`,
    ],
  },
  {
    name: 'a reply of another kind',
    next: [
      put('paths > /polls/{poll_id} > delete > responses', {
        200: json({ type: 'object', properties: { ok: { type: 'boolean' } } }),
      }),
    ],
    bump: 'major',
    changes: [
      `compatible reply-status-changed ${byId}/delete/responses/200`,
      `breaking reply-kind-changed ${byId}/delete/responses/200`,
    ],
  },
  {
    name: 'an error more',
    next: [put('paths > /polls/{poll_id} > get > responses > 409', json({ type: 'object' }))],
    bump: 'patch',
    changes: [`compatible error-replies-changed ${byId}/get/responses/409`],
  },
  {
    name: 'no success response',
    next: [put('paths > /polls > post > responses', { 404: { description: 'None.' } })],
    bump: 'major',
    changes: [
      `breaking reply-removed ${polls}/post/responses/201`,
      `compatible error-replies-changed ${polls}/post/responses/404`,
    ],
  },
  {
    name: 'other error replies',
    next: [drop('paths > /polls/{poll_id} > get > responses > 404')],
    bump: 'major',
    changes: [`breaking error-reply-removed ${byId}/get/responses/404`],
  },
];
