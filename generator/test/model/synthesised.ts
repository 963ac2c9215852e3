import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type SynthesisOptions, synthesise } from '../../src/model/synthesise/index.js';
import type { Json, Schema } from '../../src/schema/index.js';
import { get, isObject, isSchema } from '../../src/schema/index.js';

const named: { readonly [name: string]: Schema } = {
  Team: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'integer' }, name: { type: 'string' } } },
  Tree: {
    type: 'object',
    required: ['label', 'children'],
    properties: {
      label: { type: 'string' },
      parent: { $ref: '#/components/schemas/Tree' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
  Linked: {
    type: 'object',
    required: ['next'],
    properties: { next: { anyOf: [{ $ref: '#/components/schemas/Linked' }, { type: 'null' }] } },
  },
  Endless: { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Endless' } } },
  Itself: { $ref: '#/components/schemas/Itself' },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, lives: { type: 'integer' } } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, tail: { type: 'boolean' } } },
  Pet: {
    type: 'object',
    required: ['petType'],
    properties: { petType: { type: 'string' } },
    discriminator: { propertyName: 'petType', mapping: { fish: '#/components/schemas/Fish' } },
  },
  Fish: {
    allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object', properties: { fins: { type: 'integer' } } }],
  },
};

const root = { components: { schemas: named } };

export function resolve(ref: string): Schema | undefined {
  let node: Json | undefined = root;
  for (const key of ref.slice(2).split('/')) node = isObject(node) ? get(node, key) : undefined;
  const next = isObject(node) ? get(node, '$ref') : undefined;
  return next === ref || !isSchema(node) ? undefined : node;
}

const model = { resolve };
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export function make(schema: Schema, options: Partial<SynthesisOptions> = {}): Json | undefined {
  const value = synthesise(schema, model, { fill: 'complete', direction: 'request', ...options });
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

const ajv = new Ajv2020({ strict: false, validateFormats: true, ownProperties: true, logger: false });
formats.default(ajv);

/** An independent validator. */
export function judge(schema: Schema): (value: Json) => boolean {
  const whole = typeof schema === 'boolean' ? { allOf: [schema] } : schema;
  const validate = ajv.compile({ ...root, allOf: [whole] });
  return (value) => validate(value);
}
