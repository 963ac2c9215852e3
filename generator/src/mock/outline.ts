import type { Model } from '../model/model.js';
import type { Json, Schema } from '../schema/index.js';
import { get, getArray, getObject, getString, isArray, isSchema, matches } from '../schema/index.js';

export type Resolver = Pick<Model, 'resolve'>;

/** What a text can stand for: the schema seen through `$ref` and every branch of its compositions. */
export interface Outline {
  readonly types: ReadonlySet<string>;
  readonly items: Schema;
  readonly properties: ReadonlyMap<string, Schema>;
  /** `undefined` where the schema does not say. */
  readonly additional: Schema | undefined;
}

export function outline(schema: Schema, resolver: Resolver): Outline {
  const types = new Set<string>();
  const properties = new Map<string, Schema>();
  let items: Schema = true;
  let additional: Schema | undefined;
  const seen = new Set<Schema>();
  const visit = (part: Json | undefined): void => {
    if (!isSchema(part) || typeof part === 'boolean' || seen.has(part)) return;
    seen.add(part);
    const ref = getString(part, '$ref');
    if (ref !== undefined) visit(resolver.resolve(ref));
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) for (const branch of getArray(part, keyword)) visit(branch);
    for (const type of typesOf(part)) types.add(type);
    for (const [name, property] of Object.entries(getObject(part, 'properties') ?? {})) {
      if (isSchema(property) && !properties.has(name)) properties.set(name, property);
    }
    const listed = get(part, 'items');
    if (isSchema(listed)) items = listed;
    const more = get(part, 'additionalProperties');
    if (isSchema(more)) additional = more;
  };
  visit(schema);
  return { types, items, properties, additional };
}

function typesOf(schema: Json): readonly string[] {
  const type = get(schema, 'type');
  if (typeof type === 'string') return [type];
  if (isArray(type)) return type.filter((item) => typeof item === 'string');
  const constant = get(schema, 'const');
  const values = [...getArray(schema, 'enum'), ...(constant === undefined ? [] : [constant])];
  if (values.length > 0) return values.map((value) => (value === null ? 'null' : typeof value));
  if (getObject(schema, 'properties') !== undefined) return ['object'];
  return get(schema, 'items') === undefined ? [] : ['array'];
}

/**
 * The JSON value that a text stands for: what is not a number or a truth value stays a text, and the check refuses it.
 * Where texts and others may stand, it is a text if that is valid.
 */
export function scalar(text: string, schema: Schema, resolver: Resolver): Json {
  const { types } = outline(schema, resolver);
  if (types.size === 0) return text;
  if (types.has('string') && (types.size === 1 || isValid(text, schema, resolver))) return text;
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const numeric = types.has('number') || types.has('integer');
  if (numeric && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return types.has('null') && (text === '' || text === 'null') ? null : text;
}

function isValid(value: Json, schema: Schema, resolver: Resolver): boolean {
  const resolve = (ref: string): Schema | undefined => resolver.resolve(ref);
  return matches(value, schema, { resolve, isHidden: () => false, tagDecides: true, steps: 1_000 });
}
