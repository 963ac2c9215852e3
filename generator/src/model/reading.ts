import type { Json } from '../schema/index.js';
import { get, getString, optional } from '../schema/index.js';
import type { FurtherReading } from './model.js';

/** The External Documentation Object of any object (OpenAPI 3.1, 4.8.11). */
export function furtherReading(object: Json): FurtherReading | undefined {
  const found = get(object, 'externalDocs');
  const url = getString(found, 'url');
  return url === undefined ? undefined : { url, ...optional('description', getString(found, 'description')) };
}
