import { accepted, type HostileTable } from '../case.js';
import { api, fields, json, keyed, operation, operations, text } from '../description.js';
import { oddNames } from '../texts.js';

const nonEmpty = oddNames.filter((name) => name.trim() !== '');

/** Names that have a special meaning on plain objects. */
export const oddlyNamed: HostileTable = [
  ['fields', accepted(fields(keyed(oddNames, () => text())))],
  ['fields of the first level', accepted(inlineBody(keyed(oddNames, () => text())))],
  [
    'fields that are required',
    accepted(
      api({
        components: {
          schemas: { A: { type: 'object', required: oddNames, properties: keyed(oddNames, () => text()) } },
        },
      }),
    ),
  ],
  [
    'schemas',
    accepted(api({ components: { schemas: keyed(nonEmpty, () => ({ type: 'object', properties: { a: text() } })) } })),
  ],
  [
    'operations',
    accepted(api({ paths: Object.fromEntries(nonEmpty.map((id, index) => [`/a/${index}`, { get: operation(id) }])) })),
  ],
  [
    'query parameters',
    accepted(
      api({
        paths: {
          '/a': {
            get: operation('a', { parameters: nonEmpty.map((name) => ({ name, in: 'query', schema: text() })) }),
          },
        },
      }),
    ),
  ],
  ['tags', accepted(api({ paths: operations(nonEmpty, (tag) => ({ tags: [tag] })) }))],
  [
    'credentials',
    accepted(
      api({
        components: { securitySchemes: keyed(nonEmpty, () => ({ type: 'http', scheme: 'bearer' })) },
        security: nonEmpty.map((name) => ({ [name]: [] })),
        paths: { '/a': { get: operation('a') } },
      }),
    ),
  ],
  ['values of an enum', accepted(fields({ a: text({ enum: oddNames }), b: { enum: [null, 0, -0, 1e308, '', true] } }))],
  ['examples', accepted(fields({ a: text() }, { examples: keyed(nonEmpty, () => ({ value: { a: 'b' } })) }))],
  ['fields of an example', accepted(fields({}, { example: keyed(oddNames, (name) => name) }))],
  [
    'extensions',
    accepted(
      api({
        'x-a': keyed(oddNames, () => 1),
        paths: {
          '/a': {
            get: operation(
              'a',
              keyed(
                nonEmpty.map((name) => `x-${name}`),
                () => 1,
              ),
            ),
          },
        },
      }),
    ),
  ],
  [
    'parts of a form',
    accepted(
      api({
        paths: {
          '/a': {
            post: operation('a', {
              requestBody: {
                content: {
                  'multipart/form-data': { schema: { type: 'object', properties: keyed(oddNames, () => text()) } },
                },
              },
            }),
          },
        },
      }),
    ),
  ],
];

function inlineBody(properties: object): object {
  return api({
    paths: { '/a': { post: operation('a', { requestBody: { content: json({ type: 'object', properties }) } }) } },
  });
}
