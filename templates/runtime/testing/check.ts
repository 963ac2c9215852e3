import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { isPlainObject } from '../encode/scalar.js';
import type { FakeBody, FakeData, FakeOperation, JsonSchema } from './data.js';

/** Checks the arguments of an operation, as they are sent, against the spec: each problem with its place. */
export type Check = (operation: FakeOperation, args: unknown, mediaType: string | undefined) => readonly string[];

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
  return (operation, args, mediaType) => {
    const left: Record<string, unknown> = Object.assign(Object.create(null), args);
    const problems: string[] = [];
    for (const { argument, required, schema } of operation.parameters ?? []) {
      const value = left[argument];
      delete left[argument];
      if (value !== undefined && value !== null) problems.push(...problemsOf(schema, asSent(value), argument));
      else if (required) problems.push(`${argument} is missing`);
    }
    const body = bodyFor(operation.bodies ?? [], mediaType);
    if (!body) return problems;
    const { argument, schema, required } = body;
    const value = argument === undefined ? left : left[argument];
    const isGiven = argument === undefined ? required || Object.keys(left).length > 0 : value !== undefined;
    if (isGiven) problems.push(...problemsOf(schema, asSent(value), argument ?? ''));
    else if (required) problems.push(`${argument} is missing`);
    return problems;
  };
}

/** Keywords whose errors only say that there are others below. */
const applicators = new Set([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'properties', 'patternProperties', 'additionalProperties', 'items'],
  ...['prefixItems', 'dependentSchemas', 'if', 'then', 'else', 'unevaluatedProperties', 'unevaluatedItems'],
]);

function describeError({ instanceLocation, error }: OutputUnit, place: string): string {
  const inside = instanceLocation.replace(/^#\/?/, '');
  const path = [place, decodeURIComponent(inside)].filter((part) => part !== '').join('/');
  const text = error.replace(/^Instance /, '').replace(/^does not have required property "(.*)"\.$/, 'has no "$1"');
  return `${path === '' ? 'the body' : path}: ${text}`;
}

/** The body of the media type that is sent. */
function bodyFor(bodies: readonly FakeBody[], mediaType: string | undefined): FakeBody | undefined {
  const bare = mediaType?.split(';')[0]?.trim().toLowerCase();
  return bodies.find((body) => body.mediaType.toLowerCase() === bare) ?? bodies[0];
}

/** A value as JSON has it, with a text in the place of each file. */
function asSent(value: unknown): unknown {
  if (value instanceof Date) return value.toJSON();
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(asSent);
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function' && !ArrayBuffer.isView(value)) return value.toJSON();
  const isFile = !isPlainObject(value) || ('data' in value && typeof value.data === 'object' && 'name' in value);
  if (isFile) return 'file';
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([name, item]) => [name, asSent(item)]));
}
