import type { Operation, OperationResponse } from '../../model/model.js';
import { responseFor } from '../../model/results.js';
import { synthesise } from '../../model/synthesise/index.js';
import {
  dereference,
  getString,
  itemsOf,
  type Json,
  type JsonObject,
  namedReference,
  objectShape,
  type Property,
  referencedName,
  type Schema,
  schemaTypes,
} from '../../schema/index.js';
import type { RenderContext } from '../context.js';

/** Values that take more steps are omitted: a spec may have many, and they are not documentation. */
export const mostSteps = 2_000;

/** A named schema in a response: `at` is the field that contains it, empty for the whole response. */
interface Place {
  readonly key: string;
  readonly at: string;
  readonly isList: boolean;
}

/** A kind of resource: the operation that reads one, and the field that identifies it. */
interface Kind {
  readonly key: string;
  /** The path of the collection. */
  readonly collection: string;
  readonly argument: string;
  readonly field: string;
}

/**
 * What operations do with resources, as far as paths and schemas show it. If `GET /polls/{poll_id}` returns a schema with the
 * field `poll_id` or `id`, the path above it creates and lists, and the same path updates and deletes.
 */
export function resourceRoles(context: RenderContext): ReadonlyMap<Operation, JsonObject> {
  const { model, names } = context;
  // A resource that cannot be created would never be found.
  const kinds = model.operations
    .flatMap((operation) => kindsRead(operation, context))
    .filter(({ key, collection }) =>
      model.operations.some(({ path, method, responses }) => {
        const isCreating = path === collection && (method === 'post' || method === 'put');
        return (
          isCreating && placesIn(responseFor({ responses }, undefined), context).some((place) => place.key === key)
        );
      }),
    );
  const roles = new Map<Operation, JsonObject>();
  for (const operation of model.operations) {
    for (const kind of kinds) {
      const role = roleOf(operation, kind, model.operations);
      const type = names.schema(kind.key)?.exported;
      if (role === undefined || type === undefined || roles.has(operation)) continue;
      const place = placesIn(responseFor(operation, undefined), context).find(
        ({ key, isList }) => key === kind.key && isList === (role === 'list'),
      );
      if (!place && role !== 'delete') continue;
      const isAbove = operation.path === kind.collection;
      const fields = role === 'create' || role === 'update' ? sharedFields(operation, kind, context) : [];
      roles.set(operation, {
        role,
        type,
        ...(place && { at: place.at }),
        key: [isAbove ? kind.field : kind.argument, kind.field],
        ...(role === 'create' && { sample: sampleOf(kind, context) }),
        ...(fields.length > 0 && { fields }),
      });
    }
  }
  return roles;
}

function kindsRead(operation: Operation, context: RenderContext): Kind[] {
  const [, collection, parameter] = /^(.*)\/\{([^{}]+)\}$/.exec(operation.path) ?? [];
  if (operation.method !== 'get' || collection === undefined || parameter === undefined) return [];
  const { layout } = context.names.operation(operation);
  const argument = layout.parameters.find(
    ({ parameter: { name, in: place } }) => name === parameter && place === 'path',
  );
  return placesIn(responseFor(operation, undefined), context).flatMap(({ key, isList }): Kind[] => {
    const properties = propertiesOf(context.model.resolve(namedReference(key)), context);
    const field = [parameter, 'id'].find((name) => properties.has(name));
    if (isList || field === undefined || argument === undefined) return [];
    return [{ key, collection, argument: argument.argument, field }];
  });
}

function roleOf({ path, method }: Operation, { collection }: Kind, all: readonly Operation[]): string | undefined {
  if (path === `${collection}/query` && method === 'post') return 'list';
  if (path === collection) {
    const creates = all.some((other) => other.path === collection && other.method === 'post') ? 'post' : 'put';
    if (method === creates) return 'create';
    if (method === 'put' || method === 'patch') return 'update';
    return method === 'get' ? 'list' : undefined;
  }
  const isOne = path.startsWith(`${collection}/{`) && !path.slice(collection.length + 1).includes('/');
  if (!isOne) return undefined;
  if (method === 'delete' || method === 'get') return method;
  return ['put', 'patch', 'post'].includes(method) ? 'update' : undefined;
}

/** The named schemas of a response, of its fields, and of arrays in it. */
function placesIn(response: OperationResponse | undefined, context: RenderContext): Place[] {
  if (response?.kind !== 'json' || response.schema === undefined) return [];
  const own = keyOf(response.schema);
  const ofList = keyOf(itemsOf(dereference(response.schema, context.model) ?? true));
  const places: Place[] = own === undefined ? [] : [{ key: own, at: '', isList: false }];
  if (ofList !== undefined) places.push({ key: ofList, at: '', isList: true });
  for (const [name, property] of propertiesOf(response.schema, context)) {
    const key = keyOf(property.schema);
    const item = keyOf(itemsOf(property.schema));
    if (key !== undefined) places.push({ key, at: name, isList: false });
    if (item !== undefined) places.push({ key: item, at: name, isList: true });
  }
  return places;
}

/** The fields of the body that the resource also has: as scalars of the same types, as the same named schema, or as arrays of either. */
function sharedFields(operation: Operation, { key }: Kind, context: RenderContext): string[] {
  const { model } = context;
  const { body } = context.names.operation(operation).layout;
  if (body?.kind !== 'fields') return [];
  const known = propertiesOf(model.resolve(namedReference(key)), context);
  const typesOf = (schema: Schema): string => [...schemaTypes(schema, model)].sort().join();
  const isSame = (one: Schema, other: Schema): boolean => {
    const types = typesOf(one);
    if (types !== typesOf(other)) return false;
    if (types.includes('object')) return keyOf(one) !== undefined && keyOf(one) === keyOf(other);
    return !types.includes('array') || isSame(itemsOf(one), itemsOf(other));
  };
  return body.properties.flatMap(({ name, schema }) => {
    const other = known.get(name);
    return other && isSame(schema, other.schema) ? [name] : [];
  });
}

function propertiesOf(schema: Schema | undefined, { model }: RenderContext): ReadonlyMap<string, Property> {
  if (schema === undefined) return new Map();
  return new Map(objectShape(schema, model).properties.map((property) => [property.name, property]));
}

/** The key of the named schema that a schema refers to, also with other keywords beside the reference. */
function keyOf(schema: Schema): string | undefined {
  return referencedName(getString(schema, '$ref'));
}

/** A value for the field that identifies a resource, if its schema does not require the field. */
function sampleOf({ key, field }: Kind, context: RenderContext): Json {
  const { model } = context;
  const property = propertiesOf(model.resolve(namedReference(key)), context).get(field);
  return (
    synthesise(property?.schema ?? true, model, {
      fill: 'required',
      direction: 'reply',
      name: field,
      mostSteps,
    }) ?? field
  );
}
