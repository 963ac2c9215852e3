import { isUtf8 } from 'node:buffer';
import { bodiesOf } from '../model/bodies.js';
import { bodyKind } from '../model/media-types.js';
import type { Body, Operation, Parameter, Part } from '../model/model.js';
import { schemaOf } from '../model/parameters.js';
import { addTo, isKnown } from '../problems/index.js';
import {
  getObject,
  isJsonMediaType,
  type Json,
  type JsonObject,
  type References,
  type Resolver,
  type Schema,
} from '../schema/index.js';
import { type Failure, headerOf, mediaTypeOf, pairsOf, parseJson, type Received, type Refusal } from './exchange.js';
import { plain, readPairs } from './parameters.js';
import type { BodyContent } from './validator.js';
import { outline, type Pairs, scalar } from './values.js';

/** A parsed body: `content` is absent if there is no body to check. */
export interface ReadBody {
  readonly content?: BodyContent;
  readonly value?: Json;
  readonly failures: readonly Failure[];
}

/** Parses the body by its media type (Request Body Object, OpenAPI 3.1, 4.8.13). */
export async function readBody(
  received: Received,
  operation: Operation,
  references: References,
  resolver: Resolver,
): Promise<ReadBody | Refusal> {
  const { body } = operation;
  if (body === undefined) {
    return { failures: received.body.length === 0 ? [] : [{ place: 'body', message: 'is not in the spec' }] };
  }
  const contentType = headerOf(received, 'content-type');
  const bodies = bodiesOf(operation);
  // A form without fields, text and binary may be empty.
  const mayBeEmpty = bodies.some(({ kind }) => kind === 'text' || kind === 'binary' || kind === 'form');
  if (received.body.length === 0 && (contentType === undefined || !mayBeEmpty)) {
    return { failures: body.required ? [{ place: 'body', message: 'is missing' }] : [] };
  }
  const refuse = (header: string, message: string): Refusal => {
    return { status: 415, failures: [{ place: `header/${header}`, message }] };
  };
  const described = contentOf(body, references);
  const mediaType = mediaTypeOf(contentType);
  const coding = headerOf(received, 'content-encoding') ?? 'identity';
  const match = matching(mediaType, Object.keys(described));
  if (coding !== 'identity') return refuse('Content-Encoding', 'must be "identity"');
  if (match === undefined) return refuse('Content-Type', `must be one of ${Object.keys(described).join(', ')}`);
  const media = references.object(described[match]) ?? {};
  const own = bodies.find((one) => one.mediaType === match);
  const schema = own?.schema ?? (body.kind === 'binary' ? body.schema : schemaOf(media));
  const content = { mediaType: match, schema };
  const kind = own && !match.includes('*') ? own.kind : bodyKind(mediaType, schema);
  if (kind === 'json') return { ...readJson(received.body), content };
  if (kind === 'multipart' || kind === 'form') {
    const read = await readParts(received.body, contentType ?? '', { kind, parts: own?.parts ?? [] }, schema, resolver);
    return { ...read, content };
  }
  return { content, value: received.body.toString('utf8'), failures: [] };
}

function contentOf(body: Body, references: References): JsonObject {
  return getObject(references.object(references.lookup(`#${encodeURI(body.pointer)}`)), 'content') ?? {};
}

/** The media type in the spec that matches the sent one: itself, or a range such as `text/*`. */
function matching(mediaType: string, described: readonly string[]): string | undefined {
  const same = described.find((candidate) => mediaTypeOf(candidate) === mediaType);
  const range = described.find((candidate) => {
    const known = mediaTypeOf(candidate);
    return known === '*/*' || (known.endsWith('/*') && mediaType.startsWith(known.slice(0, -1)));
  });
  return mediaType === '' ? undefined : (same ?? range);
}

function readJson(bytes: Buffer): { readonly value?: Json; readonly failures: readonly Failure[] } {
  if (!isUtf8(bytes)) return { failures: [{ place: 'body', message: 'is not JSON: it is not UTF-8' }] };
  const failures: Failure[] = [];
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const value = parseJson(text, (reason) => failures.push({ place: 'body', message: `is not JSON: ${reason}` }));
  return { ...(value === undefined ? {} : { value }), failures };
}

