import type { JsonObject, References, Schema } from '../schema/index.js';
import {
  dereference,
  get,
  getObject,
  getString,
  isBinaryMediaType,
  isBinarySchema,
  isJsonMediaType,
  itemsOf,
  objectShape,
  optional,
  schemaTypes,
  withBinaryFields,
} from '../schema/index.js';
import { bodyKind, preferredBody } from './media-types.js';
import type { Body, BodyKind, Part } from './model.js';
import { schemaOf } from './parameters.js';

/** Request Body Object (OpenAPI 3.1, 4.8.13) with the one media type that the client sends. */
export interface BodySource {
  readonly body: Body;
  /** The Media Type Object, which holds `example` and `examples`. */
  readonly examples: JsonObject;
}

export function buildBody(operation: JsonObject, pointer: string, references: References): BodySource | undefined {
  const object = references.object(get(operation, 'requestBody'));
  const content = getObject(object, 'content');
  if (!object || !content) return undefined;
  const candidates = Object.keys(content).map((mediaType) => {
    const media = references.object(content[mediaType]) ?? {};
    return {
      mediaType,
      media,
      schema: schemaOf(media),
      kind: bodyKind(mediaType, dereference(schemaOf(media), references) ?? true),
    };
  });
  const chosen = preferredBody(candidates);
  if (!chosen) return undefined;
  const hasParts = chosen.kind === 'multipart' || chosen.kind === 'form';
  const parts = hasParts ? buildParts(chosen, references) : [];
  const body: Body = {
    pointer: `${pointer}/requestBody`,
    ...optional('description', getString(object, 'description')),
    required: get(object, 'required') === true,
    mediaType: chosen.mediaType,
    kind: chosen.kind,
    schema: withBinaryParts(bodySchema(chosen, references), parts),
    parts,
  };
  return { body, examples: chosen.media };
}

/** A text is sent as it is, whatever structure an XML Object describes. */
function bodySchema({ kind, schema }: { kind: BodyKind; schema: Schema }, references: References): Schema {
  return kind === 'text' && !schemaTypes(schema, references).includes('string') ? { type: 'string' } : schema;
}

/** How each property travels: Encoding Object (4.8.15) over the defaults for the property's type. */
function buildParts(
  { kind, media, schema }: { kind: BodyKind; media: JsonObject; schema: Schema },
  references: References,
): Part[] {
  const encodings = getObject(media, 'encoding');
  return objectShape(schema, references).properties.map(({ name, schema: property }) => {
    const encoding = getObject(encodings, name);
    if (kind === 'form' && getString(encoding, 'style') === 'deepObject')
      return { name, kind: 'deep', repeated: false };
    const contentType = getString(encoding, 'contentType');
    return buildPart(name, property, contentType, references);
  });
}

function buildPart(name: string, property: Schema, contentType: string | undefined, references: References): Part {
  const isArray = schemaTypes(property, references).includes('array');
  const item = isArray ? itemsOf(dereference(property, references) ?? true) : property;
  const declared = optional('contentType', contentType);
  if (contentType !== undefined && isJsonMediaType(contentType))
    return { name, kind: 'json', repeated: false, ...declared };
  const isBytes =
    contentType === undefined ? isBinarySchema(dereference(item, references)) : isBinaryMediaType(contentType);
  if (isBytes) return { name, kind: 'file', repeated: isArray, ...declared };
  // Objects travel as one JSON text, a list of them too: form fields have no nesting of their own.
  if (schemaTypes(item, references).includes('object')) return { name, kind: 'json', repeated: false, ...declared };
  return { name, kind: 'text', repeated: isArray, ...declared };
}

/**
 * The body's schema with `format: binary` on the parts that are files. A spec may say in the `encoding` alone that a
 * property is bytes; types and examples follow the schema.
 */
export function withBinaryParts(schema: Schema, parts: readonly Part[]): Schema {
  return withBinaryFields(schema, new Set(parts.filter(({ kind }) => kind === 'file').map(({ name }) => name)));
}
