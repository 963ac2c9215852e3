import { accepted, type HostileCase, type HostileTable, refused } from '../case.js';
import { api, fields, json, operation, text } from '../description.js';

const to = ($ref: unknown) => fields({ a: { $ref } });
const outside = ($ref: string): HostileCase => ({
  given: { 'inner/api.json': to($ref), 'secret.yaml': 'type: string\ndescription: TOP SECRET' },
  want: { problem: 'ref-outside' },
});
const chain = (length: number, link: (next: string) => object) =>
  api({
    paths: { '/a': { post: operation('a', { requestBody: { content: json({ $ref: '#/components/schemas/A0' }) } }) } },
    components: {
      schemas: Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `A${index}`,
          index + 1 === length ? text() : link(`#/components/schemas/A${index + 1}`),
        ]),
      ),
    },
  });

/** References between parts. */
export const references: HostileTable = [
  ['outside by climbing', outside('../secret.yaml')],
  ['outside by encoded climbing', outside('%2e%2e/secret.yaml')],
  ['outside by encoded slashes', outside('..%2fsecret.yaml')],
  ['outside by an absolute path', outside('/etc/passwd')],
  ['outside by a file URL', outside('file:///etc/passwd')],
  ['a web address', outside('http://169.254.169.254/latest/meta-data')],
  ['a web address with a password', outside('https://a:b@127.0.0.1:1/x.yaml')],
  ['an address without a scheme', outside('//127.0.0.1/x')],
  ['a scheme that runs code', refused('ref-unresolved', to('javascript:alert(1)'))],
  ['a data URL', refused('ref-unresolved', to('data:application/json,{}'))],
  ['the folder itself', refused('ref-unresolved', to('.'))],
  ['a missing schema', refused('ref-unresolved', to('#/components/schemas/Nowhere'))],
  ['a missing file', refused('ref-unresolved', to('nowhere.yaml'))],
  ['the prototype', refused('ref-unresolved', to('#/components/schemas/__proto__'))],
  ['a constructor', refused('ref-unresolved', to('#/constructor/prototype'))],
  ['a broken pointer', refused('ref-unresolved', to('#/components/schemas/%zz'))],
  ['a number', refused('ref-invalid', to(5))],
  ['an object', refused('ref-invalid', to({ $ref: '#/components/schemas/Thing' }))],
  ['null', refused('ref-invalid', to(null))],
  ['itself', refused('ref-cycle', api({ components: { schemas: { A: { $ref: '#/components/schemas/A' } } } }))],
  [
    'each other',
    refused(
      'ref-cycle',
      api({
        components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } },
      }),
    ),
  ],
  ['itself by a path item', refused('ref-cycle', api({ paths: { '/a': { $ref: '#/paths/~1a' } } }))],
  [
    'itself by a parameter',
    refused('ref-cycle', api({ components: { parameters: { a: { $ref: '#/components/parameters/a' } } } })),
  ],
  [
    'itself by all its parts',
    accepted(api({ components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A' }] } } } })),
  ],
  [
    'itself by its items, needed at once',
    accepted(
      fields({
        a: { $ref: '#/components/schemas/Thing' },
        b: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Thing' } },
      }),
    ),
  ],
  ['the whole spec', accepted(to('#'))],
  ['a part that is not a schema', accepted(to('#/info'))],
  [
    'a long chain',
    refused(
      'ref-cycle',
      chain(200, ($ref) => ({ $ref })),
    ),
  ],
  [
    'a long chain of items',
    refused(
      'description-too-deep',
      chain(3000, ($ref) => ({ type: 'array', items: { $ref } })),
    ),
  ],
  [
    'a long chain of parts',
    refused(
      'description-too-deep',
      chain(3000, ($ref) => ({ allOf: [{ $ref }] })),
    ),
  ],
  [
    'a long chain of fields',
    refused(
      'description-too-deep',
      chain(3000, ($ref) => ({ type: 'object', required: ['a'], properties: { a: { $ref } } })),
    ),
  ],
  [
    'an example elsewhere',
    accepted(
      fields(
        { a: text() },
        { examples: { a: { externalValue: 'http://127.0.0.1:1/pwned.json' }, b: { externalValue: '../secret.yaml' } } },
      ),
    ),
  ],
  [
    'documentation, licence and schema elsewhere',
    accepted({
      ...api({ externalDocs: { url: 'http://127.0.0.1:1' }, jsonSchemaDialect: 'http://127.0.0.1:1/dialect' }),
      $schema: 'http://127.0.0.1:1/schema',
    }),
  ],
  [
    'a schema with an address',
    accepted(
      fields({ a: { $id: 'http://127.0.0.1:1/a', $schema: 'http://127.0.0.1:1/b', $anchor: 'x', type: 'string' } }),
    ),
  ],
  [
    'dynamic references',
    accepted(fields({ a: { $dynamicRef: '#x', $dynamicAnchor: 'x', $defs: { x: { $dynamicAnchor: 'x' } } } })),
  ],
  [
    'the same file under many names',
    {
      given: {
        'api.json': fields(
          Object.fromEntries(
            Array.from({ length: 50 }, (_, index) => [`a${index}`, { $ref: `./${'./'.repeat(index)}one.yaml` }]),
          ),
        ),
        'one.yaml': 'type: string',
      },
      want: 'output',
    },
  ],
];
