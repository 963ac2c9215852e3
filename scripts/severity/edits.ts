import * as fc from 'fast-check';
import { isObject, listAt, type Node, type ObjectNode, objectAt, operationsOf, schemasOf } from './tree.js';

/** One change to an OpenAPI document. */
export interface Edit {
  readonly kind: string;
  /** Which of the places where it can be made. */
  readonly place: number;
  /** Which of the ways to make it. */
  readonly way: number;
}

type Apply = (root: ObjectNode, place: number, way: number) => boolean;

/** An edit of one of several places; one that returns false could not be made there. */
function at<Place>(
  places: (root: ObjectNode) => readonly Place[],
  act: (place: Place, way: number, root: ObjectNode) => unknown,
): Apply {
  return (root, index, way) => {
    const found = places(root);
    const place = found[index % found.length];
    return place !== undefined && act(place, way, root) !== false;
  };
}

const FRESH: readonly ObjectNode[] = [
  { type: 'string' },
  { type: 'integer', format: 'int32' },
  { type: 'string', format: 'date-time' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', additionalProperties: {} },
];
const fresh = (way: number): ObjectNode => structuredClone(FRESH[way % FRESH.length] ?? {});
const json = (schema: ObjectNode): ObjectNode => ({ 'application/json': { schema } });
const namedSchemas = (root: ObjectNode): ObjectNode => objectAt(objectAt(root, 'components'), 'schemas');
const pathsOf = (root: ObjectNode): ObjectNode => objectAt(root, 'paths');

type Site = ReturnType<typeof schemasOf>[number];
const sites = (holds: (schema: ObjectNode) => boolean) => (root: ObjectNode) =>
  schemasOf(root).filter(({ schema }) => holds(schema));
const objects = sites((schema) => isObject(schema.properties) && schema.allOf === undefined);
const enums = sites((schema) => listAt(schema, 'enum').length > 1);
const unions = sites((schema) => listAt(schema, 'oneOf').length > 1);
const references = sites((schema) => typeof schema.$ref === 'string');
const isScalar = (schema: ObjectNode): boolean =>
  typeof schema.type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(schema.type);

/** Schemas of one kind of value that no reference or union stands for. */
const plain = (holds: (schema: ObjectNode) => boolean) => (root: ObjectNode) => {
  const isNamed = new Set<Node | undefined>(Object.values(namedSchemas(root)));
  return schemasOf(root).filter(({ schema }) => isScalar(schema) && holds(schema) && !isNamed.has(schema));
};
const fields = (root: ObjectNode): readonly (readonly [ObjectNode, string])[] =>
  objects(root).flatMap(({ schema }) =>
    Object.keys(objectAt(schema, 'properties')).map((name) => [schema, name] as const),
  );
const queryOf = (operation: ObjectNode): ObjectNode[] =>
  listAt(operation, 'parameters')
    .filter(isObject)
    .filter((one) => one.in === 'query');
const withQuery = (root: ObjectNode) => operationsOf(root).filter(({ operation }) => queryOf(operation).length > 0);
const bodies = (root: ObjectNode): ObjectNode[] =>
  operationsOf(root).flatMap(({ operation }) => (isObject(operation.requestBody) ? [operation.requestBody] : []));

function set({ holder, key }: Site, schema: Node): void {
  if (Array.isArray(holder)) holder[Number(key)] = schema;
  else holder[key] = schema;
}

function toggle(node: ObjectNode, key: string, value: Node): void {
  if (node[key] === undefined || node[key] === false) node[key] = value;
  else delete node[key];
}

function toggleRequired(schema: ObjectNode, name: string): void {
  const required = listAt(schema, 'required');
  schema.required = required.includes(name) ? required.filter((one) => one !== name) : [...required, name];
}

function renameKey(node: ObjectNode, from: string, to: string): ObjectNode {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key === from ? to : key, value]));
}

function successOf(operation: ObjectNode): readonly [responses: ObjectNode, status: string] {
  const responses = objectAt(operation, 'responses');
  return [responses, Object.keys(responses).find((key) => key.startsWith('2')) ?? '200'];
}

