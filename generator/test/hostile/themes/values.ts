import { type HostileTable, safe } from '../case.js';
import { api, each, fields, json, operation, operations, text } from '../description.js';
import { hostileTexts } from '../texts.js';

const perField = (more: (text: string) => object) =>
  safe((texts) => fields(each(texts, (value) => text(more(value)))), hostileTexts);
const perParameter = (place: string, more: (text: string) => object) =>
  safe(
    (texts) =>
      api({ paths: operations(texts, (value) => ({ parameters: [{ name: 'a', in: place, ...more(value) }] })) }),
    hostileTexts,
  );

/** Where a spec has values. */
export const values: HostileTable = [
  ['enum of a field', perField((value) => ({ enum: [value, 'other'] }))],
  ['one enum of all', safe((texts) => fields({ a: text({ enum: texts }) }), hostileTexts)],
  ['constant of a field', perField((value) => ({ const: value }))],
  ['default of a field', perField((value) => ({ default: value }))],
  ['example of a field', perField((value) => ({ example: value, examples: [value] }))],
  ['example of a date-time', perField((value) => ({ format: 'date-time', example: value }))],
  ['example of bytes', perField((value) => ({ format: 'byte', example: value, contentMediaType: value }))],
  ['enum of a query parameter', perParameter('query', (value) => ({ schema: text({ enum: [value] }) }))],
  ['example of a query parameter', perParameter('query', (value) => ({ schema: text(), example: value }))],
  [
    'named example of a query parameter',
    perParameter('query', (value) => ({ schema: text(), examples: { a: { value } } })),
  ],
  ['default of a header', perParameter('header', (value) => ({ schema: text({ default: value }) }))],
  ['example of a cookie', perParameter('cookie', (value) => ({ schema: text(), example: value }))],
  [
    'value that is sent as JSON in the query',
    perParameter('query', (value) => ({ content: json({ type: 'object' }, { example: { [value]: value } }) })),
  ],
  [
    'example of a body and a reply',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (value) => {
            const content = json({ type: 'object', additionalProperties: text() }, { example: { a: value, b: value } });
            return { requestBody: { content }, responses: { 200: { description: 'Done.', content } } };
          }),
        }),
      hostileTexts,
    ),
  ],
  [
    'example of a form and its parts',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (value) => ({
            requestBody: {
              content: {
                'multipart/form-data': {
                  schema: { type: 'object', properties: { a: text(), file: text({ format: 'binary' }) } },
                  encoding: { file: { contentType: value } },
                  example: { a: value, file: value },
                },
              },
            },
          })),
        }),
      hostileTexts,
    ),
  ],
  [
    'value of a discriminator',
    safe(
      (texts) =>
        api({
          paths: {
            '/a': { post: operation('a', { requestBody: { content: json({ $ref: '#/components/schemas/Either' }) } }) },
          },
          components: {
            schemas: {
              Either: {
                oneOf: texts.map((_, index) => ({ $ref: `#/components/schemas/Case${index}` })),
                discriminator: {
                  propertyName: 'kind',
                  mapping: Object.fromEntries(
                    texts.map((value, index) => [value, `#/components/schemas/Case${index}`]),
                  ),
                },
              },
              ...Object.fromEntries(
                texts.map((_, index) => [
                  `Case${index}`,
                  { type: 'object', required: ['kind'], properties: { kind: text() } },
                ]),
              ),
            },
          },
        }),
      hostileTexts,
    ),
  ],
  ['pattern of a field', perField((value) => ({ pattern: `^${value.replace(/[^\w ]/g, '\\$&')}$` }))],
  ['an invalid pattern', perField((value) => ({ pattern: `[${value}(` }))],
  [
    'default and enum of a server variable',
    safe(
      (texts) =>
        api({
          servers: [
            { url: 'https://first.example' },
            ...texts.map((value) => ({
              url: 'https://{a}.example',
              variables: { a: { default: value, enum: [value] } },
            })),
          ],
          paths: { '/a': { get: operation('a') } },
        }),
      hostileTexts,
    ),
  ],
];
