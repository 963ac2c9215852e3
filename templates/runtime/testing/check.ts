import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { partOf } from '../encode/parts.js';
import type { Body } from '../operation.js';
import type { FakeBody, FakeData, FakeOperation, JsonSchema } from './data.js';

/**
 * Validates the arguments of an operation against the spec: each problem with its place.
 * @param sent the body that the client sends
 */
export type Check = (operation: FakeOperation, args: unknown, sent: Body | undefined) => readonly string[];

export function createCheck({ definitions }: FakeData): Check {
  const lookup: Record<string, Schema | boolean> = Object.create(null);
  const known = new Map<JsonSchema, string>();
  const add = ($id: string, schema: JsonSchema) => void dereference({ ...schema, $id }, lookup);
  const problemsOf = (schema: JsonSchema, value: unknown, place: string): string[] => {
    if (known.size === 0) for (const [id, definition] of Object.entries(definitions)) add(id, definition);
    const $ref = known.get(schema) ?? `urn:schema:${known.size}`;
    if (!known.has(schema)) add($ref, schema);
    known.set(schema, $ref);
    const { errors } = validate(value, { $ref, __absolute_ref__: $ref }, '2020-12', lookup, false);
    const causes = errors.filter(({ keyword }) => !applicators.has(keyword));
    return (causes.length > 0 ? causes : errors).map((error) => describeError(error, place));
  };
  return (operation, args, sent) => {
    const left: Record<string, unknown> = Object.assign(Object.create(null), args);
    const problems: string[] = [];
    for (const { argument, required, schema } of operation.parameters ?? []) {
      const value = left[argument];
      delete left[argument];
      if (value !== undefined && value !== null) problems.push(...problemsOf(schema, asJson(value), argument));
      else if (required) problems.push(`${argument} is missing`);
    }
    const body = bodyFor(operation.bodies ?? [], sent);
    if (!body) return problems;
    const { argument, schema, required } = body;
    const value = argument === undefined ? left : left[argument];
    const isGiven = argument === undefined ? required || Object.keys(left).length > 0 : value !== undefined;
    if (isGiven) problems.push(...problemsOf(schema, asSent(value, sent), argument ?? ''));
    else if (required) problems.push(`${argument} is missing`);
    return problems;
  };
}

/** Keywords whose errors only report that there are errors below. */
const applicators = new Set([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'properties', 'patternProperties', 'additionalProperties', 'items'],
  ...['prefixItems', 'dependentSchemas', 'if', 'then', 'else', 'unevaluatedProperties', 'unevaluatedItems'],
]);

function describeError({ instanceLocation, error }: OutputUnit, place: string): string {
  const inside = instanceLocation.replace(/^#\/?/, '');
  const [, missing = ''] = /does not have required property "(.*)"\.$/.exec(error) ?? [];
  const path = [place, decodeURIComponent(inside), missing].filter((part) => part !== '').join('/');
  if (missing !== '') return `${path} is missing`;
  return `${path === '' ? 'the body' : path}: ${error.replace(/^Instance /, '')}`;
}

/** The defined body that is sent: that of its media type, or the first. */
function bodyFor(bodies: readonly FakeBody[], sent: Body | undefined): FakeBody | undefined {
  return bodies.find(({ mediaType }) => mediaType === sent?.mediaType) ?? bodies[0];
}

/** A body as the schema defines it: with text in place of each file, and without the absent fields of a form. */
function asSent(value: unknown, sent: Body | undefined): unknown {
  if (sent?.kind === 'binary') return 'file';
  if (sent?.kind !== 'multipart' && sent?.kind !== 'form') return asJson(value);
  const present = Object.entries(Object(value)).filter(([, item]) => item !== undefined && item !== null);
  const fields = present.map(([name, item]) => {
    const isFile = partOf(sent, name).kind?.startsWith('file');
    return [name, isFile ? (Array.isArray(item) ? item.map(() => 'file') : 'file') : asJson(item)] as const;
  });
  return Object.fromEntries(fields);
}

/** A value as it is in JSON. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
  return text === undefined ? undefined : JSON.parse(text);
}