async function readParts(
  bytes: Buffer,
  contentType: string,
  { kind, parts }: Pick<Body, 'kind' | 'parts'>,
  schema: Schema,
  resolver: Resolver,
): Promise<{ readonly value?: Json; readonly failures: readonly Failure[] }> {
  const entries = kind === 'form' ? pairsOf(bytes.toString('utf8')).map(decoded) : await partsOf(bytes, contentType);
  if (entries === undefined) return { failures: [{ place: 'body', message: `is not ${mediaTypeOf(contentType)}` }] };
  const failures: Failure[] = [];
  const value = new Map<string, Json>();
  const { properties, additional } = outline(schema, resolver);
  const taken = readStyled(kind === 'form' ? rawPairs(bytes) : encodedPairs(entries), parts, properties, {
    resolver,
    set: (name, json) => value.set(name, json),
    fail: (name, message) => failures.push({ place: `body/${name}`, message }),
  });
  const groups = new Map<string, (File | string)[]>();
  for (const [name, entry] of entries) {
    if (typeof entry === 'string' && taken.has(name)) continue;
    addTo(groups, name, entry);
  }
  const known = new Map(parts.map((part) => [part.name, part] as const));
  const isFree = additional === undefined ? properties.size === 0 : additional !== false;
  for (const [name, group] of groups) {
    const place = `body/${name}`;
    if (!properties.has(name) && !isFree) {
      failures.push({ place, message: 'is not in the spec' });
      continue;
    }
    const part = known.get(name) ?? known.get('*') ?? { name, kind: 'text', repeated: false };
    const property = properties.get(name) ?? additional ?? true;
    const item = part.repeated ? outline(property, resolver).items : property;
    const readPart = async (entry: File | string): Promise<Json> => {
      const text = typeof entry === 'string' ? entry : await entry.text();
      if (part.kind === 'file') {
        if (typeof entry === 'string') failures.push({ place, message: 'must be a file' });
        return text;
      }
      const isJson = part.kind === 'json' || (typeof entry !== 'string' && isJsonMediaType(entry.type));
      if (!isJson) return scalar(text, item, resolver);
      const read = parseJson(text, () => failures.push({ place, message: 'is not JSON' }));
      return read === undefined ? text : read;
    };
    const items = await Promise.all(group.map(readPart));
    const [only = null] = items;
    value.set(name, part.repeated || items.length > 1 ? items : only);
  }
  return { value: Object.fromEntries(value), failures };
}

/** The parts of a multipart body; `undefined` if it is invalid. The platform's parser only parses form data. */
async function partsOf(bytes: Buffer, contentType: string): Promise<[string, File | string][] | undefined> {
  try {
    const type = contentType.replace(/^[^;]*/, 'multipart/form-data');
    const init = { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(bytes) };
    return [...(await new Request('http://127.0.0.1/', init).formData())];
  } catch (error) {
    if (!isKnown(error, /^TypeError$/)) throw error;
    return undefined;
  }
}

function decoded([name, value]: readonly [string, string]): [string, string] {
  return [plain(name), plain(value)];
}

function rawPairs(bytes: Buffer): Pairs {
  return pairsOf(bytes.toString('utf8')).map(([name, value]) => [plain(name), value] as const);
}

/** Encodes texts as in a query. */
function encodedPairs(entries: readonly (readonly [string, File | string])[]): Pairs {
  return entries.flatMap(([name, entry]) =>
    typeof entry === 'string' ? [[name, encodeURIComponent(entry).replaceAll('%2C', ',')] as const] : [],
  );
}

/** Parses the parts that are serialised like query parameters, and returns the names of their pairs. */
function readStyled(
  rest: Pairs,
  parts: readonly Part[],
  properties: ReadonlyMap<string, Schema>,
  into: {
    readonly resolver: Resolver;
    readonly set: (name: string, value: Json) => void;
    readonly fail: (name: string, message: string) => void;
  },
): ReadonlySet<string> {
  const before = new Set(rest.map(([name]) => name));
  const parameters = parts.flatMap(({ name, style }): Parameter[] => {
    const common = { pointer: '', name, in: 'query', required: false, deprecated: false } as const;
    return style ? [{ ...common, ...style, schema: properties.get(name) ?? true }] : [];
  });
  const others = new Set(parts.filter(({ kind }) => kind !== 'styled').map(({ name }) => name));
  for (const parameter of parameters) {
    const found = readPairs(rest, parameter, others, into.resolver, (message) => into.fail(parameter.name, message));
    if (found !== undefined) into.set(parameter.name, found);
  }
  for (const [name] of rest) before.delete(name);
  return before;
}