/** Each kind of change, by what it is called. */
const EDITS: Readonly<Record<string, Apply>> = {
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
  'deprecate an operation': at(operationsOf, ({ operation }) => toggle(operation, 'deprecated', true)),
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
  'add an operation': at(operationsOf, ({ operation, path, method }, _, root) => {
    const copy = { ...structuredClone(operation), operationId: `${String(operation.operationId)}Again` };
    pathsOf(root)[`/again${path}`] = { [method]: copy };
  }),
  'remove an operation': at(operationsOf, ({ item, method }) => delete item[method]),
  'rename an operation': at(operationsOf, ({ operation }) => {
    operation.operationId = `Renamed${String(operation.operationId)}`;
  }),
  'move an operation': at(operationsOf, ({ operation, path, method, item }, _, root) => {
    delete item[method];
    pathsOf(root)[`/moved${path}`] = { [method]: operation };
  }),
  'another tag': at(operationsOf, ({ operation }) => {
    operation.tags = ['Other'];
  }),
  'add a parameter': at(operationsOf, ({ operation }, way) => {
    const place = way % 4 < 2 ? 'query' : 'header';
    const parameter = { name: `extra_${way % 3}`, in: place, required: way % 2 === 0, schema: fresh(way % 2) };
    operation.parameters = [...listAt(operation, 'parameters'), parameter];
  }),
  'remove a parameter': at(withQuery, ({ operation }, way) => {
    const query = queryOf(operation);
    const gone = query[way % query.length];
    operation.parameters = listAt(operation, 'parameters').filter((one) => one !== gone);
  }),
  'require or move a parameter': at(
    (root) => withQuery(root).flatMap(({ operation }) => queryOf(operation)),
    (parameter, way) => {
      if (way % 3 === 0) parameter.in = 'header';
      else parameter.required = parameter.required !== true;
    },
  ),
  'rename a path parameter': at(operationsOf, ({ operation, path, item }, _, root) => {
    const [, name] = /\{([^}]*)\}/.exec(path) ?? [];
    const parameters = listAt(operation, 'parameters').filter(isObject);
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    if (parameter === undefined || Object.keys(item).length > 1) return false;
    parameter.name = `${name}_2`;
    delete pathsOf(root)[path];
    pathsOf(root)[path.replace(`{${name}}`, `{${name}_2}`)] = item;
    return true;
  }),
  'remove a body': at(operationsOf, ({ operation }) => isObject(operation.requestBody) && delete operation.requestBody),
  'add a body': at(operationsOf, ({ operation, method }, way) => {
    if (operation.requestBody !== undefined || method === 'get') return false;
    const required = way % 2 === 0 ? { required: ['note'] } : {};
    const schema = { type: 'object', properties: { note: { type: 'string' } }, ...required };
    operation.requestBody = { required: way % 4 < 2, content: json(schema) };
    return true;
  }),
  'require a body or not': at(bodies, (body) => {
    body.required = body.required !== true;
  }),
  'another body': at(bodies, (body, way) => {
    body.content = json(fresh(way));
  }),
  'another status': at(operationsOf, ({ operation }) => {
    const [responses, status] = successOf(operation);
    const { [status]: reply = {}, ...rest } = responses;
    operation.responses = { [status === '202' ? '200' : '202']: reply, ...rest };
  }),
  'another reply': at(operationsOf, ({ operation }, way) => {
    const [responses, status] = successOf(operation);
    const contents: readonly ObjectNode[] = [
      {},
      { content: json(fresh(way)) },
      { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      { content: { 'text/plain': { schema: { type: 'string' } } } },
    ];
    responses[status] = { description: 'Fine.', ...contents[way % contents.length] };
  }),
  'a second reply': at(operationsOf, ({ operation }, way) => {
    const schema = { type: 'object', properties: { second: fresh(way) } };
    objectAt(operation, 'responses')['203'] = { description: 'Fine.', content: json(schema) };
  }),
  'other security': at(operationsOf, ({ operation }, way, root) => {
    const schemes = Object.keys(objectAt(objectAt(root, 'components'), 'securitySchemes'));
    if (schemes.length === 0) return false;
    const all = Object.fromEntries(schemes.map((name): [string, Node] => [name, []]));
    const requirements: readonly Node[][] = [[], [{}], schemes.map((name) => ({ [name]: [] })), [all]];
    operation.security = requirements[way % requirements.length] ?? [];
    return true;
  }),
  'another server': at(
    (root) => [root],
    (root, way) => {
      if (way % 3 === 0) delete root.servers;
      else root.servers = [{ url: `https://other-${way % 3}.example.com` }];
    },
  ),
  'another version': at(
    (root) => [objectAt(root, 'info')],
    (info, way) => {
      info.version = `2.0.${way % 9}`;
    },
  ),
};

/** Any change. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...Object.keys(EDITS)),
  place: fc.nat(10_000),
  way: fc.nat(10_000),
});

/** Changes a document in place. Returns whether there was a place for it. */
export function applyEdit(root: ObjectNode, { kind, place, way }: Edit): boolean {
  return EDITS[kind]?.(root, place, way) ?? false;
}
