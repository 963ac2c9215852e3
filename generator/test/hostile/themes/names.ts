import { accepted, type HostileTable, safe } from '../case.js';
import { api, fields, json, keyed, operation, operations, text } from '../description.js';
import { hostileTexts } from '../texts.js';

const perParameter = (place: string) =>
  safe(
    (texts) =>
      api({
        paths: operations(texts, (name) => ({ parameters: [{ name, in: place, schema: text(), example: 'a' }] })),
      }),
    place === 'header' ? headerNames : hostileTexts,
  );

/** Types of filters are sorted by name, so their order differs from the twin's. */
const named = (place: (texts: readonly string[]) => object) => accepted(place(hostileTexts));

/** Header names that RFC 9110 allows. */
const headerNames = ["x-'a'", 'x-`a`', 'x-*a', '__proto__', 'constructor', 'x-a|b', 'x-$a', 'x-#a', 'x-~^a'];

/** Where a spec contains names. */
export const names: HostileTable = [
  [
    'id of an operation',
    safe(
      (texts) => api({ paths: Object.fromEntries(texts.map((id, index) => [`/a/${index}`, { get: operation(id) }])) }),
      hostileTexts,
    ),
  ],
  [
    'tag',
    safe(
      (texts) => api({ tags: texts.map((name) => ({ name })), paths: operations(texts, (tag) => ({ tags: [tag] })) }),
      hostileTexts,
    ),
  ],
  ['field', safe((texts) => fields(keyed(texts, () => text({ description: 'A field.' }))), hostileTexts)],
  [
    'field that is required and has an example',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (name) => ({
            requestBody: {
              content: json(
                { type: 'object', required: [name], properties: { [name]: text() } },
                { example: { [name]: 'a' } },
              ),
            },
          })),
        }),
      hostileTexts,
    ),
  ],
  ['query parameter', perParameter('query')],
  ['cookie parameter', perParameter('cookie')],
  ['header parameter', perParameter('header')],
  [
    'schema',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (name) => ({
            requestBody: {
              content: json({
                $ref: `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25')}`,
              }),
            },
          })),
          components: { schemas: keyed(texts, () => ({ type: 'object', properties: { a: text() } })) },
        }),
      hostileTexts,
    ),
  ],
  [
    'credential',
    safe(
      (texts) =>
        api({
          security: texts.map((name) => ({ [name]: [] })),
          components: { securitySchemes: keyed(texts, () => ({ type: 'http', scheme: 'bearer' })) },
          paths: { '/a': { get: operation('a') } },
        }),
      hostileTexts,
    ),
  ],
  [
    'query parameter of a credential',
    safe(
      (texts) =>
        api({
          security: texts.map((_, index) => ({ [`scheme${index}`]: [] })),
          components: {
            securitySchemes: Object.fromEntries(
              texts.map((name, index) => [`scheme${index}`, { type: 'apiKey', in: 'query', name }]),
            ),
          },
          paths: { '/a': { get: operation('a') } },
        }),
      hostileTexts,
    ),
  ],
  [
    'property of a discriminator',
    safe(
      (texts) =>
        fields({
          a: {
            oneOf: texts.map((name) => ({
              type: 'object',
              required: [name],
              properties: { [name]: text({ enum: [name] }) },
            })),
            discriminator: { propertyName: texts[0] },
          },
        }),
      hostileTexts,
    ),
  ],
  [
    'field and operator of a filter',
    named((texts) =>
      fields({
        filter: {
          type: 'object',
          'x-stream-filter-fields': keyed(texts, (name) => ({ type: 'string', operators: ['$eq', name] })),
        },
      }),
    ),
  ],
  [
    'field of pages',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (name) => {
            const written = name.replaceAll('~', '~0').replaceAll('/', '~1');
            return {
              parameters: [{ name, in: 'query', schema: text() }],
              'x-pagination': { items: `list-${written}`, cursor: { request: written, reply: `next-${written}` } },
              responses: {
                200: {
                  description: 'Done.',
                  content: json({
                    type: 'object',
                    properties: { [`list-${name}`]: { type: 'array', items: text() }, [`next-${name}`]: text() },
                  }),
                },
              },
            };
          }),
        }),
      hostileTexts,
    ),
  ],
];
