import { get, getObject, isArray, isObject, type Json, type Schema } from './json.js';
import { typesAt } from './types.js';

/** A copy with `format: binary` on some of the fields, or on their items if they are lists. */
export function withBinaryFields(schema: Schema, names: ReadonlySet<string>): Schema {
  const properties = getObject(schema, 'properties');
  if (typeof schema === 'boolean' || properties === undefined || names.size === 0) return schema;
  const marked = Object.entries(properties).map(([name, property]): [string, Json] => {
    return [name, names.has(name) ? asBytes(property) : property];
  });
  return { ...schema, properties: Object.fromEntries(marked) };
}

function asBytes(property: Json): Json {
  if (!isObject(property)) return property;
  for (const keyword of ['anyOf', 'oneOf']) {
    const members = get(property, keyword);
    if (isArray(members)) return { ...property, [keyword]: members.map(asBytes) };
  }
  const items = getObject(property, 'items');
  if (items !== undefined && typesAt(property)?.includes('array') !== false) {
    return { ...property, items: asBytes(items) };
  }
  const types = typesAt(property);
  return types === undefined || (types.join() === 'string' && !isArray(get(property, 'type')))
    ? { ...property, format: 'binary' }
    : property;
}
