import type { MutableObject } from '../../schema/index.js';
import { isObject, type Json, type JsonObject, percentDecoded } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';
import type { Origins } from './mounts.js';

export interface Listed {
  /** As in the list: the parameter or a reference to it. */
  readonly entry: Json;
  readonly place: Place;
  readonly parameter: JsonObject;
}

/** The whole query as one parameter (OpenAPI 3.2): the fields of its form are sent as those of an object. */
export function spreadQueryString(parameter: MutableObject, place: Place, findings: Findings): void {
  const message = 'A parameter in `querystring` is read as an object in `query`.';
  findings.warning('structure-ignored', place, message, 'Define each field as a separate parameter.');
  const [media] = Object.values(isObject(parameter.content) ? parameter.content : {});
  parameter.in = 'query';
  parameter.schema = isObject(media) ? (media.schema ?? true) : true;
  delete parameter.content;
}

/** The parameters, with those of a query in the path, which OpenAPI does not allow. */
export function withoutQuery(
  tokens: readonly string[],
  listed: readonly Listed[],
  origins: Origins,
  findings: Findings,
): readonly Listed[] {
  const [, query] = /^[^?#]*\?([^#]*)/.exec(tokens[1] ?? '') ?? [];
  if (query === undefined) return listed;
  const message = `The query \`${query}\` in the path is read as parameters.`;
  const hint = 'Define the query as parameters with `in: query`.';
  findings.warning('path-not-include-query', origins.placeOf(tokens.slice(0, 2)), message, hint);
  return query.split('&').reduce((before, pair): readonly Listed[] => {
    const [name = '', value = ''] = pair.split('=').map(percentDecoded);
    const variable = /^\{(.*)\}$/.exec(value)?.[1];
    const declared = before.find(({ parameter }) => parameter.in === 'path' && parameter.name === variable);
    if (before.some(({ parameter }) => parameter.in === 'query' && parameter.name === name)) return before;
    const schema = variable === undefined ? { type: 'string', enum: [value] } : { type: 'string' };
    const parameter = { required: true, schema, ...declared?.parameter, name, in: 'query' };
    const added = { entry: parameter, parameter, place: declared?.place ?? origins.placeOf(tokens) };
    return [...before.filter((one) => one !== declared), added];
  }, listed);
}
