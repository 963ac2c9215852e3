import { type Problem, warningProblem } from '../problems/index.js';
import type { Json, JsonObject, References, Schema } from '../schema/index.js';
import {
  dereference,
  get,
  getArray,
  getObject,
  getString,
  isJsonMediaType,
  isTextMediaType,
  objectShape,
  optional,
  pointerToken,
  schemaAt,
  spansSegments,
  withoutValue,
} from '../schema/index.js';
import type { Parameter, ParameterPlace, ParameterStyle, SecurityScheme } from './model.js';

const places: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];
/** The first one is the default. */
const stylesOf: Readonly<Record<ParameterPlace, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};
/**
 * Headers that cannot be parameters: OpenAPI ignores the first three, which are defined elsewhere; the others are
 * controlled by `fetch`.
 */
const ignoredHeaders = new Set([
  ...['accept', 'content-type', 'authorization'],
  ...['content-length', 'host', 'connection', 'transfer-encoding', 'expect', 'keep-alive', 'te', 'trailer', 'upgrade'],
]);

/** Parameter Object (OpenAPI 3.1, 4.8.12) with references resolved and defaults applied, and the source of its examples. */
export interface ParameterSource {
  readonly parameter: Parameter;
  /** The object with `example` and `examples`: the parameter, or its media type. */
  readonly examples: JsonObject;
  /** Where that object is. */
  readonly pointer: string;
}

/** Whether the fields of an object are pairs of the query, beside those of other parameters. */
export function isSpread({ in: place, style, explode, mediaType }: Parameter): boolean {
  return place === 'query' && style === 'form' && explode && mediaType === undefined;
}

/**
 * @param path the template of the operation's path
 * @param credentials credentials of the operation: a parameter of the same location and name is omitted
 */
export function buildParameters(
  operation: JsonObject,
  path: string,
  pointer: string,
  references: References,
  credentials: readonly SecurityScheme[],
) {
  const problems: Problem[] = [];
  const sources = getArray(operation, 'parameters').flatMap((raw, index): ParameterSource[] => {
    const built = buildParameter(raw, path, `${pointer}/parameters/${index}`, references, problems);
    if (!built) return [];
    if (!credentials.some((scheme) => isSent(built.parameter, scheme))) return [built];
    const message = `The parameter '${built.parameter.name}' is omitted: it is the credential of this operation, which is an option of the client.`;
    const place = { pointer: built.parameter.pointer };
    problems.push(
      warningProblem('parameter-ignored', place, message, 'Remove the parameter: the security scheme defines it.'),
    );
    return [];
  });
  return { sources, problems: [...problems, ...sharedNames(sources, references)] };
}

/** Warnings about objects whose fields are sent by the names of other parameters, or of fields of other objects. */
function sharedNames(sources: readonly ParameterSource[], references: References): Problem[] {
  const query = sources.map(({ parameter }) => parameter).filter((parameter) => parameter.in === 'query');
  const fieldsOf = (parameter: Parameter): readonly string[] =>
    isSpread(parameter) ? objectShape(parameter.schema, references).properties.map(({ name }) => name) : [];
  const taken = new Set(query.filter((parameter) => fieldsOf(parameter).length === 0).map(({ name }) => name));
  return query.flatMap((parameter) => {
    const fields = fieldsOf(parameter);
    const shared = fields.filter((name) => taken.has(name));
    for (const name of fields) taken.add(name);
    return shared.length === 0 ? [] : [sharedFields(parameter, shared)];
  });
}

function sharedFields({ name, pointer }: Parameter, fields: readonly string[]): Problem {
  const list = fields.map((field) => `'${field}'`).join(', ');
  const message = `The parameter '${name}' is sent as its fields, some of which are also sent for other parameters: ${list}.`;
  const hint = 'Use the style `deepObject`, or other names: the service cannot distinguish them.';
  return warningProblem('parameter-style', { pointer }, message, hint);
}

function isSent({ in: place, name }: Parameter, scheme: SecurityScheme): boolean {
  if (scheme.type !== 'apiKey' || scheme.in !== place) return false;
  return place === 'header' ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
}

function buildParameter(
  raw: Json,
  path: string,
  pointer: string,
  references: References,
  problems: Problem[],
): ParameterSource | undefined {
  const object = references.object(raw);
  const name = getString(object, 'name');
  const place = places.find((candidate) => candidate === getString(object, 'in'));
  if (!object || name === undefined || !place) return undefined;
  if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) {
    const message = `The header parameter '${name}' is omitted: the client sets it itself.`;
    const hint = 'Define it by the media types of bodies and responses, or by a security scheme.';
    problems.push(warningProblem('parameter-ignored', { pointer }, message, hint));
    return undefined;
  }
  const [usual] = stylesOf[place];
  const given = getString(object, 'style');
  const style = stylesOf[place].find((known) => known === given) ?? usual;
  if (given !== undefined && given !== style) {
    const message = `The parameter '${name}' is sent in the style "${usual}": a ${place} parameter has no style "${given}".`;
    const hint = `Use one of ${stylesOf[place].join(', ')}, or omit \`style\`.`;
    problems.push(warningProblem('parameter-style', { pointer }, message, hint));
  }

  const [mediaType, media] = firstMediaType(object);
  const schema = schemaOf(media ?? object);
  const explode = get(object, 'explode');
  const parameter: Parameter = {
    pointer,
    name,
    in: place,
    ...optional('description', getString(object, 'description')),
    required: place === 'path' || get(object, 'required') === true,
    deprecated: get(object, 'deprecated') === true,
    schema: place === 'path' ? sendableInPath(schema, pointer, references, problems) : schema,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    allowReserved: get(object, 'allowReserved') === true || (place === 'path' && spansSegments(path, name)),
    // Text is sent unchanged; anything else as JSON.
    ...optional('mediaType', isTextMediaType(mediaType ?? '') ? undefined : mediaType),
  };
  const at = media === undefined ? pointer : `${pointer}/content/${pointerToken(mediaType ?? '')}`;
  return { parameter, examples: media ?? object, pointer: at };
}

/** Of the `content` of a parameter or a header. */
export function firstMediaType(parameter: JsonObject): [string | undefined, JsonObject | undefined] {
  const content = getObject(parameter, 'content');
  const mediaTypes = Object.keys(content ?? {});
  const chosen = mediaTypes.find(isJsonMediaType) ?? mediaTypes[0];
  return chosen === undefined ? [undefined, undefined] : [chosen, getObject(content, chosen)];
}

/** An empty path segment would address another path, so an empty enum value is removed. */
function sendableInPath(schema: Schema, pointer: string, references: References, problems: Problem[]): Schema {
  const left = withoutValue(dereference(schema, references) ?? true, '');
  if (left === undefined) return schema;
  const message = 'The empty value of this path parameter is removed: it would address another path.';
  const hint = 'Define the path without the parameter as a separate path.';
  problems.push(warningProblem('path-value-empty', { pointer }, message, hint));
  return left;
}

/** The `schema` of a parameter, header or media type; `true` (anything) if it has none. */
export function schemaOf(holder: JsonObject | undefined): Schema {
  return schemaAt(holder, 'schema') ?? true;
}
