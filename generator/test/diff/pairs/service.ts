import { drop, lay, put, rename } from '../edit.js';
import type { Pair } from './pair.js';

const regions = (...values: string[]) =>
  put('servers', [
    { url: 'https://{region}.polls.example.com', variables: { region: { default: 'eu', enum: values } } },
  ]);

/** Security, servers and texts of the whole. */
export const servicePairs: readonly Pair[] = [
  {
    name: 'credentials more for one operation',
    old: [put('paths > /users > put > security', [{ token: [] }])],
    next: [],
    bump: 'major',
    changes: ['breaking security-tightened /paths/~1users/put'],
  },
  {
    name: 'credentials less for one operation',
    next: [put('paths > /users > put > security', [{ token: [] }])],
    bump: 'minor',
    changes: ['compatible security-relaxed /paths/~1users/put'],
  },
  {
    name: 'another way in beside the old one',
    next: [put('paths > /users > put > security', [{ key: [], token: [] }, { token: [] }])],
    bump: 'minor',
    changes: ['compatible security-relaxed /paths/~1users/put'],
  },
  {
    name: 'an operation for everyone',
    next: [put('paths > /users > put > security', [])],
    bump: 'minor',
    changes: ['compatible security-relaxed /paths/~1users/put'],
  },
  {
    name: 'an additional security scheme that no operation requires',
    next: [put('components > securitySchemes > other', { type: 'apiKey', in: 'header', name: 'x-other' })],
    bump: 'major',
    changes: [
      // The only key is the option `apiKey`; several go by their names.
      'breaking credential-renamed /components/securitySchemes/key',
      'compatible credential-added /components/securitySchemes/other',
    ],
  },
  {
    name: 'a second bearer scheme: both take the one token',
    next: [put('components > securitySchemes > other', { type: 'oauth2', flows: {} })],
    bump: 'minor',
    changes: ['compatible credential-added /components/securitySchemes/other'],
  },
  {
    name: 'a security scheme of another name',
    next: [rename('components > securitySchemes > key', 'secret'), put('security', [{ secret: [], token: [] }])],
    bump: 'patch',
    changes: ['compatible service-described /components/securitySchemes/secret'],
  },
  {
    name: 'a key that is sent by another name',
    next: [put('components > securitySchemes > key > name', 'apiKey')],
    bump: 'minor',
    changes: ['warning credential-changed /components/securitySchemes/key'],
  },
  {
    name: 'a security scheme less',
    old: [put('components > securitySchemes > other', { type: 'apiKey', in: 'header', name: 'x-other' })],
    next: [],
    bump: 'major',
    changes: [
      'breaking credential-renamed /components/securitySchemes/key',
      'breaking credential-removed /components/securitySchemes/other',
    ],
  },
  {
    name: 'another address',
    next: [put('servers', [{ url: 'https://eu.polls.example.com' }])],
    bump: 'minor',
    changes: ['warning server-changed /servers'],
  },
  {
    name: 'one of several addresses less',
    old: [put('servers', [{ url: 'https://polls.example.com' }, { url: 'https://eu.polls.example.com' }])],
    next: [],
    bump: 'major',
    changes: [
      'compatible service-described /info',
      'breaking address-removed /servers',
      'breaking address-removed /servers',
    ],
  },
  {
    name: 'a value less of a variable of the address',
    old: [regions('eu', 'us')],
    next: [regions('eu')],
    bump: 'major',
    changes: ['breaking address-removed /servers'],
  },
  {
    name: 'no server URL',
    next: [drop('servers')],
    bump: 'major',
    changes: ['breaking server-removed /servers'],
  },
  {
    name: 'an address of one operation',
    next: [put('paths > /users > put > servers', [{ url: 'https://users.example.com' }])],
    bump: 'minor',
    changes: ['warning server-changed /paths/~1users/put'],
  },
  {
    name: 'another version and other texts',
    next: [lay('info', { version: '1.1.0', description: 'Asks.' })],
    bump: 'patch',
    changes: ['compatible service-described /info'],
  },
  {
    name: 'harmless, additive and breaking at once',
    next: [
      lay('info', { version: '2.0.0' }),
      put('paths > /polls/{poll_id} > delete > deprecated', true),
      rename('paths > /polls > get > parameters', 'x-parameters'),
      put('components > schemas > Poll > properties > color', { type: 'string' }),
      put('components > schemas > User > required > -', 'name'),
    ],
    bump: 'major',
    changes: [
      'compatible service-described /info',
      'breaking parameter-removed /paths/~1polls/get/parameters/0',
      'breaking parameter-removed /paths/~1polls/get/parameters/1',
      'breaking parameter-removed /paths/~1polls/get/parameters/2',
      'warning operation-deprecated /paths/~1polls~1{poll_id}/delete',
      'compatible property-added /components/schemas/Poll/properties/color',
      'breaking property-became-required /components/schemas/User/properties/name',
    ],
  },
];
