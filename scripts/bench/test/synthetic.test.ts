import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadDescription } from '../../../generator/src/load/index.js';
import { isObject, type Json, type JsonObject } from '../../../generator/src/schema/index.js';
import { multiply } from '../descriptions/synthetic.js';

const small: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  tags: [{ name: 'Pets' }],
  security: [{ key: [] }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        tags: ['Pets'],
        responses: {
          200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'key' } },
    schemas: {
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: { type: 'object', properties: { kind: { type: 'string' }, mapping: { type: 'string' } } },
    },
  },
};

test('once is the description itself', () => {
  expect(multiply(small, 1)).toEqual(small);
});

test('a copy refers to its own components, and shares the ways to authenticate', () => {
  const twice = multiply(small, 2);
  expect(twice['tags']).toEqual([{ name: 'Pets' }, { name: 'Pets Copy2' }]);
  expect(twice['paths']).toMatchObject({
    '/pets': { get: { operationId: 'listPets', tags: ['Pets'] } },
    '/copy2/pets': {
      get: {
        operationId: 'listPetsCopy2',
        tags: ['Pets Copy2'],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/PetCopy2' } } } } },
      },
    },
  });
  expect(twice['components']).toEqual({
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'key' } },
    schemas: {
      ...children(children(small['components'])['schemas']),
      PetCopy2: {
        oneOf: [{ $ref: '#/components/schemas/CatCopy2' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/CatCopy2' } },
      },
      CatCopy2: { type: 'object', properties: { kind: { type: 'string' }, mapping: { type: 'string' } } },
    },
  });
});

test('three times our own description is a valid one with three times the operations and schemas', async () => {
  const options = { cwd: process.cwd(), allowRefs: [] };
  const { document: own } = await loadDescription('spec/openapi.yaml', options);
  const folder = mkdtempSync(join(tmpdir(), 'synthetic-'));
  try {
    const file = join(folder, 'triple.json');
    writeFileSync(file, JSON.stringify(multiply(own.root, 3)));
    const { document: triple } = await loadDescription(file, options);
    expect(Object.keys(children(triple.root['paths']))).toHaveLength(
      3 * Object.keys(children(own.root['paths'])).length,
    );
    const schemas = ({ root }: { readonly root: JsonObject }): number =>
      Object.keys(children(children(root['components'])['schemas'])).length;
    expect(schemas(triple)).toBe(3 * schemas(own));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function children(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {};
}
