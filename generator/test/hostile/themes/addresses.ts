import { accepted, type HostileTable, safe } from '../case.js';
import { api, json, operation, operations, text } from '../description.js';
import { hostileTexts } from '../texts.js';

/** The first server decides whether clients have a base URL. */
const usable = { url: 'https://first.example' };
const withoutBraces = hostileTexts.map((value) => value.replace(/[{}]/g, '|'));

/** The parts of requests. */
export const addresses: HostileTable = [
  [
    'server',
    safe(
      (texts) =>
        api({
          servers: [usable, ...texts.map((value) => ({ url: `https://a.example/${value}` }))],
          paths: { '/a': { get: operation('a') } },
        }),
      withoutBraces,
    ),
  ],
  ...hostileTexts.slice(0, 12).map(
    (value, index) =>
      [
        `first server, ${index}`,
        safe(
          ([url]) =>
            api({
              servers: [{ url: `https://a.example/${url}` }],
              paths: { '/a': { get: operation('a', { servers: [{ url: `//b/${url}` }] }) } },
            }),
          [value.replace(/[{}?#@\s]/g, '|')],
        ),
      ] as const,
  ),
  [
    'first server with a query',
    safe(
      ([url]) => api({ servers: [{ url: `https://a.example/?${url}` }], paths: { '/a': { get: operation('a') } } }),
      hostileTexts.slice(0, 1),
    ),
  ],
  [
    'server with a scheme that runs code',
    safe(
      ([url]) => api({ servers: [{ url: `${url}:alert(1)` }], paths: { '/a': { get: operation('a') } } }),
      ['javascript'],
    ),
  ],
  [
    'path',
    safe(
      (texts) =>
        api({
          paths: Object.fromEntries(
            texts.map((value, index) => [`/a/${index}/${value}`, { get: operation(`a${index}`) }]),
          ),
        }),
      withoutBraces,
    ),
  ],
  [
    'path without an operation id',
    safe(
      (texts) =>
        api({
          paths: Object.fromEntries(
            texts.map((value, index) => [
              `/a/${index}/${value}`,
              { get: { responses: { 200: { description: 'Done.' } } } },
            ]),
          ),
        }),
      withoutBraces,
    ),
  ],
  [
    'parameter in a path',
    safe(
      (texts) =>
        api({
          paths: Object.fromEntries(
            texts.map((name, index) => [
              `/a/${index}/{${name}}`,
              { get: operation(`a${index}`, { parameters: [{ name, in: 'path', required: true, schema: text() }] }) },
            ]),
          ),
        }),
      withoutBraces.map((value) => value.replace(/[/?#]/g, '|')),
    ),
  ],
  ['path whose parameter is nowhere', accepted(api({ paths: { '/a/{*/alert(1)/*}': { get: operation('a') } } }))],
  [
    'media type of a body',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (value) => ({
            requestBody: { content: { [value]: { schema: text(), example: 'a' } } },
          })),
        }),
      hostileTexts.filter((value) => !value.includes('*')), // `*` makes a range of it.
      'text/plain; a=',
    ),
  ],
  [
    'media type of a reply',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (value) => ({
            responses: { 200: { description: 'Done.', content: { [value]: { schema: text() }, ...json(text()) } } },
          })),
        }),
      hostileTexts,
    ),
  ],
  [
    'header of a reply',
    safe(
      (texts) =>
        api({
          paths: operations(texts, (value) => ({
            responses: { 200: { description: 'Done.', headers: { [value]: { schema: text() } } } },
          })),
        }),
      hostileTexts,
    ),
  ],
  [
    'scopes and addresses of a credential',
    safe(
      (texts) =>
        api({
          components: {
            securitySchemes: Object.fromEntries(
              texts.map((value, index) => [
                `scheme${index}`,
                {
                  type: 'oauth2',
                  flows: { implicit: { authorizationUrl: `https://a.example/${value}`, scopes: { [value]: value } } },
                },
              ]),
            ),
          },
          security: texts.map((value, index) => ({ [`scheme${index}`]: [value] })),
          paths: { '/a': { get: operation('a') } },
        }),
      withoutBraces,
    ),
  ],
];
