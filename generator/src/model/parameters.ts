import type { Json, JsonObject, References, Schema } from '../schema/index.js';
import { get, getArray, getObject, getString, isJsonMediaType, optional } from '../schema/index.js';
import type { Parameter, ParameterPlace, ParameterStyle } from './model.js';

const places: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];
const styles: readonly ParameterStyle[] = [
  'simple',
  'label',
  'matrix',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
];
/**
 * The specification says to ignore header parameters of the first three names: other parts of the description set them.
 * The others belong to the connection: HTTP clients set them, and `fetch` lets nobody else do it.
 */
const ignoredHeaders = new Set([
  ...['accept', 'content-type', 'authorization'],
  ...['content-length', 'host', 'connection', 'transfer-encoding', 'expect', 'keep-alive', 'te', 'trailer', 'upgrade'],
]);

/** Parameter Object (OpenAPI 3.1, 4.8.12), references resolved and defaults filled in, with its examples' source. */
export interface ParameterSource {
  readonly parameter: Parameter;
  /** The object that holds `example` and `examples`: the parameter, or its media type. */
  readonly examples: JsonObject;
}

export function buildParameters(operation: JsonObject, pointer: string, references: References): ParameterSource[] {
  return getArray(operation, 'parameters').flatMap((raw, index) => {
    const built = buildParameter(raw, `${pointer}/parameters/${index}`, references);
    return built ? [built] : [];
  });
}

function buildParameter(raw: Json, pointer: string, references: References): ParameterSource | undefined {
  const object = references.object(raw);
  const name = getString(object, 'name');
  const place = places.find((candidate) => candidate === getString(object, 'in'));
  if (!object || name === undefined || !place) return undefined;
  if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) return undefined;

  const [mediaType, media] = firstMediaType(object);
  const style = styles.find((candidate) => candidate === getString(object, 'style')) ?? defaultStyle(place);
  const explode = get(object, 'explode');
  const parameter: Parameter = {
    pointer,
    name,
    in: place,
    ...optional('description', getString(object, 'description')),
    required: place === 'path' || get(object, 'required') === true,
    deprecated: get(object, 'deprecated') === true,
    schema: schemaOf(media ?? object),
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    allowReserved: get(object, 'allowReserved') === true,
    ...optional('mediaType', mediaType),
  };
  return { parameter, examples: media ?? object };
}

function firstMediaType(parameter: JsonObject): [string | undefined, JsonObject | undefined] {
  const content = getObject(parameter, 'content');
  const mediaTypes = Object.keys(content ?? {});
  const chosen = mediaTypes.find(isJsonMediaType) ?? mediaTypes[0];
  return chosen === undefined ? [undefined, undefined] : [chosen, getObject(content, chosen)];
}

function defaultStyle(place: ParameterPlace): ParameterStyle {
  return place === 'query' || place === 'cookie' ? 'form' : 'simple';
}

/** The `schema` of a parameter, header or media type; `true` (anything) when it has none. */
export function schemaOf(holder: JsonObject | undefined): Schema {
  const schema = get(holder, 'schema');
  if (typeof schema === 'boolean') return schema;
  return getObject(holder, 'schema') ?? true;
}
