import { type HostileTable, safe } from '../case.js';
import { api, each, fields, json, operation, operations, text } from '../description.js';
import { hostileTexts } from '../texts.js';

const all = hostileTexts.join('\n\n');
const one = (place: (text: string) => object) =>
  safe((texts) => place(texts.length > 1 ? texts.join('\n\n') : (texts[0] ?? '')), hostileTexts);
const perOperation = (more: (text: string) => object) =>
  safe((texts) => api({ paths: operations(texts, more) }), hostileTexts);
const perField = (more: (text: string) => object) =>
  safe((texts) => fields(each(texts, (value) => text(more(value)))), hostileTexts);
const parameter = (place: string) =>
  perOperation((description) => ({
    parameters: [{ name: 'a', in: place, description, schema: text() }],
  }));

/** Where a spec contains text for people. */
export const prose: HostileTable = [
  [
    'title of the service',
    one((title) => api({ info: { title, version: '1' }, paths: { '/a': { get: operation('a') } } })),
  ],
  ['version of the service', one((version) => api({ info: { title: 'T', version } }))],
  ['description of the service', one((description) => api({ info: { title: 'T', version: '1', description } }))],
  [
    'licence and contact of the service',
    one((name) =>
      api({ info: { title: 'T', version: '1', license: { name }, contact: { name }, termsOfService: name } }),
    ),
  ],
  ['description of a server', one((description) => api({ servers: [{ url: 'https://a.example', description }] }))],
  [
    'description of a tag',
    one((description) =>
      api({ tags: [{ name: 'a', description }], paths: { '/a': { get: operation('a', { tags: ['a'] }) } } }),
    ),
  ],
  [
    'external documentation',
    perOperation((description) => ({ externalDocs: { url: 'https://a.example', description } })),
  ],
  ['summary of an operation', perOperation((summary) => ({ summary }))],
  ['description of an operation', perOperation((description) => ({ description, summary: all }))],
  ['description of a path', safe(pathTexts, hostileTexts)],
  ['description of a query parameter', parameter('query')],
  ['description of a header parameter', parameter('header')],
  ['description of a cookie parameter', parameter('cookie')],
  [
    'description of a body',
    perOperation((description) => ({ requestBody: { description, content: json({ type: 'array', items: text() }) } })),
  ],
  [
    'description of a reply and its headers',
    perOperation((description) => ({
      responses: { 200: { description, headers: { 'X-A': { description, schema: text() } }, content: json(text()) } },
    })),
  ],
  ['title of a field', perField((title) => ({ title }))],
  ['description of a field', perField((description) => ({ description }))],
  ['description of a field with an enum', perField((description) => ({ description, enum: ['a', 'b'] }))],
  ['description of a deprecated field', perField((description) => ({ description, deprecated: true }))],
  ['comment of a field', perField(($comment) => ({ $comment }))],
  ['format of a field', perField((format) => ({ format }))],
  [
    'description of a named type',
    safe(
      (texts) =>
        api({
          components: { schemas: each(texts, (value) => ({ title: value, description: value, type: 'object' })) },
        }),
      hostileTexts,
    ),
  ],
  [
    'description beside a reference',
    safe(
      (texts) =>
        fields({
          other: text(),
          ...each(texts, (description) => ({ $ref: '#/components/schemas/Thing', description })),
        }),
      hostileTexts,
    ),
  ],
  [
    'names and descriptions of enum members',
    perField((value) => ({
      enum: ['a'],
      'x-enum-varnames': [value],
      'x-enumNames': [value],
      'x-enum-descriptions': [value],
    })),
  ],
  ['name and summary of an example', safe(exampleTexts, hostileTexts)],
  [
    'description of a credential',
    safe(
      (texts) =>
        api({
          components: {
            securitySchemes: each(texts, (description) => ({ type: 'http', scheme: 'bearer', description })),
          },
          paths: { '/a': { get: operation('a') } },
        }),
      hostileTexts,
    ),
  ],
  [
    'webhook and callback',
    one((description) =>
      api({
        webhooks: { a: { post: operation('hook', { description }) } },
        paths: {
          '/a': {
            post: operation('a', {
              callbacks: { b: { '{$request.body#/url}': { post: operation('back', { description }) } } },
            }),
          },
        },
      }),
    ),
  ],
  ['extension', perOperation((value) => ({ 'x-a': value, 'x-b': { [value]: [value] } }))],
];

function pathTexts(texts: readonly string[]): object {
  const paths = texts.map((description, index) => [
    `/a/${index}`,
    { summary: description, description, get: operation(`a${index}`) },
  ]);
  return api({ paths: Object.fromEntries(paths) });
}

function exampleTexts(texts: readonly string[]): object {
  const examples = Object.fromEntries(
    texts.map((name) => [name, { summary: name, description: name, value: { a: 'b' } }]),
  );
  return fields({ a: text() }, { examples });
}
