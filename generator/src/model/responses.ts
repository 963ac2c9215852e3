import { isStatus } from '../load/document.js';
import { type Problem, warningProblem } from '../problems/index.js';
import type { JsonObject, References, Schema, StreamKind } from '../schema/index.js';
import {
  dereference,
  encodedJson,
  get,
  getObject,
  getString,
  isJsonMediaType,
  isStructured,
  itemsOf,
  objectShape,
  optional,
  pointerToken,
  schemaTypes,
  streamKind,
  unwrapFully,
} from '../schema/index.js';
import { preferredResponse, responseKind } from './media-types.js';
import type { OperationResponse, ResponseHeader, ResponseLink } from './model.js';
import { firstMediaType, schemaOf } from './parameters.js';

/** A request with one of these headers may get 304 (RFC 9110, 13.1). */
const conditions = new Set(['if-none-match', 'if-modified-since']);

/**
 * Responses Object (OpenAPI 3.1, 4.8.16). If there is no 2xx response, a redirect is the success response, otherwise `default`.
 * @param headers the names of the operation's header parameters
 */
export function buildResponses(
  operation: JsonObject,
  pointer: string,
  references: References,
  headers: readonly string[],
) {
  const problems: Problem[] = [];
  const responses = getObject(operation, 'responses') ?? {};
  const statuses = Object.keys(responses).filter(isStatus);
  const [first] = ['2', '3', 'd'].filter((digit) => statuses.some((status) => status.startsWith(digit)));
  const isConditional = headers.some((name) => conditions.has(name.toLowerCase()));
  const all = statuses.map((status): OperationResponse => {
    const object = references.object(responses[status]) ?? {};
    const success = status.charAt(0) === first || (isConditional && status === '304');
    const place = `${pointer}/responses/${pointerToken(status)}`;
    const built = buildContent(object, references, place);
    problems.push(...built.problems);
    return {
      pointer: place,
      status: status === 'default' ? status : status.toUpperCase(),
      success,
      ...optional('description', getString(object, 'description')),
      ...built.content,
      ...listed('headers', buildHeaders(object, references)),
      ...listed('links', buildLinks(object, references)),
    };
  });
  return { responses: all, problems };
}

function listed<Key extends string, Item>(key: Key, items: readonly Item[]): { readonly [K in Key]?: readonly Item[] } {
  return optional(key, items.length === 0 ? undefined : items);
}

function buildLinks(response: JsonObject, references: References): ResponseLink[] {
  return Object.entries(getObject(response, 'links') ?? {}).flatMap(([name, raw]): ResponseLink[] => {
    const link = references.object(raw);
    const operation = getString(link, 'operationId') ?? getString(link, 'operationRef');
    if (operation === undefined) return [];
    return [{ name, operation, ...optional('description', getString(link, 'description')) }];
  });
}

/** Header Objects (OpenAPI 3.1, 4.8.21); one called `Content-Type` is ignored (4.8.17). */
function buildHeaders(response: JsonObject, references: References): ResponseHeader[] {
  return Object.entries(getObject(response, 'headers') ?? {}).flatMap(([name, raw]): ResponseHeader[] => {
    const object = references.object(raw);
    if (!object || name.toLowerCase() === 'content-type') return [];
    const [mediaType, media] = firstMediaType(object);
    return [
      {
        name,
        required: get(object, 'required') === true,
        deprecated: get(object, 'deprecated') === true,
        ...optional('description', getString(object, 'description')),
        schema: schemaOf(media ?? object),
        json: mediaType !== undefined && isJsonMediaType(mediaType),
      },
    ];
  });
}

type Content = Pick<OperationResponse, 'kind' | 'stream' | 'mediaType' | 'otherMediaTypes' | 'schema' | 'examples'>;

function buildContent(
  response: JsonObject,
  references: References,
  pointer: string,
): { readonly content: Content; readonly problems: readonly Problem[] } {
  const content = getObject(response, 'content') ?? {};
  const candidates = Object.keys(content).map((mediaType) => {
    const media = references.object(content[mediaType]) ?? {};
    const schema = dereference(schemaOf(media), references) ?? true;
    const kind = responseKind(mediaType, schema, schemaTypes(schema, references));
    return { mediaType, media, schema, kind, ...optional('stream', streamKind(mediaType)) };
  });
  const chosen = preferredResponse(candidates);
  if (!chosen) return { content: { kind: 'empty', examples: [] }, problems: [] };
  const { kind, stream, mediaType, media } = chosen;
  const others = candidates.filter((candidate) => candidate !== chosen);
  return {
    content: {
      kind,
      ...optional('stream', stream),
      mediaType,
      otherMediaTypes: others.filter((other) => stream || !other.stream).map((other) => other.mediaType),
      schema: stream ? valueSchema(media, stream, references) : schemaOf(media),
      examples: stream ? [] : namedExamples(media, references),
    },
    problems: kind === 'text' && isStructured(chosen.schema) ? [plainResponse(mediaType, pointer)] : [],
  };
}

/** The schema of one value of a stream: of the items of an array, and of the `data` of events if these are defined as a whole. */
function valueSchema(media: JsonObject, stream: StreamKind, references: References): Schema {
  const described = getObject(media, 'itemSchema') ?? schemaOf(media);
  const whole = unwrapFully(described, references).schema;
  const isList = schemaTypes(whole, references).includes('array');
  const item = isList ? itemsOf(whole) : described;
  if (stream === 'lines') return item;
  const { members } = unwrapFully(item, references);
  const kinds = (members.length > 0 ? members : [item]).map((one) => eventData(one, references));
  const [first] = kinds;
  if (first === undefined || kinds.includes(undefined)) return item;
  return kinds.length === 1 ? first : { anyOf: kinds.flatMap((one) => one ?? []) };
}

/** The schema of `data`, if a whole event is defined. */
function eventData(schema: Schema, references: References): Schema | undefined {
  const { properties } = objectShape(schema, references);
  const data = properties.find(({ name }) => name === 'data');
  const isEvent = data && properties.length > 1 && properties.every(({ name }) => eventFields.has(name));
  return isEvent ? (encodedJson(data.schema) ?? data.schema) : undefined;
}

const eventFields = new Set(['data', 'event', 'id', 'retry']);

function plainResponse(mediaType: string, pointer: string): Problem {
  const place = { pointer: `${pointer}/content/${pointerToken(mediaType)}` };
  const message = `A response of ${mediaType} is returned as a string: its schema is not used.`;
  return warningProblem('media-type-plain', place, message, 'Define the response as JSON, or as a string.');
}

/**
 * `examples` by name, or the single `example` under the name `default` (Media Type Object, 4.8.14), each with its pointer within
 * the object that contains it.
 */
export function namedExamples(holder: JsonObject, references: References) {
  const named = Object.entries(getObject(holder, 'examples') ?? {}).flatMap(([name, raw]) => {
    const object = references.object(raw);
    const value = get(object, 'value');
    return value === undefined ? [] : [{ name, value, at: `/examples/${pointerToken(name)}/value` }];
  });
  const single = get(holder, 'example');
  if (named.length > 0 || single === undefined) return named;
  return [{ name: 'default', value: single, at: '/example' }];
}
