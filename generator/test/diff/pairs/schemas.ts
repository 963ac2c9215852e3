import { drop, lay, put, rename, renameSchema } from '../edit.js';
import type { Pair } from './pair.js';

const request = '/components/schemas/PollRequest';
const reply = '/components/schemas/Poll';
const both = '/components/schemas/User';
const sent = 'components > schemas > PollRequest';
const received = 'components > schemas > Poll';
const shared = 'components > schemas > User';
const unusedEnum = put('components > schemas > Unused > properties > kind', { type: 'string', enum: ['a', 'b'] });
/** Responses open the enum in it, so that requests need a type without that. */
const draft = put(`${received} > properties > draft`, { $ref: '#/components/schemas/PollRequest' });

/** Named schemas: `PollRequest` is sent, `Poll` is received, `User` is both. */
export const schemaPairs: readonly Pair[] = [
  {
    name: 'a field more that is sent',
    next: [put(`${sent} > properties > color`, { type: 'string' })],
    bump: 'minor',
    changes: [`compatible property-added ${request}/properties/color`],
  },
  {
    name: 'a required field more that is sent',
    next: [put(`${sent} > properties > color`, { type: 'string' }), put(`${sent} > required > -`, 'color')],
    bump: 'major',
    changes: [`breaking required-property-added ${request}/properties/color`],
  },
  {
    name: 'a required field more that is received',
    next: [put(`${received} > properties > color`, { type: 'string' }), put(`${received} > required > -`, 'color')],
    bump: 'minor',
    changes: [`compatible required-property-added ${reply}/properties/color`],
  },
  {
    name: 'a required field more that is sent and received',
    next: [put(`${shared} > properties > color`, { type: 'string' }), put(`${shared} > required > -`, 'color')],
    bump: 'major',
    changes: [`breaking required-property-added ${both}/properties/color`],
  },
  {
    name: 'a required field more that is only read',
    next: [
      put(`${shared} > properties > color`, { type: 'string', readOnly: true }),
      put(`${shared} > required > -`, 'color'),
    ],
    bump: 'minor',
    changes: [`compatible property-added ${both}/properties/color`],
  },
  {
    name: 'an optional field more that is only read, of a type that is also sent',
    old: [drop(`${shared} > properties > role`)],
    next: [put(`${shared} > properties > role`, { type: 'string', readOnly: true })],
    bump: 'minor',
    changes: [`compatible property-added ${both}/properties/role`],
  },
  {
    name: 'a field less that is sent',
    next: [drop(`${sent} > properties > votes`)],
    bump: 'major',
    changes: [`breaking property-removed ${request}/properties/votes`],
  },
  {
    name: 'a field less that is received',
    next: [drop(`${received} > properties > votes`)],
    bump: 'major',
    changes: [`breaking property-removed ${reply}/properties/votes`],
  },
  {
    name: 'a field of another name',
    next: [rename(`${received} > properties > votes`, 'vote_count')],
    bump: 'major',
    changes: [
      `breaking property-removed ${reply}/properties/votes`,
      `compatible property-added ${reply}/properties/vote_count`,
    ],
  },
  {
    name: 'a sent field that becomes required',
    next: [put(`${sent} > required > -`, 'kind')],
    bump: 'major',
    changes: [`breaking property-became-required ${request}/properties/kind`],
  },
  {
    name: 'a received field that becomes required',
    next: [put(`${received} > required > -`, 'kind')],
    bump: 'minor',
    changes: [`compatible property-became-required ${reply}/properties/kind`],
  },
  {
    name: 'a sent field that becomes optional',
    next: [drop(`${sent} > required > 0`)],
    bump: 'minor',
    changes: [`compatible property-became-optional ${request}/properties/name`],
  },
  {
    name: 'a received field that becomes optional',
    next: [drop(`${received} > required > 1`)],
    bump: 'major',
    changes: [`breaking property-became-optional ${reply}/properties/name`],
  },
  {
    name: 'a field both ways that becomes optional',
    next: [drop(`${shared} > required > 0`)],
    bump: 'major',
    changes: [`breaking property-became-optional ${both}/properties/id`],
  },
  {
    name: 'a field that becomes deprecated',
    next: [put(`${received} > properties > votes > deprecated`, true)],
    bump: 'minor',
    changes: [`warning property-deprecated ${reply}/properties/votes`],
  },
  {
    name: 'a sent field that accepts another type',
    next: [put(`${sent} > properties > votes > type`, ['integer', 'string'])],
    bump: 'minor',
    changes: [`compatible type-widened ${request}/properties/votes`],
  },
  {
    name: 'a received field that is of one more type',
    next: [put(`${received} > properties > votes > type`, ['integer', 'string'])],
    bump: 'major',
    changes: [`breaking type-widened ${reply}/properties/votes`],
  },
  {
    name: 'a sent field that accepts fewer types',
    old: [put(`${sent} > properties > votes > type`, ['integer', 'string'])],
    next: [],
    bump: 'major',
    changes: [`breaking type-narrowed ${request}/properties/votes`],
  },
  {
    name: 'a received field that is of one type less',
    old: [put(`${received} > properties > votes > type`, ['integer', 'string'])],
    next: [],
    bump: 'minor',
    changes: [`compatible type-narrowed ${reply}/properties/votes`],
  },
  {
    name: 'a date-time that becomes a text',
    next: [drop(`${sent} > properties > opens_at > format`)],
    bump: 'major',
    changes: [`breaking type-changed ${request}/properties/opens_at`],
  },
  {
    name: 'a text that becomes a date-time',
    next: [put(`${received} > properties > id > format`, 'date-time')],
    bump: 'major',
    changes: [`breaking type-changed ${reply}/properties/id`],
  },
  {
    name: 'a received field that may be null',
    next: [put(`${received} > properties > name > type`, ['string', 'null'])],
    bump: 'major',
    changes: [`breaking null-allowed ${reply}/properties/name`],
  },
  {
    name: 'a sent field that may be null',
    next: [put(`${sent} > properties > name > type`, ['string', 'null'])],
    bump: 'minor',
    changes: [`compatible null-allowed ${request}/properties/name`],
  },
  {
    name: 'a received field that is no longer null',
    next: [put(`${received} > properties > closed_at > type`, 'string')],
    bump: 'minor',
    changes: [`compatible null-refused ${reply}/properties/closed_at`],
  },
  {
    name: 'a sent field that must no longer be null',
    old: [put(`${sent} > properties > name > type`, ['string', 'null'])],
    next: [],
    bump: 'major',
    changes: [`breaking null-refused ${request}/properties/name`],
  },
  {
    name: 'a value more of a sent enum',
    next: [put(`${sent} > properties > kind > enum > -`, 'secret')],
    bump: 'minor',
    changes: [`compatible enum-value-added ${request}/properties/kind`],
  },
  {
    name: 'a value more of a received enum',
    next: [put(`${received} > properties > kind > enum > -`, 'secret')],
    bump: 'minor',
    changes: [`warning enum-value-added ${reply}/properties/kind`],
  },
  {
    name: 'a value less of a sent enum',
    next: [drop(`${sent} > properties > kind > enum > 0`)],
    bump: 'major',
    changes: [`breaking enum-value-removed ${request}/properties/kind`],
  },
  {
    name: 'a value less of a received enum',
    next: [drop(`${received} > properties > kind > enum > 0`)],
    bump: 'minor',
    changes: [`compatible enum-value-removed ${reply}/properties/kind`],
  },
  {
    name: 'one value for another, both ways',
    next: [put(`${shared} > properties > role > enum > 1`, 'member')],
    bump: 'major',
    changes: [
      `warning enum-value-added ${both}/properties/role`,
      `breaking enum-value-removed ${both}/properties/role`,
    ],
  },
  {
    name: 'all values of a received enum exchanged: its type accepts any text',
    next: [put(`${received} > properties > kind > enum`, ['public', 'secret'])],
    bump: 'minor',
    changes: [
      ...['public', 'secret'].map(() => `warning enum-value-added ${reply}/properties/kind`),
      ...['open', 'closed'].map(() => `compatible enum-value-removed ${reply}/properties/kind`),
    ],
  },
  {
    name: 'all values of a sent enum exchanged',
    next: [put(`${sent} > properties > kind > enum`, ['secret'])],
    bump: 'major',
    changes: [
      `compatible enum-value-added ${request}/properties/kind`,
      ...['open', 'closed'].map(() => `breaking enum-value-removed ${request}/properties/kind`),
    ],
  },
  {
    name: 'values of an enum in another order',
    next: [put(`${shared} > properties > role > enum`, ['guest', 'admin'])],
    bump: 'none',
    changes: [],
  },
  {
    name: 'a sent text that accepts only some values',
    next: [put(`${sent} > properties > name > enum`, ['lunch', 'dinner'])],
    bump: 'major',
    changes: [`breaking enum-set ${request}/properties/name`],
  },
  {
    name: 'a sent enum that accepts any text',
    next: [drop(`${sent} > properties > kind > enum`)],
    bump: 'minor',
    changes: [`compatible enum-lifted ${request}/properties/kind`],
  },
  {
    name: 'a received constant that may be something else too',
    old: [put(`${received} > properties > kind`, { type: 'string', enum: ['open'] })],
    next: [],
    bump: 'major',
    changes: [`breaking type-widened ${reply}/properties/kind`],
  },
  {
    name: 'a sent constant that may be something else too',
    old: [put(`${sent} > properties > kind`, { const: 'open' })],
    next: [],
    bump: 'minor',
    changes: [`compatible enum-value-added ${request}/properties/kind`],
  },
  {
    name: 'a received constant that may be any text',
    old: [put(`${received} > properties > kind`, { type: 'string', const: 'open' })],
    next: [put(`${received} > properties > kind`, { type: 'string' })],
    bump: 'major',
    changes: [`breaking type-widened ${reply}/properties/kind`],
  },
  {
    name: 'a received enum that becomes a constant',
    next: [put(`${received} > properties > kind > enum`, ['open'])],
    bump: 'minor',
    changes: [`compatible enum-value-removed ${reply}/properties/kind`],
  },
  {
    name: 'values of an enum as alternatives',
    next: [
      put(`${received} > properties > kind`, { oneOf: [{ const: 'open' }, { type: 'string', enum: ['closed'] }] }),
    ],
    bump: 'none',
    changes: [],
  },
  {
    name: 'values of received alternatives as an enum',
    old: [put(`${received} > properties > kind`, { oneOf: [{ const: 'open' }, { const: 'closed' }] })],
    next: [],
    bump: 'none',
    changes: [],
  },
  {
    name: 'a received value more among alternatives',
    old: [put(`${received} > properties > kind`, { oneOf: [{ const: 'open' }, { const: 'closed' }] })],
    next: [
      put(`${received} > properties > kind`, { oneOf: [{ const: 'open' }, { const: 'closed' }, { const: 'new' }] }),
    ],
    bump: 'minor',
    changes: [`warning enum-value-added ${reply}/properties/kind`],
  },
  {
    name: 'a value that distinguishes alternatives',
    old: [
      put(`${received} > properties > owner`, {
        oneOf: ['one', 'two'].map((kind) => ({ type: 'object', properties: { kind: { enum: [kind, `${kind}s`] } } })),
      }),
    ],
    next: [
      put(`${received} > properties > owner`, {
        oneOf: ['one', 'two'].map((kind) => ({
          type: 'object',
          properties: { kind: { enum: [kind, `${kind}s`, `${kind}es`] } },
        })),
      }),
    ],
    bump: 'major',
    changes: [0, 1].map((index) => `breaking type-widened ${reply}/properties/owner/oneOf/${index}/properties/kind`),
  },
  {
    name: 'another text where only null is allowed',
    old: [put(`${received} > properties > kind`, { type: ['object', 'null'], enum: [null] })],
    next: [put(`${received} > properties > kind`, { type: ['object', 'null'], enum: [null], description: 'Never.' })],
    bump: 'patch',
    changes: [`compatible schema-described ${reply}/properties/kind`],
  },
  {
    name: 'a received number or date-time that is only a date-time, twice',
    old: [
      put(`${received} > properties > kind`, { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'number' }] }),
    ],
    next: [
      put(`${received} > properties > kind`, {
        anyOf: ['one', 'two'].map(() => ({ type: 'string', format: 'date-time' })),
      }),
    ],
    bump: 'minor',
    changes: [
      `compatible bound-widened ${reply}/properties/kind`,
      `warning union-member-removed ${reply}/properties/kind`,
    ],
  },
  {
    name: 'a received alternative more that has all of one that was there',
    next: [
      put(`${received} > properties > owner > oneOf > -`, {
        type: 'object',
        required: ['team', 'size'],
        properties: { team: { type: 'string' }, size: { type: 'integer' } },
      }),
    ],
    bump: 'minor',
    changes: [`warning union-member-fitting ${reply}/properties/owner`],
  },
  {
    name: 'a received alternative more without a field that all had',
    old: [
      put(`${received} > properties > owner`, {
        oneOf: ['one', 'two'].map((name) => ({
          type: 'object',
          required: [name],
          properties: { [name]: { type: 'string' }, note: { type: 'string' } },
        })),
      }),
    ],
    next: [
      put(`${received} > properties > owner`, {
        oneOf: [
          ...['one', 'two'].map((name) => ({
            type: 'object',
            required: [name],
            properties: { [name]: { type: 'string' }, note: { type: 'string' } },
          })),
          {
            type: 'object',
            required: ['one', 'two'],
            properties: { one: { type: 'string' }, two: { type: 'string' } },
          },
        ],
      }),
    ],
    bump: 'major',
    changes: [`breaking union-member-added ${reply}/properties/owner`],
  },
  {
    name: 'two sent alternatives as one',
    old: [
      put(`${sent} > properties > owner`, {
        oneOf: [{ type: 'string' }, { type: 'object', properties: { label: { type: 'object' } } }].map((label) => ({
          type: 'object',
          properties: { label },
        })),
      }),
    ],
    next: [
      put(`${sent} > properties > owner`, {
        type: 'object',
        properties: {
          label: { oneOf: [{ type: 'string' }, { type: 'object', properties: { label: { type: 'object' } } }] },
        },
      }),
    ],
    bump: 'minor',
    changes: [
      `compatible union-member-added ${request}/properties/owner/properties/label`,
      `compatible union-member-merged ${request}/properties/owner`,
    ],
  },
  {
    name: 'an instant that is spelled in alternatives',
    old: [put(`${received} > properties > closed_at`, { format: 'date-time', type: ['string', 'number'] })],
    next: [
      put(`${received} > properties > closed_at`, {
        format: 'date-time',
        oneOf: [{ type: 'string' }, { type: 'number' }],
      }),
    ],
    bump: 'none',
    changes: [],
  },
  {
    name: 'an alternative beside what may be null',
    old: [put(`${sent} > properties > owner`, { type: ['string', 'null'] })],
    next: [put(`${sent} > properties > owner`, { oneOf: [{ type: 'string' }, { type: 'object' }, { type: 'null' }] })],
    bump: 'minor',
    changes: [`compatible union-member-added ${request}/properties/owner`],
  },
  {
    name: 'further fields beside alternatives that are not objects',
    old: [put(`${received} > properties > owner > additionalProperties`, true)],
    next: [],
    bump: 'none',
    changes: [],
  },
  {
    name: 'a field that is demanded and nowhere described',
    old: [put(`${received} > properties > owner`, { type: 'object', required: ['team'] })],
    next: [put(`${received} > properties > owner`, { type: 'object', required: ['team'], minProperties: 1 })],
    bump: 'patch',
    changes: [`compatible bound-narrowed ${reply}/properties/owner`],
  },
  {
    name: 'an alternative more that is received',
    next: [put(`${received} > properties > owner > oneOf > -`, { $ref: '#/components/schemas/User' })],
    bump: 'major',
    changes: [`breaking union-member-added ${reply}/properties/owner`],
  },
  {
    name: 'an alternative more that is sent',
    next: [put(`${sent} > properties > owner > oneOf > -`, { $ref: '#/components/schemas/User' })],
    bump: 'minor',
    changes: [`compatible union-member-added ${request}/properties/owner`],
  },
  {
    name: 'an alternative less that is sent',
    next: [drop(`${sent} > properties > owner > oneOf > 0`)],
    bump: 'major',
    changes: [`breaking union-member-removed ${request}/properties/owner`],
  },
  {
    name: 'an alternative less that is received',
    next: [drop(`${received} > properties > owner > oneOf > 0`)],
    bump: 'minor',
    changes: [`warning union-member-removed ${reply}/properties/owner`],
  },
  {
    name: 'alternatives in another order, as anyOf',
    next: [
      put(`${received} > properties > owner`, { anyOf: [{ $ref: '#/components/schemas/Team' }, { type: 'string' }] }),
    ],
    bump: 'none',
    changes: [],
  },
  {
    name: 'values of a map that become numbers',
    next: [put(`${received} > properties > labels > additionalProperties`, { type: 'number' })],
    bump: 'major',
    changes: [`breaking type-changed ${reply}/properties/labels/additionalProperties`],
  },
  {
    name: 'items of a list that become numbers',
    next: [put(`${received} > properties > tags > items > type`, 'number')],
    bump: 'major',
    changes: [`breaking type-changed ${reply}/properties/tags/items`],
  },
  {
    name: 'a list that becomes a text',
    next: [put(`${sent} > properties > tags`, { type: 'string' })],
    bump: 'major',
    changes: [`breaking type-changed ${request}/properties/tags`],
  },
  {
    name: 'a map that becomes an object of known fields',
    next: [put(`${received} > properties > labels`, { type: 'object', properties: { color: { type: 'string' } } })],
    bump: 'major',
    changes: [
      `compatible property-added ${reply}/properties/labels/properties/color`,
      `breaking map-closed ${reply}/properties/labels`,
    ],
  },
  {
    name: 'an object that accepts additional fields',
    next: [put('components > schemas > Team > additionalProperties', { type: 'number' })],
    bump: 'minor',
    changes: ['compatible map-opened /components/schemas/Team'],
  },
  {
    name: 'a smaller bound that is sent',
    next: [put(`${sent} > properties > name > maxLength`, 100)],
    bump: 'major',
    changes: [`breaking bound-narrowed ${request}/properties/name`],
  },
  {
    name: 'a smaller bound that is received',
    next: [put(`${received} > properties > name > maxLength`, 100)],
    bump: 'patch',
    changes: [`compatible bound-narrowed ${reply}/properties/name`],
  },
  {
    name: 'a lower least value and no greatest length',
    next: [put(`${sent} > properties > votes > minimum`, 0), drop(`${sent} > properties > name > maxLength`)],
    bump: 'patch',
    changes: [
      `compatible bound-widened ${request}/properties/name`,
      `compatible bound-widened ${request}/properties/votes`,
    ],
  },
  {
    name: 'a pattern for what is sent',
    next: [put(`${sent} > properties > name > pattern`, '^[a-z]+$')],
    bump: 'major',
    changes: [`breaking bound-narrowed ${request}/properties/name`],
  },
  {
    name: 'an integer that accepts fractions',
    next: [put(`${sent} > properties > votes > type`, 'number')],
    bump: 'patch',
    changes: [`compatible bound-widened ${request}/properties/votes`],
  },
  {
    name: 'a format for a text that is sent',
    next: [put(`${sent} > properties > name > format`, 'email')],
    bump: 'major',
    changes: [`breaking bound-narrowed ${request}/properties/name`],
  },
  {
    name: 'a format of the service for a text that is sent',
    next: [put(`${sent} > properties > name > format`, 'slug')],
    bump: 'patch',
    changes: [`warning format-changed ${request}/properties/name`],
  },
  {
    name: 'another default, of what is sent and of what is received',
    next: [put(`${sent} > properties > votes > default`, 2), put(`${received} > properties > votes > default`, 2)],
    bump: 'patch',
    changes: [
      `warning default-changed ${request}/properties/votes`,
      `compatible default-changed ${reply}/properties/votes`,
    ],
  },
  {
    name: 'other texts of a type, reported once',
    next: [
      lay(received, { description: 'A question.' }),
      put(`${received} > properties > name > description`, 'What is asked.'),
      put(`${received} > properties > id > description`, 'Its identifier.'),
    ],
    bump: 'patch',
    changes: [`compatible schema-described ${reply}`],
  },
  {
    name: 'a type of another name',
    next: [renameSchema('Team', 'Group')],
    bump: 'major',
    changes: ['breaking type-renamed /components/schemas/Group'],
  },
  {
    name: 'a type of another name with another field',
    next: [put('components > schemas > Team > properties > size', { type: 'number' }), renameSchema('Team', 'Group')],
    bump: 'major',
    changes: [
      'breaking type-renamed /components/schemas/Group',
      'compatible property-added /components/schemas/Group/properties/size',
    ],
  },
  {
    name: 'a sent type that is also received',
    next: [draft],
    bump: 'major',
    changes: [`breaking type-split ${request}`, `compatible property-added ${reply}/properties/draft`],
  },
  {
    name: 'a type that is only sent now',
    old: [draft],
    next: [],
    bump: 'major',
    changes: [`breaking type-renamed ${request}`, `breaking property-removed ${reply}/properties/draft`],
  },
  {
    name: 'a type of requests with an array that is also received',
    old: [drop(`${sent} > properties > kind`)],
    next: [drop(`${sent} > properties > kind`), draft],
    bump: 'major',
    changes: [`breaking type-received ${request}`, `compatible property-added ${reply}/properties/draft`],
  },
  {
    name: 'a type of requests that gets its first array when it is also received',
    old: [drop(`${sent} > properties > kind`), drop(`${sent} > properties > tags`)],
    next: [drop(`${sent} > properties > kind`), draft],
    bump: 'minor',
    changes: [
      `compatible property-added ${request}/properties/tags`,
      `compatible property-added ${reply}/properties/draft`,
    ],
  },
  {
    name: 'a type of requests without an array that is also received',
    old: [drop(`${sent} > properties > kind`), drop(`${sent} > properties > tags`)],
    next: [drop(`${sent} > properties > kind`), drop(`${sent} > properties > tags`), draft],
    bump: 'minor',
    changes: [`compatible property-added ${reply}/properties/draft`],
  },
  {
    name: 'an enum of a type that nothing used, and that is received now',
    old: [unusedEnum],
    next: [unusedEnum, put(`${received} > properties > unused`, { $ref: '#/components/schemas/Unused' })],
    bump: 'major',
    changes: [
      `compatible property-added ${reply}/properties/unused`,
      'breaking type-widened /components/schemas/Unused/properties/kind',
    ],
  },
  {
    name: 'a type more and a type less that no operation uses',
    next: [
      drop('components > schemas > Unused'),
      put('components > schemas > Fresh', { type: 'object', properties: { depth: { type: 'string' } } }),
    ],
    bump: 'major',
    changes: ['breaking type-removed /components/schemas/Unused', 'compatible type-added /components/schemas/Fresh'],
  },
  {
    name: 'a change that reaches no operation',
    next: [put('components > schemas > Unused > properties > size > type', 'string')],
    bump: 'major',
    changes: ['breaking type-changed /components/schemas/Unused/properties/size'],
  },
  {
    name: 'a type that becomes deprecated',
    next: [put('components > schemas > Team > deprecated', true)],
    bump: 'minor',
    changes: ['warning type-deprecated /components/schemas/Team'],
  },
  {
    name: 'other values of further fields, beside known ones',
    old: [put(`${received} > additionalProperties`, { type: 'string' })],
    next: [put(`${received} > additionalProperties`, { type: 'number' })],
    bump: 'patch',
    changes: [`warning map-changed ${reply}`],
  },
  {
    name: 'an alternative more that is of a kind which is there',
    old: [put(`${received} > properties > votes`, { oneOf: [{ type: 'number' }, { type: 'string' }] })],
    next: [
      put(`${received} > properties > votes`, { oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'integer' }] }),
    ],
    bump: 'patch',
    changes: [`compatible bound-widened ${reply}/properties/votes`],
  },
];
