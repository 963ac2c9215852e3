import { type Row, schemas } from '../row.js';

const row = schemas('Schema Object: other formats, and earlier drafts of JSON Schema');

const format = (name: string, valid: string, invalid?: string): Row =>
  row(
    `format, ${name}`,
    { type: 'string', format: name },
    {
      at: ['format'],
      yes: invalid === undefined ? 'client diff' : 'mock client diff',
      valid: [valid],
      ...(invalid === undefined ? { note: 'Any string.' } : { invalid: [invalid] }),
      isWire: true,
      diff: [invalid === undefined ? 'format-changed' : 'bound-narrowed'],
    },
  );

/** Formats of JSON Schema that few specs use, and keywords of its earlier drafts. */
export const keywordRows: readonly Row[] = [
  format('uri-reference', '/a?b#c', '\\\\a'),
  format('uri-template', '/a/{b}', '/a/{b'),
  format('relative-json-pointer', '1/a', '/a'),
  format('iri', 'https://example.com/ä'),
  format('iri-reference', '/ä'),
  format('idn-email', 'ä@example.com'),
  format('idn-hostname', 'ä.example.com'),
  row(
    '$dynamicAnchor',
    { $dynamicAnchor: 'node', type: 'object', properties: { child: { $dynamicRef: '#node' } } },
    { yes: 'types client mock diff', valid: [{ child: {} }], invalid: [{ child: 1 }], diff: ['type-narrowed'] },
  ),
  row('$vocabulary', { $vocabulary: { 'https://example.com/vocabulary': true }, type: 'string' }, { yes: 'client' }),
  row(
    'definitions',
    {
      definitions: { inner: { type: 'string' } },
      type: 'object',
      properties: { a: { $ref: '#/components/schemas/Value/definitions/inner' } },
    },
    { yes: 'types client mock', valid: [{ a: 'b' }], invalid: [{ a: 1 }] },
  ),
  row(
    'dependencies',
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, dependencies: { a: ['b'] } },
    { yes: 'client', valid: [{}, { a: 'a', b: 'b' }, { a: 'a' }], note: 'Ignored: use `dependentRequired`.' },
  ),
  row(
    'items, an array of schemas',
    { type: 'array', items: [{ type: 'string' }, { type: 'integer' }], additionalItems: false },
    {
      at: ['items'],
      yes: 'types client mock diff',
      valid: [['a', 1], ['a']],
      invalid: [[1], ['a', 1, true]],
      problems: ['warning schema-keyword-ignored /components/schemas/Value/items'],
      diff: ['type-narrowed'],
      note: 'Read as `prefixItems`; a list of one schema as that of all items.',
    },
  ),
];
