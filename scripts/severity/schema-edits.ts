import { type Apply, at, fresh, renameKey, toggle } from './apply.js';
import { isObject, listAt, type Node, type ObjectNode, objectAt, schemasOf } from './tree.js';

const namedSchemas = (root: ObjectNode): ObjectNode => objectAt(objectAt(root, 'components'), 'schemas');

type Site = ReturnType<typeof schemasOf>[number];
const sites = (holds: (schema: ObjectNode) => boolean) => (root: ObjectNode) =>
  schemasOf(root).filter(({ schema }) => holds(schema));
const objects = sites((schema) => isObject(schema.properties) && schema.allOf === undefined);
const enums = sites((schema) => listAt(schema, 'enum').length > 1);
const unions = sites((schema) => listAt(schema, 'oneOf').length > 1);
const references = sites((schema) => typeof schema.$ref === 'string');
const isScalar = (schema: ObjectNode): boolean =>
  typeof schema.type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(schema.type);

/** Schemas of one kind of value, without references and unions. */
const plain = (holds: (schema: ObjectNode) => boolean) => (root: ObjectNode) => {
  const isNamed = new Set<Node | undefined>(Object.values(namedSchemas(root)));
  return schemasOf(root).filter(({ schema }) => isScalar(schema) && holds(schema) && !isNamed.has(schema));
};
const fields = (root: ObjectNode): readonly (readonly [ObjectNode, string])[] =>
  objects(root).flatMap(({ schema }) =>
    Object.keys(objectAt(schema, 'properties')).map((name) => [schema, name] as const),
  );

function set({ holder, key }: Site, schema: Node): void {
  if (Array.isArray(holder)) holder[Number(key)] = schema;
  else holder[key] = schema;
}

function toggleRequired(schema: ObjectNode, name: string): void {
  const required = listAt(schema, 'required');
  schema.required = required.includes(name) ? required.filter((one) => one !== name) : [...required, name];
}

/** Changes of schemas, by name. */
export const SCHEMA_EDITS: Readonly<Record<string, Apply>> = {
  'add a field': at(objects, ({ schema }, way) => {
    objectAt(schema, 'properties')[`extra_${way % 3}`] = fresh(way);
    if (way % 2 === 0) schema.required = [...new Set([...listAt(schema, 'required'), `extra_${way % 3}`])];
  }),
  'remove a field': at(fields, ([schema, name]) => {
    delete objectAt(schema, 'properties')[name];
    schema.required = listAt(schema, 'required').filter((one) => one !== name);
  }),
  'rename a field': at(fields, ([schema, name]) => {
    schema.properties = renameKey(objectAt(schema, 'properties'), name, `${name}_2`);
    const required = listAt(schema, 'required');
    if (required.length > 0) schema.required = required.map((one) => (one === name ? `${name}_2` : one));
  }),
  'require a field or not': at(fields, ([schema, name]) => toggleRequired(schema, name)),
  'move a field': at(fields, ([schema, name]) => {
    const { [name]: moved = {}, ...rest } = objectAt(schema, 'properties');
    schema.properties = { [name]: moved, ...rest };
  }),
  'retype a schema': at(
    plain(() => true),
    (site, way) => set(site, fresh(way)),
  ),
  'allow null or not': at(
    sites(({ type }) => typeof type === 'string' || Array.isArray(type)),
    ({ schema }) => {
      const types = [schema.type ?? 'object'].flat();
      const isNullable = types.includes('null');
      schema.type = isNullable ? types.filter((type) => type !== 'null') : [...types, 'null'];
      if (!Array.isArray(schema.enum)) return;
      const values = schema.enum.filter((value) => value !== null);
      schema.enum = isNullable ? values : [...values, null];
    },
  ),
  'widen or narrow a type': at(
    plain((schema) => schema.enum === undefined && schema.format !== 'date-time'),
    ({ schema }, way) => {
      schema.type = [String(schema.type), way % 2 === 0 ? 'object' : 'boolean'];
    },
  ),
  'a text becomes a date-time or the other way round': at(
    sites((schema) => schema.type === 'string' && schema.enum === undefined),
    ({ schema }) => {
      if (schema.format === 'date-time') delete schema.format;
      else schema.format = 'date-time';
    },
  ),
  'add a value': at(enums, ({ schema }, way) => {
    const values = listAt(schema, 'enum');
    values.push(typeof values[0] === 'number' ? 1_000 + way : `value_${way % 5}`);
  }),
  'remove a value': at(enums, ({ schema }, way) => {
    const values = listAt(schema, 'enum');
    values.splice(way % values.length, 1);
  }),
  'restrict or lift values': at(
    sites((schema) => schema.type === 'string' && schema.format === undefined),
    ({ schema }) => toggle(schema, 'enum', ['one', 'two']),
  ),
  'add or remove an alternative': at(unions, ({ schema }, way) => {
    const members = listAt(schema, 'oneOf');
    if (way % 2 === 0) members.push(fresh(way));
    else members.splice(way % members.length, 1);
  }),
  'make a union of it': at(
    plain(({ format }) => format !== 'date-time'),
    (site, way) => set(site, { oneOf: [structuredClone(site.schema), fresh(way + 3)] }),
  ),
  'another bound': at(
    plain(({ type }) => type === 'string'),
    ({ schema }, way) => {
      if (way % 2 === 0) schema.maxLength = 10 + way;
      else delete schema.maxLength;
    },
  ),
  'another format, default or text': at(
    plain((schema) => schema.type === 'string' && schema.format !== 'date-time' && schema.enum === undefined),
    ({ schema }, way) => {
      const changes = [{ format: 'uuid' }, { default: 'text' }, { description: 'Another text.' }];
      Object.assign(schema, changes[way % 3]);
    },
  ),
  'deprecate a schema': at(schemasOf, ({ schema }) => toggle(schema, 'deprecated', true)),
  'open or close a map': at(
    sites((schema) => schema.type === 'object' && schema['x-stream-filter-fields'] === undefined),
    ({ schema }, way) => toggle(schema, 'additionalProperties', way % 2 === 0 ? {} : { type: 'string' }),
  ),
  'refer to another type': at(references, (site, way, root) => {
    const names = Object.keys(namedSchemas(root));
    set(site, { $ref: `#/components/schemas/${names[way % names.length]}` });
  }),
  'describe a type in place': at(references, (site, _, root) => {
    const target = namedSchemas(root)[String(site.schema.$ref).replace('#/components/schemas/', '')];
    if (target === undefined || JSON.stringify(target).includes('"$ref"')) return false;
    return set(site, structuredClone(target));
  }),
  'give a type a name': at(objects, (site, way, root) => {
    const schemas = namedSchemas(root);
    if (Object.values(schemas).includes(site.schema)) return false;
    schemas[`Named${way % 7}`] = structuredClone(site.schema);
    return set(site, { $ref: `#/components/schemas/Named${way % 7}` });
  }),
  'rename a type': at(
    (root) => Object.keys(namedSchemas(root)),
    (name, _, root) => {
      const text = JSON.stringify(root).replaceAll(
        `"#/components/schemas/${name}"`,
        `"#/components/schemas/${name}Two"`,
      );
      const renamed: ObjectNode = JSON.parse(text);
      objectAt(renamed, 'components').schemas = renameKey(namedSchemas(renamed), name, `${name}Two`);
      Object.assign(root, renamed);
    },
  ),
  'add a type': at(
    (root) => [namedSchemas(root)],
    (schemas, way) => {
      schemas[`Fresh${way % 9}`] = { type: 'object', properties: { a: fresh(way) } };
    },
  ),
};
