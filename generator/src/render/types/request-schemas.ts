import { oncePerModel, openEnums, schemaDirections } from '../../model/directions.js';
import type { Model } from '../../model/model.js';
import type { Names } from '../../naming/index.js';
import { addTo } from '../../problems/index.js';
import type { Json, Schema } from '../../schema/index.js';
import { getString, hasOneWayField, isObject, namedReference, partsOf } from '../../schema/index.js';

/**
 * The schemas whose types differ between requests and responses: those that, at any depth, have a `readOnly` or `writeOnly`
 * field, or an open enum. Requests do not have the former, nor responses the latter (OpenAPI 3.1, 4.8.24); requests accept only the
 * listed values of an enum.
 */
export interface RequestSchemas {
  /** Whether only requests use a schema. */
  owns(schema: Schema): boolean;
  /** @param ref to a schema of a request. */
  differs(ref: string): boolean;
}

export const requestSchemas = oncePerModel((model): RequestSchemas => {
  const { sent, received } = schemaDirections(model);
  const enums = openEnums(model);
  const users = new Map<Json, Json[]>();
  const waiting: Json[] = [];
  for (const schema of sent) {
    if (!isObject(schema)) continue;
    const ref = getString(schema, '$ref');
    for (const below of [...partsOf(schema), ...(ref === undefined ? [] : [model.resolve(ref) ?? true])]) {
      addTo<Json, Json>(users, below, schema);
    }
    if (hasOneWayField(schema, model) || enums.opens(schema).length > 0) waiting.push(schema);
  }
  const different = new Set<Json>();
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (different.has(schema)) continue;
    different.add(schema);
    waiting.push(...(users.get(schema) ?? []));
  }
  const owns = (schema: Schema): boolean => sent.has(schema) && !received.has(schema);
  return {
    owns,
    differs: (ref) => {
      const schema = model.resolve(ref) ?? true;
      return !owns(schema) && different.has(schema);
    },
  };
});

/** The request types of named schemas that differ from the response types: key -> exported name. */
export function inputTypes(model: Model, names: Names): ReadonlyMap<string, string> {
  const { sent } = schemaDirections(model);
  const requests = requestSchemas(model);
  const keys = model.schemas.filter(({ name, schema }) => sent.has(schema) && requests.differs(namedReference(name)));
  return new Map(keys.map(({ name }) => [name, names.input(name).exported]));
}
