import { type Problem, warningProblem } from '../problems/index.js';
import type { Json, JsonObject, References, Schema } from '../schema/index.js';
import { isArray, isObject, isReadOnly, isWhollyHidden, objectShape, schemaTypes } from '../schema/index.js';
import type { BodySource } from './bodies.js';
import type { Body, CallExample, Parameter } from './model.js';
import { isSpread, type ParameterSource } from './parameters.js';
import { type Change, repairExample } from './repair.js';
import { namedExamples } from './responses.js';
import { synthesise } from './synthesise/index.js';

interface CallSource {
  readonly pointer: string;
  readonly parameters: readonly ParameterSource[];
  readonly body?: BodySource;
}

interface Placed {
  readonly value: Json;
  readonly pointer: string;
}

/** Examples by name. */
type Values = ReadonlyMap<string, Placed>;

/**
 * Builds the example calls of an operation. The same key under `examples` of its parameters and of its body makes one call; a
 * single `example` belongs to the call `default`. Invalid values are repaired, with a warning. A call `complete` is added if the
 * others leave parameters or body fields unused, so that each is tested once.
 */
export function buildExamples(source: CallSource, references: References) {
  const problems: Problem[] = [];
  const body = source.body?.body;
  const needsBody = body !== undefined && isNeeded(body, references);
  const valuesOf = ({ examples, pointer }: { readonly examples: JsonObject; readonly pointer: string }): Values =>
    new Map(namedExamples(examples, references).map(({ name, value, at }) => [name, { value, pointer: pointer + at }]));
  const parameters = source.parameters.map((entry) => ({ ...entry, values: valuesOf(entry) }));
  const bodies: Values = source.body ? valuesOf(source.body) : new Map();
  const titles = new Set([...parameters.flatMap(({ values }) => [...values.keys()]), ...bodies.keys()]);
  const examples = [...titles].map(documentedCall);
  if (examples.length === 0) examples.push(synthesisedCall('required'));
  if (!coversAll(examples, source, references)) examples.push(synthesisedCall('complete'));
  const possible = examples.filter((example) => example.body !== undefined || !needsBody);
  if (possible.length < examples.length) {
    const message =
      'No valid value was found for the schema of this body; calls that need it have no example and no test.';
    const hint = 'Check whether the schema contradicts itself, or add a valid example.';
    const { pointer } = body ?? source;
    problems.push(warningProblem('example-impossible', { pointer }, message, hint));
  }
  return { examples: possible, problems };

  function documentedCall(title: string): CallExample {
    const given = parameters.flatMap(({ parameter, values }) => {
      const { required, name } = parameter;
      // An empty path segment would address another path.
      const own = parameter.schema;
      const schema = parameter.in === 'path' && isObject(own) ? { minLength: 1, ...own } : own;
      const [first] = values.values();
      const raw = values.get(title) ?? (required ? first : undefined);
      const repaired = raw === undefined ? undefined : repair(title, raw, schema, name);
      // An empty list is not sent.
      const isMissing = required && (repaired === undefined || isEmpty(repaired));
      const found = isMissing ? synthesiseValue(parameter, references, 'required') : repaired;
      const value = sendable(found, parameter);
      return value === undefined ? [] : [{ parameter, value }];
    });
    return { title, origin: 'documented', parameters: given, ...documentedBody(title) };
  }

  function documentedBody(title: string): { body?: Json } {
    const raw = bodies.get(title);
    if (body === undefined || (raw === undefined && !needsBody)) return {};
    const value = raw === undefined ? undefined : repair(title, raw, body.schema, 'body');
    return value === undefined ? synthesisedBody(body, references, 'required') : exampleBody(value, body);
  }

  function repair(title: string, { value, pointer }: Placed, schema: Schema, name: string): Json | undefined {
    const repaired = repairExample(value, schema, references, name);
    if (repaired.changes.length > 0) problems.push(repairedProblem(title, pointer, name, repaired.changes));
    return repaired.value;
  }

  function synthesisedCall(fill: 'required' | 'complete'): CallExample {
    const isComplete = fill === 'complete';
    const given = parameters.flatMap(({ parameter }) => {
      const made = isComplete || parameter.required ? synthesiseValue(parameter, references, fill) : undefined;
      const value = sendable(made, parameter);
      return value === undefined ? [] : [{ parameter, value }];
    });
    return {
      title: isComplete ? 'every parameter' : 'default',
      origin: isComplete ? 'complete' : 'synthesised',
      parameters: distinct(given, source.parameters),
      ...(body !== undefined && (isComplete || needsBody) ? synthesisedBody(body, references, fill) : {}),
    };
  }
}

