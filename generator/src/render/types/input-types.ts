import { schemaDirections } from '../../model/directions.js';
import type { Model } from '../../model/model.js';
import type { Names } from '../../naming/index.js';
import { OpenEnums, pointerToken } from '../../schema/index.js';
import { RequestSchemas } from './request-schemas.js';

/** The types of named schemas in requests, where a reply has another one: key -> exported name. */
export function inputTypes(model: Model, names: Names): ReadonlyMap<string, string> {
  const directions = schemaDirections(model);
  const requests = new RequestSchemas(model, directions, new OpenEnums(model, directions.received));
  const keys = model.schemas.filter(
    ({ name, schema }) => directions.sent.has(schema) && requests.differs(`#/components/schemas/${pointerToken(name)}`),
  );
  return new Map(keys.map(({ name }) => [name, names.input(name).exported]));
}
