import type { MutableObject } from '../../schema/index.js';
import { isAnnotation, isBinarySchema, isSchema, type Json, type JsonObject, keywords } from '../../schema/index.js';

/** Whether a parameter is a part of a request body, as in Swagger 2. */
export function isOldBody({ in: place }: JsonObject): boolean {
  return place === 'body' || place === 'formData';
}

/** Creates the `schema` of a parameter without one from its own keywords, in place, and returns it. */
export function schemaOfOld(parameter: MutableObject): MutableObject | undefined {
  if (typeof parameter.type !== 'string' || parameter.schema !== undefined || parameter.content !== undefined)
    return undefined;
  const own = Object.entries(parameter).filter(([key]) => {
    return key === 'default' || (keywords.has(key) && !isAnnotation(key) && key !== 'required');
  });
  const isFile = parameter.type === 'file';
  const schema: MutableObject = isFile ? { type: 'string', format: 'binary' } : Object.fromEntries(own);
  parameter.schema = schema;
  if (parameter.type === 'array' && parameter.in === 'query')
    parameter.explode = parameter.collectionFormat === 'multi';
  return schema;
}

/** Moves the schema of a response without `content` into it, in place. Returns whether there is one. */
export function moveOldSchema(response: MutableObject): boolean {
  const { schema, content } = response;
  if (schema === undefined || content !== undefined) return false;
  response.content = { 'application/json': { schema } };
  delete response.schema;
  return true;
}

/** The request body that such parameters define. */
export function bodyOfOld(parameters: readonly JsonObject[]): Json {
  const whole = parameters.find((parameter) => parameter.in === 'body');
  if (whole !== undefined) {
    return { required: whole.required === true, content: { 'application/json': { schema: whole.schema ?? true } } };
  }
  const fields = parameters.map(({ name, schema = true }) => [String(name), schema] as const);
  const required = parameters.flatMap((parameter) => (parameter.required === true ? [String(parameter.name)] : []));
  const isUpload = fields.some(([, schema]) => isSchema(schema) && isBinarySchema(schema));
  const form = { type: 'object', properties: Object.fromEntries(fields), required };
  const mediaType = isUpload ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return { required: required.length > 0, content: { [mediaType]: { schema: form } } };
}
