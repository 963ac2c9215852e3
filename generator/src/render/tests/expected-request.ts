import type { Body, CallExample, Operation, Parameter, Part } from '../../model/model.js';
import { sentPath } from '../../model/servers.js';
import type { Json, JsonObject, Schema } from '../../schema/index.js';
import {
  concreteSchema,
  isArray,
  isBinarySchema,
  isDateTime,
  isJsonMediaType,
  isObject,
  itemSchemaAt,
  objectShape,
  type Resolver,
  schemaTypes,
} from '../../schema/index.js';
import type { ExampleFile, LiteralOptions } from '../calls/literals.js';

/** The request that a call must send: derived from the spec alone, not with the client's code. */
export interface ExpectedRequest {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Decoded names and values, in the order of the parameters. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower-case names. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: ExpectedBody;
}

export type ExpectedBody =
  | { readonly kind: 'json'; readonly value: Json; readonly mediaType?: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'form'; readonly value: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'multipart'; readonly value: readonly ExpectedPart[]; readonly mediaType?: string };

/** `text`: a field as a string; `json`: a field with this JSON value; `file`: bytes with a name. */
export type ExpectedPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly json: Json }
  | { readonly name: string; readonly file: ExampleFile & { readonly text: string } };

/** The serialisation rules of OpenAPI 3.1: style and explode (4.8.12), content, and the encodings of a body (4.8.15). */
export function expectRequest(operation: Operation, example: CallExample, context: LiteralOptions): ExpectedRequest {
  let whole = sentPath(operation);
  const query: [string, string][] = [];
  const headers: [string, string][] = [];
  const cookies: string[] = [];
  for (const { parameter, value } of example.parameters) {
    const wire = onTheWire(value, parameter.schema, context.resolver);
    if (parameter.in === 'path') whole = whole.replaceAll(`{${parameter.name}}`, () => pathText(parameter, wire));
    else if (parameter.in === 'query') query.push(...queryPairs(parameter, wire));
    else if (parameter.in === 'header') headers.push([parameter.name.toLowerCase(), plainText(parameter, wire)]);
    else cookies.push(...cookieTexts(parameter, wire));
  }
  if (cookies.length > 0) headers.push(['cookie', cookies.join('; ')]);
  // Some specs have a part of the query in the path.
  const [path = '', fixed = ''] = whole.split('?', 2);
  const expectedBody =
    operation.body && example.body !== undefined
      ? expectBody(sentBody(operation.body, example.body, context.resolver), example.body, context)
      : undefined;
  return {
    method: operation.method.toUpperCase(),
    path,
    query: [...new URLSearchParams(fixed), ...query],
    headers,
    ...(expectedBody === undefined ? {} : { body: expectedBody }),
  };
}

/** The value with its date-times as RFC 3339 in UTC with milliseconds, which is how a `Date` is sent. */
function onTheWire(value: Json, schema: Schema, resolver: Resolver): Json {
  const concrete = concreteSchema(schema, value, resolver);
  if (typeof value === 'string') return isDateTime(concrete) ? new Date(value).toISOString() : value;
  if (isArray(value)) {
    return value.map((item, index) => onTheWire(item, itemSchemaAt(concrete, index), resolver));
  }
  if (!isObject(value)) return value;
  const shape = objectShape(concrete, resolver);
  const known = new Map(shape.properties.map((property) => [property.name, property.schema]));
  const entries = Object.entries(value).map(([name, item]) => {
    return [name, onTheWire(item, known.get(name) ?? shape.additional ?? true, resolver)] as const;
  });
  return Object.fromEntries(entries);
}

function text(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pathText(parameter: Parameter, value: Json): string {
  if (parameter.mediaType !== undefined) return encodeURIComponent(JSON.stringify(value));
  const { name, style, explode, allowReserved } = parameter;
  const encode = (part: Json): string => {
    const whole = encodeURIComponent(text(part));
    return allowReserved ? whole.replaceAll('%2F', '/') : whole;
  };
  const prefix = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  if (isArray(value)) {
    if (style === 'matrix') {
      return explode
        ? value.map((item) => `;${name}=${encode(item)}`).join('')
        : `;${name}=${value.map(encode).join(',')}`;
    }
    return prefix + value.map(encode).join(style === 'label' && explode ? '.' : ',');
  }
  if (isObject(value)) {
    const pairs = Object.entries(value).map(([key, item]) => [encodeURIComponent(key), encode(item)] as const);
    if (explode) return prefix + pairs.map((pair) => pair.join('=')).join(style === 'simple' ? ',' : prefix);
    return (style === 'matrix' ? `;${name}=` : prefix) + pairs.flat().join(',');
  }
  return style === 'matrix' ? `;${name}=${encode(value)}` : prefix + encode(value);
}

function queryPairs(
  parameter: Pick<Parameter, 'name' | 'style' | 'explode' | 'mediaType'>,
  value: Json,
): [string, string][] {
  const { name, style, explode } = parameter;
  if (parameter.mediaType !== undefined) return [[name, JSON.stringify(value)]];
  // No style defines objects inside an array: the whole value is sent as JSON.
  const isNested = isComposite(value) && Object.values(value).some(isComposite);
  const isSpread = isObject(value) && explode;
  if (isNested && style !== 'deepObject' && !isSpread) return [[name, JSON.stringify(value)]];
  const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  if (isArray(value)) {
    if (style === 'deepObject') return deepPairs(name, value);
    if (explode) return value.map((item) => [name, text(item)]);
    return value.length === 0 ? [] : [[name, value.map(text).join(separator)]];
  }
  if (isObject(value)) {
    if (style === 'deepObject') return deepPairs(name, value);
    const pairs = Object.entries(value).flatMap(([key, item]): [string, string][] =>
      isArray(item) && !item.some(isComposite) ? item.map((one) => [key, text(one)]) : [[key, text(item)]],
    );
    return explode ? pairs : pairs.length === 0 ? [] : [[name, pairs.flat().join(separator)]];
  }
  return [[name, text(value)]];
}

function isComposite(value: Json): value is JsonObject | readonly Json[] {
  return isArray(value) || isObject(value);
}

function deepPairs(name: string, value: Json): [string, string][] {
  if (!isComposite(value)) return [[name, text(value)]];
  return Object.entries(value).flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item));
}

