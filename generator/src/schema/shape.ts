import {
  get,
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  isSchema,
  type JsonObject,
  type Schema,
} from './json.js';

export interface Resolver {
  resolve(ref: string): Schema | undefined;
}

export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** What an object schema says of its fields, `$ref` and `allOf` merged. */
export interface ObjectShape {
  readonly properties: readonly Property[];
  /** The schema of fields beyond `properties`, when the description speaks of them; `undefined` when it does not. */
  readonly additional: Schema | undefined;
}

/** The JSON types that a schema allows, through `$ref` and `allOf`; empty when it does not say. */
export function schemaTypes(schema: Schema, resolver: Resolver, seen: ReadonlySet<string> = new Set()): string[] {
  if (typeof schema === 'boolean') return [];
  const type = get(schema, 'type');
  if (typeof type === 'string') return [type];
  if (isArray(type)) return type.filter((item) => typeof item === 'string');
  const ref = getString(schema, '$ref');
  if (ref !== undefined && !seen.has(ref)) {
    return schemaTypes(resolver.resolve(ref) ?? true, resolver, new Set([...seen, ref]));
  }
  if (getObject(schema, 'properties') ?? getObject(schema, 'additionalProperties')) return ['object'];
  if (get(schema, 'items') !== undefined) return ['array'];
  for (const part of getArray(schema, 'allOf')) {
    const types = isSchema(part) ? schemaTypes(part, resolver, seen) : [];
    if (types.length > 0) return types;
  }
  return [];
}

/** The fields of an object schema in the order of the description; a later mention of a field does not move it. */
export function objectShape(schema: Schema, resolver: Resolver): ObjectShape {
  const properties = new Map<string, Schema>();
  const required = new Set<string>();
  let additional: Schema | undefined;
  const seen = new Set<Schema>();
  const visit = (part: Schema): void => {
    if (typeof part === 'boolean' || seen.has(part)) return;
    seen.add(part);
    const ref = getString(part, '$ref');
    if (ref !== undefined) visit(resolver.resolve(ref) ?? true);
    for (const item of getArray(part, 'allOf')) if (isSchema(item)) visit(item);
    for (const [name, property] of Object.entries(getObject(part, 'properties') ?? {})) {
      if (isSchema(property)) properties.set(name, both(properties.get(name), property));
    }
    for (const name of getArray(part, 'required')) if (typeof name === 'string') required.add(name);
    const more = get(part, 'additionalProperties');
    if (isSchema(more)) additional = more;
  };
  visit(schema);
  // A field may be demanded and nowhere described.
  if (properties.size > 0) {
    for (const name of required) if (!properties.has(name)) properties.set(name, additional ?? true);
  }
  return {
    properties: [...properties].map(([name, property]) => ({
      name,
      schema: property,
      required: required.has(name),
    })),
    additional,
  };
}

/** A field of two parts: where each describes fields of its own, they count together; else the later one counts. */
function both(before: Schema | undefined, property: Schema): Schema {
  const areObjects = getObject(before, 'properties') && getObject(property, 'properties');
  return areObjects && before !== undefined && before !== property ? { allOf: [before, property] } : property;
}

/** Whether a field has no place in a request: `readOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isReadOnly(schema: Schema, resolver: Resolver): boolean {
  return isMarked(schema, 'readOnly', resolver);
}

/** Whether a field has no place in a reply: `writeOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isWriteOnly(schema: Schema, resolver: Resolver): boolean {
  return isMarked(schema, 'writeOnly', resolver);
}

function isMarked(schema: Schema, mark: 'readOnly' | 'writeOnly', resolver: Resolver): boolean {
  let current: Schema | undefined = schema;
  for (let hop = 0; hop < 20 && isObject(current); hop += 1) {
    if (get(current, mark) === true) return true;
    const ref = getString(current, '$ref');
    current = ref === undefined ? undefined : resolver.resolve(ref);
  }
  return false;
}

/** The schema of an array's item: `prefixItems` by position, then `items`; `true` where neither speaks of it. */
export function itemSchemaAt(schema: Schema, index: number): Schema {
  if (typeof schema === 'boolean') return true;
  const item = getArray(schema, 'prefixItems')[index] ?? get(schema, 'items');
  return isSchema(item) ? item : true;
}

/** Whether a schema stands for an instant: `format: date-time` on a text, or on a number that may be a text too. */
export function isDateTime(schema: Schema): schema is JsonObject {
  if (typeof schema !== 'object' || getString(schema, 'format') !== 'date-time' || Object.hasOwn(schema, 'enum')) {
    return false;
  }
  const type = get(schema, 'type');
  return type === undefined || type === 'string' || (isArray(type) && type.includes('string'));
}
