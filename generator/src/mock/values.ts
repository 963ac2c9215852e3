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
  tupleItems,
  typeOf,
  typesAt,
  withoutTargets,
} from '../schema/index.js';

/** The possible types of a text: the schema through `$ref` and all branches of its compositions. */
export interface Outline {
  readonly types: ReadonlySet<string>;
  readonly items: Schema;
  /** The schemas of the first items of a tuple. */
  readonly places: readonly Schema[];
  readonly properties: ReadonlyMap<string, Schema>;
  /** `undefined` if the schema does not define it. */
  readonly additional: Schema | undefined;
}

export function outline(schema: Schema, resolver: Resolver): Outline {
  const types = new Set<string>();
  const properties = new Map<string, Schema>();
  let items: Schema = true;
  let places: readonly Schema[] = [];
  let additional: Schema | undefined;
  const seen = new Set<Schema>();
  const visit = (whole: Schema): void => {
    const parts = layers(whole, resolver).filter((part) => !seen.has(part));
    for (const part of parts) {
      seen.add(part);
      const own = typesAt(part) ?? listedValues(part)?.map(typeOf) ?? schemaTypes(part, withoutTargets);
      for (const type of own) types.add(type);
      const listed = itemsOf(part);
      if (listed !== true) items = listed;
      const tuple = tupleItems(part);
      if (tuple.length > 0) places = tuple;
      for (const branch of branchesOf(part)) visit(branch);
    }
    const shape = objectShape(whole, resolver);
    for (const property of shape.properties) {
      if (!properties.has(property.name)) properties.set(property.name, property.schema);
    }
    additional = shape.additional ?? additional;
  };
  visit(schema);
  return { types, items, places, properties, additional };
}

/**
 * The JSON value of a text: if it is neither a number nor a boolean, it stays a string, and the validation rejects it. If strings
 * and others are allowed, it is a string if that is valid.
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

/** Names and values; names decoded, values not. */
export type Pairs = (readonly [string, string])[];

const DEEPEST = 20;

/** `name[a]=1&name[b][c]=2`; an array is repeated, with or without `[]`. Pairs of other parameters are left. */
export function deepObject(
  rest: Pairs,
  name: string,
  schema: Schema,
  unquote: (text: string) => string,
  resolver: Resolver,
  others: ReadonlySet<string>,
): Json | undefined {
  const taken = take(rest, (key) => isDeep(key, name) && !others.has(key));
  if (taken.length === 0) return undefined;
  const root = new Map<string, Branch>();
  for (const [key, raw] of taken) {
    const path = key
      .slice(name.length + 1, -1)
      .split('][')
      .filter((part) => part !== '');
    place(root, path, unquote(raw));
  }
  return toJson(root, schema, resolver);
}

type Branch = Map<string, Branch> | string[];

function place(root: Map<string, Branch>, path: readonly string[], text: string): void {
  let level = root;
  for (const [index, key] of path.entries()) {
    const known = level.get(key);
    if (index === path.length - 1) {
      if (Array.isArray(known)) known.push(text);
      else if (known === undefined) level.set(key, [text]);
      return;
    }
    const next = known instanceof Map ? known : new Map<string, Branch>();
    level.set(key, next);
    level = next;
  }
}

function toJson(branch: Branch, schema: Schema, resolver: Resolver): Json {
  const { types, items, properties, additional } = outline(schema, resolver);
  if (Array.isArray(branch)) {
    const [first = ''] = branch;
    if (types.has('array') && !types.has('string')) return branch.map((text) => scalar(text, items, resolver));
    return branch.length === 1 ? scalar(first, schema, resolver) : branch;
  }
  const entries = [...branch].map(([key, part]) => {
    const below = properties.get(key) ?? (types.has('array') ? items : (additional ?? true));
    return [key, toJson(part, below, resolver)] as const;
  });
  const isList = types.has('array') && !types.has('object');
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function isDeep(key: string, name: string): boolean {
  return key.startsWith(`${name}[`) && key.endsWith(']') && key.split('[').length <= DEEPEST;
}

/** Removes the pairs with such keys from the list and returns them. */
export function take(rest: Pairs, isOwn: (key: string) => boolean): Pairs {
  const taken = rest.filter(([key]) => isOwn(key));
  const left = rest.filter(([key]) => !isOwn(key));
  rest.splice(0, rest.length, ...left);
  return taken;
}
