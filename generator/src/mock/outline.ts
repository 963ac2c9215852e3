import {
  branchesOf,
  conforms,
  itemsOf,
  type Json,
  layers,
  listedValues,
  objectShape,
  type Resolver,
  type Schema,
  schemaTypes,
  typeOf,
  typesAt,
} from '../schema/index.js';

/** What a text can mean: the schema seen through `$ref` and every branch of its compositions. */
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
  const visit = (whole: Schema): void => {
    const parts = layers(whole, resolver).filter((part) => !seen.has(part));
    for (const part of parts) {
      seen.add(part);
      const own = typesAt(part) ?? listedValues(part)?.map(typeOf) ?? schemaTypes(part, { resolve: () => undefined });
      for (const type of own) types.add(type);
      const listed = itemsOf(part);
      if (listed !== true) items = listed;
      for (const branch of branchesOf(part)) visit(branch);
    }
    const shape = objectShape(whole, resolver);
    for (const property of shape.properties) {
      if (!properties.has(property.name)) properties.set(property.name, property.schema);
    }
    additional = shape.additional ?? additional;
  };
  visit(schema);
  return { types, items, properties, additional };
}

/**
 * The JSON value that a text means: what is not a number or a truth value stays a text, and the check refuses it. Where
 * texts and others are allowed, it is a text if that is valid.
 */
export function scalar(text: string, schema: Schema, resolver: Resolver): Json {
  const { types } = outline(schema, resolver);
  if (types.size === 0) return text;
  if (types.has('string') && (types.size === 1 || conforms(text, schema, resolver))) return text;
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const numeric = types.has('number') || types.has('integer');
  if (numeric && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return types.has('null') && (text === '' || text === 'null') ? null : text;
}