/** As in a query, but each name and value is encoded separately: the commas between them stay. */
function cookieTexts(parameter: Parameter, value: Json): string[] {
  const encode = (part: Json): string => encodeURIComponent(text(part));
  const name = encode(parameter.name);
  if (parameter.mediaType === undefined && !parameter.explode) {
    const parts = isArray(value) ? value : isObject(value) ? Object.entries(value).flat() : [value];
    return parts.length === 0 && typeof value === 'object' ? [] : [`${name}=${parts.map(encode).join(',')}`];
  }
  return queryPairs(parameter, value).map((pair) => pair.map(encode).join('='));
}

function plainText(parameter: Parameter, value: Json): string {
  if (parameter.mediaType !== undefined) return JSON.stringify(value);
  if (isArray(value)) return value.map(text).join(',');
  if (!isObject(value)) return text(value);
  const pairs = Object.entries(value).map(([key, item]) => [key, text(item)]);
  return parameter.explode ? pairs.map((pair) => pair.join('=')).join(',') : pairs.flat().join(',');
}

/** Without a file, JSON with these fields is preferred to a form. */
function sentBody(body: Body, value: Json, resolver: Resolver): Body {
  const names = isObject(value) ? Object.keys(value) : [];
  if (names.some((name) => partNamed(body, name)?.kind === 'file')) return body;
  const fits = ({ kind, schema }: Body): boolean => {
    const fields = new Set(objectShape(schema, resolver).properties.map(({ name }) => name));
    return (
      kind === 'json' && schemaTypes(schema, resolver).join() === 'object' && names.every((name) => fields.has(name))
    );
  };
  return [body, ...(body.others ?? [])].find(fits) ?? body;
}

function partNamed({ parts }: Body, name: string): Part | undefined {
  return parts.find((part) => part.name === name) ?? parts.find((part) => part.name === '*');
}

function expectBody(body: Body, value: Json, context: LiteralOptions): ExpectedBody {
  const wire = onTheWire(value, body.schema, context.resolver);
  if (body.kind === 'json') {
    const isOther = !isJsonMediaType(body.mediaType) && !body.mediaType.includes('*');
    return { kind: 'json', value: wire, ...(isOther ? { mediaType: body.mediaType } : {}) };
  }
  if (body.kind === 'text' || body.kind === 'binary') return { kind: 'text', value: text(wire) };
  // A form has no null.
  const fields = isObject(wire) ? Object.entries(wire).filter(([, item]) => item !== null) : [];
  const shape = objectShape(concreteSchema(body.schema, value, context.resolver), context.resolver);
  const parts = fields.flatMap(([name, item]) => {
    const schema = shape.properties.find((property) => property.name === name)?.schema ?? true;
    const isBytes = typeof item === 'string' && isBinarySchema(concreteSchema(schema, item, context.resolver));
    return expectPart(name, item, isBytes ? { name, kind: 'file', repeated: false } : partNamed(body, name), context);
  });
  if (body.kind === 'multipart') {
    const isOther = !/^multipart\/form-data\b/i.test(body.mediaType);
    return { kind: 'multipart', value: parts, ...(isOther ? { mediaType: body.mediaType } : {}) };
  }
  return {
    kind: 'form',
    value: parts.map((part) => [
      part.name,
      'text' in part ? part.text : 'json' in part ? JSON.stringify(part.json) : part.file.text,
    ]),
  };
}

function expectPart(name: string, value: Json, part: Part | undefined, context: LiteralOptions): ExpectedPart[] {
  if ((part?.repeated || part?.kind === 'file') && isArray(value)) {
    return value.flatMap((item) => expectPart(name, item, { ...part, repeated: false }, context));
  }
  if (part?.style) {
    const pairs = queryPairs({ ...part.style, name }, value);
    return pairs.map(([field, inner]) => ({ name: field, text: inner }));
  }
  if (part?.kind === 'file') return [{ name, file: { ...context.file(name), text: text(value) } }];
  if (part?.kind === 'json' || typeof value === 'object') return [{ name, json: value }];
  return [{ name, text: text(value) }];
}
