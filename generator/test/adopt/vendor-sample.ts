import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDescription } from '../../src/load/index.js';
import { getObject, isArray, isObject, type Json, type JsonObject } from '../../src/schema/index.js';
import { otherComponents, otherPaths } from './vendor-others.js';

export const CHECKOUT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** A JSON document that a test edits. */
export type Draft = ReturnType<typeof JSON.parse>;

const SCHEMES = {
  JWT: { in: 'header', name: 'Authorization', type: 'apiKey' },
  api_key: { in: 'query', name: 'api_key', type: 'apiKey' },
  'stream-auth-type': { in: 'header', name: 'stream-auth-type', type: 'apiKey' },
};

/** Fields that the vendor requires although responses do not always contain them. */
const REQUIRED: readonly (readonly [schema: string, field: string])[] = [
  ['ErrorResult', 'description'],
  ['ChannelConfig', 'message_retention'],
  ['ChannelConfigWithInfo', 'message_retention'],
  ['AppResponseFields', 'video_provider'],
  ['TranscriptionSettings', 'languages'],
];
const POLL_BODIES = ['CreatePollRequest', 'UpdatePollRequest', 'CreatePollOptionRequest', 'UpdatePollOptionRequest'];

/** Parts of our own spec: texts, examples and additions. */
const OURS = ['description', 'summary', 'title', 'example', 'examples', 'x-pagination', 'encoding', 'headers', 'links'];

/**
 * A file like the vendor's for all its products, at the version of the project's spec: the same facts in the
 * vendor's dialect, other texts, and 48 operations of other products.
 */
export async function vendorSample(cwd = CHECKOUT): Promise<Draft> {
  const { document } = await loadDescription('spec/openapi.yaml', { cwd, allowRefs: [], numberDateTimes: true });
  const { root } = document;
  const components = getObject(root, 'components');
  const schemas: Draft = {};
  for (const [index, [name, schema]] of Object.entries(getObject(components, 'schemas') ?? {}).entries()) {
    schemas[name] = lowered(schema, name);
    // Not on every one of them.
    if (schemas[name].type === 'object' && index % 7 !== 0) schemas[name].nullable = true;
  }
  const paths: Draft = {};
  for (const [path, item] of Object.entries(getObject(root, 'paths') ?? {})) {
    paths[path] = {};
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      paths[path][method] = vendorOperation(operation, getObject(components, 'responses') ?? {});
    }
  }
  addDialect(schemas);
  return sorted({
    components: { schemas: { ...schemas, ...otherComponents() }, securitySchemes: SCHEMES },
    info: { title: 'API of all products', version: 'v226.6.0', description: 'Every call that a server may make.' },
    openapi: '3.0.3',
    paths: { ...paths, ...otherPaths() },
    security: [
      { JWT: [], api_key: [], 'stream-auth-type': [] },
      { JWT: [], 'stream-auth-type': [] },
    ],
    servers: [{ url: 'https://chat.example.com' }],
  });
}

function vendorOperation(operation: Json, responses: JsonObject): Draft {
  const copy: Draft = lowered(operation, '');
  for (const [status, reply] of Object.entries<Draft>(copy.responses)) {
    const name = String(reply.$ref ?? '').replace('#/components/responses/', '');
    const whole: Draft = reply.$ref === undefined ? reply : lowered(responses[name] ?? {}, '');
    copy.responses[status] = { ...whole, description: status.startsWith('2') ? 'Success' : 'Failure' };
  }
  for (const parameter of copy.parameters ?? []) {
    // The parameters of its newer style.
    if (parameter.schema !== undefined && parameter.in !== 'header') parameter.schema.writeOnly = true;
    parameter['x-stream-index'] = '001.001';
  }
  const text = `Sends ${String(copy.operationId)} to the service.`;
  return { ...copy, tags: ['product:common'], summary: String(copy.operationId), description: text };
}

/** A copy in OpenAPI 3.0 without our own parts. */
function lowered(value: Json, key: string): Draft {
  if (isArray(value)) return value.map((item) => lowered(item, key));
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string' && key !== 'properties') return { $ref: value.$ref };
  const copy: Draft = {};
  for (const [name, inner] of Object.entries(value)) {
    const isName = key === 'properties';
    if (!isName && OURS.includes(name)) continue;
    copy[name] = name.startsWith('x-') ? inner : lowered(inner, isName ? '' : name);
  }
  if (key === 'properties' || !('type' in copy)) return copy;
  if (isArray(copy.type) && copy.format === 'date-time') copy.type = 'number';
  if (isArray(copy.type)) throw new Error(`No such type in OpenAPI 3.0: ${copy.type}`);
  return copy;
}

/** The differences of the vendor's file that are not on every schema. */
function addDialect(schemas: Draft): void {
  for (const [schema, field] of REQUIRED) schemas[schema].required = [...(schemas[schema].required ?? []), field];
  for (const name of POLL_BODIES) {
    const { custom, ...rest } = schemas[name].properties;
    schemas[name].properties = { ...rest, Custom: custom };
  }
  schemas.IngressAudioEncodingOptions.properties.channels.enum = ['1', '2'];
  schemas.UserRequest.properties.id.readOnly = true;
  schemas.CreateDeviceRequest.properties.user_id.writeOnly = true;
  schemas.OnlyUserID.writeOnly = true;
  for (const schema of Object.values<Draft>(schemas)) {
    for (const [index, [name, property]] of Object.entries<Draft>(schema.properties ?? {}).entries()) {
      property['x-stream-index'] = String(index).padStart(3, '0');
      if (index % 2 === 0 && property.$ref === undefined) property.title = name.replaceAll('_', ' ');
      if (property.minimum < 0) property.minimum = 18446744073709552000;
      property.description = `The ${name.replaceAll('_', ' ')}`;
    }
    schema['x-stream-docs-page-id'] = 'page';
  }
}

/** Keys in the vendor's order, which is the alphabet's. */
function sorted(value: Draft): Draft {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
