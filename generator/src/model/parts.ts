import { type Problem, warningProblem } from '../problems/index.js';
import type { Json, JsonObject, References, Schema } from '../schema/index.js';
import {
  branchesOf,
  get,
  getObject,
  getString,
  isBinaryMediaType,
  isBinarySchema,
  isJsonMediaType,
  isNullSchema,
  itemsOf,
  layers,
  listedValues,
  objectShape,
  optional,
  schemaTypes,
  unwrapFully,
} from '../schema/index.js';
import type { BodyKind, ParameterStyle, Part } from './model.js';
import { schemaOf } from './parameters.js';

const styles: readonly ParameterStyle[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** A form as defined in the spec. */
interface FormSource {
  readonly kind: BodyKind;
  readonly media: JsonObject;
  readonly schema: Schema;
  /** Of the request body. */
  readonly pointer: string;
}

/** How each property is sent: Encoding Object (OpenAPI 3.1, 4.8.15) with the defaults for the property's type. */
export function buildParts({ kind, media, schema, pointer }: FormSource, references: References) {
  const encodings = getObject(media, 'encoding');
  const problems: Problem[] = [];
  const parts = [...fieldsOf(schema, references)].map(([name, property]): Part => {
    const encoding = getObject(encodings, name);
    const part = buildPart(name, property, getString(encoding, 'contentType'), references);
    // Frameworks set a style for files too, which bytes cannot have.
    const styled = part.kind === 'file' ? undefined : stylePart(name, encoding);
    if (styled) return styled;
    const { fixed, open } = kind === 'multipart' ? partHeaders(encoding, references) : { fixed: {}, open: [] };
    if (open.length > 0) {
      const headers = `${open.length > 1 ? 'headers' : 'header'} ${open.join(', ')}`;
      const message = `The part '${name}' is sent without the ${headers}: no value is defined.`;
      const place = { pointer: `${pointer}/content` };
      problems.push(warningProblem('part-header-ignored', place, message, 'Give the header a `default` or a `const`.'));
    }
    return Object.keys(fixed).length > 0 ? { ...part, headers: fixed } : part;
  });
  return { parts, problems };
}

/** The fields of a form, including those of the branches of a union; `*` is any other name. */
function fieldsOf(schema: Schema, references: References, seen = new Set<Schema>()): ReadonlyMap<string, Schema> {
  const { properties, additional } = objectShape(schema, references);
  const fields = new Map(properties.map((property) => [property.name, property.schema]));
  if (additional !== undefined && typeof additional !== 'boolean') fields.set('*', additional);
  // The branches of a recursive union lead back to it.
  const fresh = layers(schema, references).filter((layer) => !seen.has(layer));
  for (const layer of fresh) seen.add(layer);
  const branches = fresh.flatMap(branchesOf);
  for (const [name, field] of branches.flatMap((branch) => [...fieldsOf(branch, references, seen)])) {
    const known = fields.get(name);
    fields.set(name, known === undefined || known === field ? field : { anyOf: [known, field] });
  }
  return fields;
}

/** With an explicit style, the property is serialised like a parameter, and its content type is ignored. */
function stylePart(name: string, encoding: JsonObject | undefined): Part | undefined {
  const given = getString(encoding, 'style');
  const explode = get(encoding, 'explode');
  const allowReserved = get(encoding, 'allowReserved') === true;
  if (given === undefined && typeof explode !== 'boolean' && !allowReserved) return undefined;
  const style = styles.find((known) => known === given) ?? 'form';
  const isExploded = typeof explode === 'boolean' ? explode : style === 'form';
  return { name, kind: 'styled', repeated: false, style: { style, explode: isExploded, allowReserved } };
}

function buildPart(name: string, property: Schema, contentType: string | undefined, references: References): Part {
  const { schema, isArray, item } = itemOf(property, references);
  const declared = optional('contentType', contentType);
  // An array is one JSON text if its content type is JSON, and one per item if only its items are objects.
  if (contentType !== undefined && isJsonMediaType(contentType))
    return { name, kind: 'json', repeated: false, ...declared };
  const branches = branchesOf(schema).flatMap((branch) => (isNullSchema(branch) ? [] : [itemOf(branch, references)]));
  const files = branches.filter((branch) => isBinarySchema(branch.item));
  // One file or several, or a file or a text: it depends on the value.
  if (files.length > 0) {
    if (files.length < branches.length) return { name, kind: 'text', repeated: false, ...declared };
    return { name, kind: 'file', repeated: files.some(({ isArray }) => isArray) && 'either', ...declared };
  }
  const isTexts = branches.every((branch) => !isNested(branch.item, references));
  if (isTexts && branches.some((branch) => branch.isArray)) return { name, kind: 'text', repeated: true, ...declared };
  const isBytes = contentType?.split(',').some((type) => isBinaryMediaType(type.trim())) ?? false;
  if (isBytes || isBinarySchema(item)) return { name, kind: 'file', repeated: isArray, ...declared };
  // Without a kind, a single value decides itself; the items of a list have one kind.
  const members = branchesOf(item).filter((branch) => !isNullSchema(branch));
  const nested = members.filter((member) => isNested(member, references));
  const isJson = isNested(item, references) || (nested.length > 0 && (isArray || nested.length === members.length));
  return { name, kind: isJson ? 'json' : 'text', repeated: isArray, ...declared };
}

function isNested(schema: Schema, references: References): boolean {
  const types = schemaTypes(schema, references);
  return types.includes('object') || types.includes('array');
}

/** A schema without references, and that of its items if it is an array. */
function itemOf(property: Schema, references: References) {
  // Frameworks define optional fields as a union with null, which cannot be sent.
  const { schema } = unwrapFully(property, references);
  const isArray = schemaTypes(schema, references).includes('array');
  return { schema, isArray, item: isArray ? unwrapFully(itemsOf(schema), references).schema : schema };
}

/** The headers of a part with a fixed value; callers cannot set others. */
function partHeaders(encoding: JsonObject | undefined, references: References) {
  const fixed: Record<string, string> = {};
  const open: string[] = [];
  for (const [name, raw] of Object.entries(getObject(encoding, 'headers') ?? {})) {
    // The content type is set by the encoding (OpenAPI 3.1, 4.8.15).
    if (name.toLowerCase() === 'content-type') continue;
    const header = references.object(raw);
    const { schema } = unwrapFully(schemaOf(header), references);
    const values = listedValues(schema);
    const value: Json | undefined = get(schema, 'default') ?? (values?.length === 1 ? values[0] : undefined);
    if (value === undefined || value === null || typeof value === 'object') open.push(name);
    else fixed[name] = String(value);
  }
  return { fixed, open };
}