/** @param pointer to the example, of which the changes contain the pointers below the name. */
function repairedProblem(title: string, pointer: string, name: string, changes: readonly Change[]): Problem {
  const more = changes.length > 5 ? `; ${changes.length - 5} more` : '';
  const [first] = changes;
  const reasons = changes.slice(0, 5).map(({ place, reason }) => `\`${place}\` ${reason}`);
  const message = `The example '${title}' does not match its schema: ${reasons.join('; ')}${more}. The documentation and the tests use a valid value instead.`;
  const place = { pointer: pointer + (first?.place.slice(name.length) ?? '') };
  const hint = 'Correct the example, or the schema if the example is right.';
  return warningProblem('example-repaired', place, message, hint);
}

function synthesiseValue(
  parameter: Parameter,
  references: References,
  fill: 'required' | 'complete',
): Json | undefined {
  // If all fields are readOnly, the author means them to be sent.
  const isRead = isWhollyHidden(parameter.schema, 'request', references);
  const options = { fill, direction: isRead ? 'reply' : 'request', name: parameter.name } as const;
  // An empty array or object is not sent in a query, header or cookie.
  const present = { minItems: 1, minProperties: 1 };
  // If the schema leaves the type open, a string is the safest value of a parameter.
  const isOpen = parameter.mediaType === undefined && schemaTypes(parameter.schema, references).length === 0;
  const filled: Schema = { allOf: [parameter.schema, isOpen ? { type: 'string' } : present] };
  return (
    synthesise(filled, references, { ...options, filledLists: true }) ??
    synthesise(parameter.schema, references, options) ??
    (parameter.required ? synthesise({ type: 'string' }, references, options) : undefined)
  );
}

/** The values without fields of spread objects that have the names of other parameters: the request would be ambiguous. */
function distinct(given: CallExample['parameters'], all: readonly ParameterSource[]): CallExample['parameters'] {
  const taken = new Set(all.flatMap(({ parameter: { in: place, name } }) => (place === 'query' ? [name] : [])));
  return given.flatMap((entry) => {
    const { parameter, value } = entry;
    if (!isSpread(parameter) || !isObject(value)) return [entry];
    const left = Object.entries(value).filter(([name]) => name === parameter.name || !taken.has(name));
    for (const [name] of left) taken.add(name);
    return left.length === 0 && !parameter.required ? [] : [{ parameter, value: Object.fromEntries(left) }];
  });
}

/** The value without what only the styles of a query can express: lists and objects inside others. */
function sendable(value: Json | undefined, { in: place, mediaType }: Parameter): Json | undefined {
  if (place === 'query' || mediaType !== undefined || typeof value !== 'object' || value === null) return value;
  const isNested = (item: Json): boolean => typeof item === 'object' && item !== null;
  if (isArray(value)) return value.some(isNested) ? undefined : value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => !isNested(item)));
}

function synthesisedBody(body: Body, references: References, fill: 'required' | 'complete'): { body?: Json } {
  const { kind, schema } = body;
  const options = { fill, direction: 'request', name: 'body' } as const;
  const isPairs = kind === 'form' || kind === 'multipart';
  const filled = isPairs ? synthesise(schema, references, { ...options, filledLists: true }) : undefined;
  return exampleBody(filled ?? synthesise(schema, references, options), body);
}

/** An optional body without fields, or null, is not sent: fields are beside the parameters. */
function exampleBody(value: Json | undefined, body: Body): { body?: Json } {
  const isAbsent = value === null || (isObject(value) && isEmpty(value));
  return value === undefined || (isAbsent && !body.required) ? {} : { body: value };
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/**
 * Whether a call without the body would be a poor example: a body with required fields is seldom optional, although `required` is
 * false by default.
 */
function isNeeded(body: Body, references: References): boolean {
  if (body.required) return true;
  const { properties } = objectShape(body.schema, references);
  return properties.some(({ required, schema }) => required && !isReadOnly(schema, references));
}

/** Whether each parameter and each top-level field of the body is used in at least one of the calls. */
function coversAll(examples: readonly CallExample[], source: CallSource, references: References): boolean {
  const used = new Set(examples.flatMap((example) => example.parameters.map((entry) => entry.parameter)));
  if (source.parameters.some(({ parameter }) => !used.has(parameter))) return false;
  if (!source.body) return true;
  const bodies = examples.map((example) => example.body);
  if (bodies.every((body) => body === undefined)) return false;
  const { properties } = objectShape(source.body.body.schema, references);
  return properties.every(
    ({ name, schema }) =>
      isReadOnly(schema, references) || bodies.some((body) => isObject(body) && Object.hasOwn(body, name)),
  );
}
