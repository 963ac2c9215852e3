import { get, getString, isObject, isSchema, type Json, type JsonObject, type Schema } from '../json.js';
import { mapSubschemas, reach, subschemas } from '../keywords.js';
import { dereference, objectShape } from '../objects.js';
import type { MutableObject } from '../raise.js';
import type { Resolver } from '../references.js';
import { isBinarySchema } from '../types.js';

/** Keywords whose schemas apply to a field itself, or to one of several files. */
const OF_FIELD: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'items']);

/**
 * The binary parts of a form: its direct fields are `files`, with items of lists and branches; deeper ones are in parts that are
 * sent as JSON, whose schemas are `encoded`.
 */
export function bytesOfForm(schema: Schema, resolver: Resolver) {
  const { properties, additional } = objectShape(schema, resolver);
  const waiting: Schema[] = [...properties.map((field) => field.schema), additional ?? true];
  const seen = new Set<Schema>();
  const encoded: Schema[] = [];
  for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
    if (!isObject(field) || seen.has(field)) continue;
    seen.add(field);
    const ref = getString(field, '$ref');
    if (ref !== undefined) waiting.push(resolver.resolve(ref) ?? true);
    for (const { tokens, schema: part } of subschemas(field)) {
      (OF_FIELD.has(tokens[0] ?? '') ? waiting : encoded).push(part);
    }
  }
  return { files: new Set([...seen].filter(isObject).filter(isBinarySchema)), encoded };
}

/** A copy of the schema of a form in which the file schemas are not shared. */
export function withOwnFiles(form: Schema, resolver: Resolver): Schema {
  const target = dereference(form, resolver);
  return isObject(target)
    ? mapSubschemas(target, (part, keyword) => (keyword === 'properties' ? ownFiles(part, resolver) : part))
    : form;
}

function ownFiles(field: Schema, resolver: Resolver, depth = 0): Schema {
  const target = dereference(field, resolver);
  if (isObject(target) && isBinarySchema(target)) return { ...target };
  const { files } = bytesOfForm({ properties: { field } }, resolver);
  if (files.size === 0 || !isObject(target) || depth > 8) return field;
  return mapSubschemas(target, (part, keyword) => (OF_FIELD.has(keyword) ? ownFiles(part, resolver, depth + 1) : part));
}

/**
 * Bytes in JSON are base64 strings (OpenAPI 3.1, 4.8.14.2): converts them, in place, everywhere below some schemas.
 * @returns the converted schemas.
 */
export function encodeBytes(
  roots: Iterable<Json>,
  files: ReadonlySet<JsonObject>,
  resolver: Resolver,
): readonly JsonObject[] {
  const found: MutableObject[] = [...reach(roots, resolver)].filter((one) => isBinarySchema(one) && !files.has(one));
  for (const schema of found) {
    if (get(schema, 'format') === 'binary') delete schema.format;
    schema.contentEncoding = 'base64';
  }
  return found;
}

/** Whether a media type's schema is binary as a whole, or absent. */
export function isBytes(schema: Json | undefined, resolver: Resolver): boolean {
  return !isSchema(schema) || isBinarySchema(dereference(schema, resolver));
}
