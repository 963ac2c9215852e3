import {
  isObject,
  listAt,
  type Node,
  type ObjectNode,
  objectAt,
  operationsOf,
  type SchemaSite,
  schemasOf,
} from './tree.js';

/** One change to a description. */
export interface Edit {
  readonly kind: EditKind;
  /** Which of the places where it can be made. */
  readonly place: number;
  /** Which of the ways to make it. */
  readonly way: number;
}

type Apply = (root: ObjectNode, pick: <Item>(items: readonly Item[]) => Item | undefined, way: number) => boolean;

/** Changes a description in place. Returns whether there was a place for it. */
export function applyEdit(root: ObjectNode, { kind, place, way }: Edit): boolean {
  return EDITS[kind](root, (items) => items[place % items.length], way);
}

const FRESH: readonly ObjectNode[] = [
  { type: 'string' },
  { type: 'integer', format: 'int32' },
  { type: 'string', format: 'date-time' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', additionalProperties: {} },
];

function fresh(way: number): ObjectNode {
  return structuredClone(FRESH[way % FRESH.length] ?? {});
}

function objects(root: ObjectNode): SchemaSite[] {
  return schemasOf(root).filter(({ schema }) => isObject(schema.properties) && schema.allOf === undefined);
}

/** Schemas of one kind of value that no reference or union stands for. */
function plain(root: ObjectNode): SchemaSite[] {
  const isNamed = new Set(Object.values(objectAt(objectAt(root, 'components'), 'schemas')));
  return schemasOf(root).filter(
    ({ schema }) =>
      typeof schema.type === 'string' &&
      ['string', 'integer', 'number', 'boolean'].includes(schema.type) &&
      !isNamed.has(schema),
  );
}

function set(site: SchemaSite, schema: Node): boolean {
  if (Array.isArray(site.holder)) site.holder[Number(site.key)] = schema;
  else site.holder[site.key] = schema;
  return true;
}

function withField(
  root: ObjectNode,
  pick: Parameters<Apply>[1],
  act: (schema: ObjectNode, name: string) => boolean,
): boolean {
  const fields = objects(root).flatMap(({ schema }) =>
    Object.keys(objectAt(schema, 'properties')).map((name) => [schema, name] as const),
  );
  const found = pick(fields);
  return found !== undefined && act(found[0], found[1]);
}

function dropRequired(schema: ObjectNode, name: string): void {
  schema.required = listAt(schema, 'required').filter((one) => one !== name);
}

function enums(root: ObjectNode): SchemaSite[] {
  return schemasOf(root).filter(({ schema }) => listAt(schema, 'enum').length > 1);
}

function unions(root: ObjectNode): SchemaSite[] {
  return schemasOf(root).filter(({ schema }) => listAt(schema, 'oneOf').length > 1);
}

function bodies(root: ObjectNode) {
  return operationsOf(root).filter(({ operation }) => isObject(operation.requestBody));
}

const EDITS = {
  'add a field': (root, pick, way) => {
    const site = pick(objects(root));
    if (site === undefined) return false;
    objectAt(site.schema, 'properties')[`extra_${way % 3}`] = fresh(way);
    if (way % 2 === 0) site.schema.required = [...new Set([...listAt(site.schema, 'required'), `extra_${way % 3}`])];
    return true;
  },
  'remove a field': (root, pick) =>
    withField(root, pick, (schema, name) => {
      delete objectAt(schema, 'properties')[name];
      dropRequired(schema, name);
      return true;
    }),
  'rename a field': (root, pick) =>
    withField(root, pick, (schema, name) => {
      const entries = Object.entries(objectAt(schema, 'properties'));
      schema.properties = Object.fromEntries(entries.map(([key, value]) => [key === name ? `${name}_2` : key, value]));
      const required = listAt(schema, 'required');
      if (required.length > 0) schema.required = required.map((one) => (one === name ? `${name}_2` : one));
      return true;
    }),
  'require a field or not': (root, pick) =>
    withField(root, pick, (schema, name) => {
      if (listAt(schema, 'required').includes(name)) dropRequired(schema, name);
      else schema.required = [...listAt(schema, 'required'), name];
      return true;
    }),
  'move a field': (root, pick) =>
    withField(root, pick, (schema, name) => {
      const { [name]: moved = {}, ...rest } = objectAt(schema, 'properties');
      schema.properties = { [name]: moved, ...rest };
      return true;
    }),
  'retype a schema': (root, pick, way) => {
    const site = pick(plain(root));
    return site !== undefined && set(site, fresh(way));
  },
  'allow null or not': (root, pick) => {
    const site = pick(
      schemasOf(root).filter(({ schema }) => typeof schema.type === 'string' || Array.isArray(schema.type)),
    );
    if (site === undefined) return false;
    const types = [site.schema.type ?? 'object'].flat();
    site.schema.type = types.includes('null') ? types.filter((type) => type !== 'null') : [...types, 'null'];
    if (Array.isArray(site.schema.enum)) site.schema.enum = site.schema.enum.filter((value) => value !== null);
    if (Array.isArray(site.schema.enum) && site.schema.type.includes('null')) site.schema.enum.push(null);
    return true;
  },
  'widen or narrow a type': (root, pick, way) => {
    const site = pick(plain(root).filter(({ schema }) => schema.enum === undefined && schema.format !== 'date-time'));
    if (site === undefined) return false;
    site.schema.type = way % 2 === 0 ? [String(site.schema.type), 'object'] : [String(site.schema.type), 'boolean'];
    return true;
  },
  'a text becomes a date-time or the other way round': (root, pick) => {
    const site = pick(schemasOf(root).filter(({ schema }) => schema.type === 'string' && schema.enum === undefined));
    if (site === undefined) return false;
    if (site.schema.format === 'date-time') delete site.schema.format;
    else site.schema.format = 'date-time';
    return true;
  },
  'add a value': (root, pick, way) => {
    const site = pick(enums(root));
    const values = site && listAt(site.schema, 'enum');
    if (values === undefined) return false;
    values.push(typeof values[0] === 'number' ? 1_000 + way : `value_${way % 5}`);
    return true;
  },
  'remove a value': (root, pick, way) => {
    const site = pick(enums(root));
    const values = site && listAt(site.schema, 'enum');
    values?.splice(way % values.length, 1);
    return values !== undefined;
  },
  'restrict or lift values': (root, pick) => {
    const site = pick(schemasOf(root).filter(({ schema }) => schema.type === 'string' && schema.format === undefined));
    if (site === undefined) return false;
    if (Array.isArray(site.schema.enum)) delete site.schema.enum;
    else site.schema.enum = ['one', 'two'];
    return true;
  },
  'add or remove an alternative': (root, pick, way) => {
    const site = pick(unions(root));
    if (site === undefined) return false;
    const members = listAt(site.schema, 'oneOf');
    if (way % 2 === 0) members.push(fresh(way));
    else members.splice(way % members.length, 1);
    return true;
  },
  'make a union of it': (root, pick, way) => {
    const site = pick(plain(root).filter(({ schema }) => schema.format !== 'date-time'));
    return site !== undefined && set(site, { oneOf: [structuredClone(site.schema), fresh(way + 3)] });
  },
  'another bound': (root, pick, way) => {
    const site = pick(plain(root).filter(({ schema }) => schema.type === 'string'));
    if (site === undefined) return false;
    if (way % 2 === 0) site.schema.maxLength = 10 + way;
    else delete site.schema.maxLength;
    return true;
  },
  'another format, default or text': (root, pick, way) => {
    const site = pick(
      plain(root).filter(
        ({ schema }) => schema.type === 'string' && schema.format !== 'date-time' && schema.enum === undefined,
      ),
    );
    if (site === undefined) return false;
    const [key, value] = [
      ['format', 'uuid'] as const,
      ['default', 'text'] as const,
      ['description', 'Another text.'] as const,
    ][way % 3] ?? ['title', ''];
    site.schema[key] = value;
    return true;
  },
  deprecate: (root, pick, way) => {
    const place = way % 2 === 0 ? pick(operationsOf(root))?.operation : pick(schemasOf(root))?.schema;
    if (place === undefined) return false;
    if (place.deprecated === true) delete place.deprecated;
    else place.deprecated = true;
    return true;
  },
  'open or close a map': (root, pick, way) => {
    const site = pick(
      schemasOf(root).filter(
        ({ schema }) => schema.type === 'object' && schema['x-stream-filter-fields'] === undefined,
      ),
    );
    if (site === undefined) return false;
    if (isObject(site.schema.additionalProperties)) delete site.schema.additionalProperties;
    else site.schema.additionalProperties = way % 2 === 0 ? {} : { type: 'string' };
    return true;
  },
  'refer to another type': (root, pick, way) => {
    const site = pick(schemasOf(root).filter(({ schema }) => typeof schema.$ref === 'string'));
    const names = Object.keys(objectAt(objectAt(root, 'components'), 'schemas'));
    return site !== undefined && set(site, { $ref: `#/components/schemas/${names[way % names.length]}` });
  },
  'describe a type in place': (root, pick) => {
    const schemas = objectAt(objectAt(root, 'components'), 'schemas');
    const site = pick(schemasOf(root).filter(({ schema }) => typeof schema.$ref === 'string'));
    const target = schemas[String(site?.schema.$ref).replace('#/components/schemas/', '')];
    if (site === undefined || target === undefined || JSON.stringify(target).includes('"$ref"')) return false;
    return set(site, structuredClone(target));
  },
  'give a type a name': (root, pick, way) => {
    const schemas = objectAt(objectAt(root, 'components'), 'schemas');
    const isNamed = new Set(Object.values(schemas));
    const site = pick(objects(root).filter(({ schema }) => !isNamed.has(schema)));
    if (site === undefined) return false;
    schemas[`Named${way % 7}`] = structuredClone(site.schema);
    return set(site, { $ref: `#/components/schemas/Named${way % 7}` });
  },
  'rename a type': (root, pick) => {
    const name = pick(Object.keys(objectAt(objectAt(root, 'components'), 'schemas')));
    if (name === undefined) return false;
    const text = JSON.stringify(root).replaceAll(`"#/components/schemas/${name}"`, `"#/components/schemas/${name}Two"`);
    const renamed: ObjectNode = JSON.parse(text);
    const schemas = objectAt(objectAt(renamed, 'components'), 'schemas');
    objectAt(renamed, 'components').schemas = Object.fromEntries(
      Object.entries(schemas).map(([key, value]) => [key === name ? `${name}Two` : key, value]),
    );
    Object.assign(root, renamed);
    return true;
  },
  'add a type': (root, _, way) => {
    objectAt(objectAt(root, 'components'), 'schemas')[`Fresh${way % 9}`] = {
      type: 'object',
      properties: { a: fresh(way) },
    };
    return true;
  },
  'add an operation': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    const copy = { ...structuredClone(found.operation), operationId: `${String(found.operation.operationId)}Again` };
    objectAt(root, 'paths')[`/again${found.path}`] = { [found.method]: copy };
    return true;
  },
  'remove an operation': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found !== undefined) delete found.item[found.method];
    return found !== undefined;
  },
  'rename an operation': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found !== undefined) found.operation.operationId = `Renamed${String(found.operation.operationId)}`;
    return found !== undefined;
  },
  'move an operation': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    delete found.item[found.method];
    objectAt(root, 'paths')[`/moved${found.path}`] = { [found.method]: found.operation };
    return true;
  },
  'another tag': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found !== undefined) found.operation.tags = ['Other'];
    return found !== undefined;
  },
  'add a parameter': (root, pick, way) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    const parameter = {
      name: `extra_${way % 3}`,
      in: way % 4 < 2 ? 'query' : 'header',
      required: way % 2 === 0,
      schema: fresh(way % 2),
    };
    found.operation.parameters = [...listAt(found.operation, 'parameters'), parameter];
    return true;
  },
  'remove a parameter': (root, pick, way) => {
    const found = pick(operationsOf(root).filter(({ operation }) => queryOf(operation).length > 0));
    if (found === undefined) return false;
    const query = queryOf(found.operation);
    const gone = query[way % query.length];
    found.operation.parameters = listAt(found.operation, 'parameters').filter((one) => one !== gone);
    return true;
  },
  'require or move a parameter': (root, pick, way) => {
    const parameter = pick(operationsOf(root).flatMap(({ operation }) => queryOf(operation)));
    if (parameter === undefined) return false;
    if (way % 3 === 0) parameter.in = 'header';
    else parameter.required = parameter.required !== true;
    return true;
  },
  'rename a path parameter': (root, pick) => {
    const found = pick(
      operationsOf(root).filter(({ path, item }) => path.includes('{') && Object.keys(item).length === 1),
    );
    if (found === undefined) return false;
    const [, name = ''] = /\{([^}]*)\}/.exec(found.path) ?? [];
    const parameter = listAt(found.operation, 'parameters').find(
      (one) => isObject(one) && one.in === 'path' && one.name === name,
    );
    if (!isObject(parameter)) return false;
    parameter.name = `${name}_2`;
    const paths = objectAt(root, 'paths');
    delete paths[found.path];
    paths[found.path.replace(`{${name}}`, `{${name}_2}`)] = found.item;
    return true;
  },
  'remove a body': (root, pick) => {
    const found = pick(bodies(root));
    if (found !== undefined) delete found.operation.requestBody;
    return found !== undefined;
  },
  'add a body': (root, pick, way) => {
    const found = pick(
      operationsOf(root).filter(({ operation, method }) => operation.requestBody === undefined && method !== 'get'),
    );
    if (found === undefined) return false;
    const schema = {
      type: 'object',
      properties: { note: { type: 'string' } },
      ...(way % 2 === 0 ? { required: ['note'] } : {}),
    };
    found.operation.requestBody = { required: way % 4 < 2, content: { 'application/json': { schema } } };
    return true;
  },
  'require a body or not': (root, pick) => {
    const body = pick(bodies(root))?.operation.requestBody;
    if (!isObject(body)) return false;
    body.required = body.required !== true;
    return true;
  },
  'another body': (root, pick, way) => {
    const body = pick(bodies(root))?.operation.requestBody;
    if (!isObject(body)) return false;
    body.content = { 'application/json': { schema: fresh(way) } };
    return true;
  },
  'another status': (root, pick) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    const responses = objectAt(found.operation, 'responses');
    const status = Object.keys(responses).find((key) => key.startsWith('2'));
    if (status === undefined) return false;
    const { [status]: reply = {}, ...rest } = responses;
    found.operation.responses = { [status === '202' ? '200' : '202']: reply, ...rest };
    return true;
  },
  'another reply': (root, pick, way) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    const responses = objectAt(found.operation, 'responses');
    const status = Object.keys(responses).find((key) => key.startsWith('2')) ?? '200';
    const kinds: readonly ObjectNode[] = [
      { description: 'Fine.' },
      { description: 'Fine.', content: { 'application/json': { schema: fresh(way) } } },
      {
        description: 'Fine.',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      { description: 'Fine.', content: { 'text/plain': { schema: { type: 'string' } } } },
    ];
    responses[status] = kinds[way % kinds.length] ?? {};
    return true;
  },
  'a second reply': (root, pick, way) => {
    const found = pick(operationsOf(root));
    if (found === undefined) return false;
    const schema = { type: 'object', properties: { second: fresh(way) } };
    objectAt(found.operation, 'responses')['203'] = {
      description: 'Fine.',
      content: { 'application/json': { schema } },
    };
    return true;
  },
  'other security': (root, pick, way) => {
    const found = pick(operationsOf(root));
    const schemes = Object.keys(objectAt(objectAt(root, 'components'), 'securitySchemes'));
    if (found === undefined || schemes.length === 0) return false;
    const requirements: readonly Node[] = [
      [],
      [{}],
      schemes.map((name) => ({ [name]: [] })),
      [Object.fromEntries(schemes.map((name) => [name, []]))],
    ];
    found.operation.security = requirements[way % requirements.length] ?? [];
    return true;
  },
  'another server': (root, _, way) => {
    if (way % 3 === 0) delete root.servers;
    else root.servers = [{ url: `https://other-${way % 3}.example.com` }];
    return true;
  },
  'another version': (root, _, way) => {
    objectAt(root, 'info').version = `2.0.${way % 9}`;
    return true;
  },
} as const satisfies Readonly<Record<string, Apply>>;

export type EditKind = keyof typeof EDITS;
export const EDIT_KINDS = Object.keys(EDITS).filter((kind): kind is EditKind => Object.hasOwn(EDITS, kind));

function queryOf(operation: ObjectNode): ObjectNode[] {
  return listAt(operation, 'parameters').flatMap((one) => (isObject(one) && one.in === 'query' ? [one] : []));
}
