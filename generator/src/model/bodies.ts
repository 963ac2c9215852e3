import { type Problem, warningProblem } from '../problems/index.js';
import type { JsonObject, References, Schema } from '../schema/index.js';
import {
  canonical,
  get,
  getObject,
  getString,
  isBinarySchema,
  isObject,
  isStructured,
  optional,
  pointerToken,
  schemaTypes,
  unwrapFully,
  withBinaryFields,
} from '../schema/index.js';
import { bodyKind, preferredBody } from './media-types.js';
import type { Body, BodyKind, Part } from './model.js';
import { schemaOf } from './parameters.js';
import { buildParts } from './parts.js';

/** Request Body Object (OpenAPI 3.1, 4.8.13). */
export interface BodySource {
  readonly body: Body;
  /** The Media Type Object that is sent by default, with `example` and `examples`. */
  readonly examples: JsonObject;
  /** Where that object is. */
  readonly pointer: string;
  readonly problems: readonly Problem[];
}

/** The body of an operation that is sent by default, and its alternatives. */
export function bodiesOf({ body }: { readonly body?: Body }): readonly Body[] {
  return body === undefined ? [] : [body, ...(body.others ?? [])];
}

interface Candidate {
  readonly mediaType: string;
  readonly media: JsonObject;
  readonly described: Schema;
  readonly kind: BodyKind;
  readonly parts: readonly Part[];
  readonly schema: Schema;
  readonly problems: readonly Problem[];
}

export function buildBody(operation: JsonObject, pointer: string, references: References): BodySource | undefined {
  const object = references.object(get(operation, 'requestBody'));
  const content = getObject(object, 'content');
  if (!object || !content) return undefined;
  const at = `${pointer}/requestBody`;
  const candidates = Object.keys(content).map((mediaType) => {
    return candidate(mediaType, references.object(content[mediaType]) ?? {}, at, references);
  });
  const chosen = preferredBody(candidates);
  if (!chosen) return undefined;
  const others = candidates.filter((one) => one !== chosen && isOther(one, chosen));
  const types = candidates.filter((one) => one.kind === 'binary').map(({ mediaType }) => mediaType);
  const bodyOf = ({ mediaType, kind, schema, parts }: Candidate): Body => ({
    pointer: at,
    ...optional('description', getString(object, 'description')),
    required: get(object, 'required') === true,
    mediaType,
    ...(kind === 'binary' && types.length > 1 ? { mediaTypes: types } : {}),
    kind,
    schema,
    parts,
  });
  return {
    body: { ...bodyOf(chosen), ...(others.length > 0 ? { others: others.map(bodyOf) } : {}) },
    examples: chosen.media,
    pointer: `${at}/content/${pointerToken(chosen.mediaType)}`,
    problems: [chosen, ...others].flatMap(({ problems }) => problems),
  };
}

function candidate(mediaType: string, media: JsonObject, pointer: string, references: References): Candidate {
  const given = schemaOf(media);
  const { schema } = unwrapFully(given, references);
  const usual = bodyKind(mediaType, schema);
  const types = schemaTypes(schema, references);
  // Only objects have fields for a form.
  const isForm = usual === 'multipart' || usual === 'form';
  const isOpen = isForm && types.length === 0 && !isStructured(schema);
  const described: Schema = isOpen ? { ...(isObject(schema) ? schema : {}), type: 'object' } : given;
  const isUnfit = isForm && types.length > 0 && !types.includes('object');
  const kind = !isUnfit ? usual : usual === 'form' ? 'text' : 'binary';
  const read =
    kind === 'multipart' || kind === 'form'
      ? buildParts({ kind, media, schema: described, pointer }, references)
      : { parts: [], problems: [] };
  const plain = plainSchema(kind, schema, types);
  const isPlain = isUnfit || (plain !== undefined && isStructured(schema));
  return {
    mediaType,
    media,
    described,
    kind,
    parts: read.parts,
    schema: plain ?? withBinaryParts(described, read.parts),
    problems: isPlain ? [plainBody(mediaType, kind, pointer), ...read.problems] : read.problems,
  };
}

/** Text and binary bodies are sent unchanged, whatever their schema. */
function plainSchema(kind: BodyKind, schema: Schema, types: readonly string[]): Schema | undefined {
  if (kind === 'binary') return isBinarySchema(schema) ? undefined : { type: 'string', format: 'binary' };
  return kind === 'text' && !types.includes('string') ? { type: 'string' } : undefined;
}

function plainBody(mediaType: string, kind: BodyKind, pointer: string): Problem {
  const what = kind === 'text' ? 'text' : 'bytes';
  const message = `A body of ${mediaType} is accepted and sent as ${what}: its schema is not used.`;
  const hint = 'Define the body as JSON, as a form of an object, or as a string.';
  const place = { pointer: `${pointer}/content/${pointerToken(mediaType)}` };
  return warningProblem('media-type-plain', place, message, hint);
}

/** Whether a media type accepts anything that the chosen one does not: other data, or another form of it. */
function isOther(one: Candidate, chosen: Candidate): boolean {
  if (one.kind === 'binary' && chosen.kind === 'binary') return false;
  const isSame = canonical(one.described) === canonical(chosen.described);
  if (one.kind === 'text' || one.kind === 'binary') return !isSame && one.problems.length === 0;
  return !one.mediaType.includes('*') && (!isSame || one.kind !== chosen.kind);
}

/**
 * The body's schema with `format: binary` on file parts. A spec may define binary properties only in `encoding`; types and
 * examples follow the schema.
 */
export function withBinaryParts(schema: Schema, parts: readonly Part[]): Schema {
  return withBinaryFields(schema, new Set(parts.filter(({ kind }) => kind === 'file').map(({ name }) => name)));
}
