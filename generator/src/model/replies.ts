import type { Json, JsonObject, References } from '../schema/index.js';
import {
  dereference,
  get,
  getObject,
  getString,
  isJsonMediaType,
  optional,
  pointerToken,
  schemaTypes,
} from '../schema/index.js';
import { preferredReply, replyKind } from './media-types.js';
import type { Reply, ReplyHeader } from './model.js';
import { firstMediaType, schemaOf } from './parameters.js';

/** A reply to one of these headers may be that nothing has changed (RFC 9110, 13.1). */
const conditions = new Set(['if-none-match', 'if-modified-since']);

/**
 * Responses Object (OpenAPI 3.1, 4.8.16). Where no 2xx is described, a redirect is what a call succeeds with, else `default`.
 * @param headers the names of the operation's header parameters
 */
export function buildReplies(
  operation: JsonObject,
  pointer: string,
  references: References,
  headers: readonly string[] = [],
): Reply[] {
  const responses = getObject(operation, 'responses') ?? {};
  const statuses = Object.keys(responses).filter((status) => /^([1-5](\d\d|XX)|default)$/i.test(status));
  const [first] = ['2', '3', 'd'].filter((digit) => statuses.some((status) => status.startsWith(digit)));
  const isConditional = headers.some((name) => conditions.has(name.toLowerCase()));
  return statuses.map((status) => {
    const object = references.object(responses[status]) ?? {};
    const success = status.charAt(0) === first || (isConditional && status === '304');
    return {
      pointer: `${pointer}/responses/${pointerToken(status)}`,
      status: status === 'default' ? status : status.toUpperCase(),
      success,
      ...optional('description', getString(object, 'description')),
      ...buildContent(object, references),
      ...listed(buildHeaders(object, references)),
    };
  });
}

function listed(headers: readonly ReplyHeader[]): Pick<Reply, 'headers'> {
  return headers.length === 0 ? {} : { headers };
}

/** Header Objects (OpenAPI 3.1, 4.8.21); one called `Content-Type` is ignored (4.8.17). */
function buildHeaders(response: JsonObject, references: References): ReplyHeader[] {
  return Object.entries(getObject(response, 'headers') ?? {}).flatMap(([name, raw]): ReplyHeader[] => {
    const object = references.object(raw);
    if (!object || name.toLowerCase() === 'content-type') return [];
    const [mediaType, media] = firstMediaType(object);
    return [
      {
        name,
        required: get(object, 'required') === true,
        deprecated: get(object, 'deprecated') === true,
        ...optional('description', getString(object, 'description')),
        schema: schemaOf(media ?? object),
        json: mediaType !== undefined && isJsonMediaType(mediaType),
      },
    ];
  });
}

function buildContent(
  response: JsonObject,
  references: References,
): Pick<Reply, 'kind' | 'mediaType' | 'otherMediaTypes' | 'schema' | 'examples'> {
  const content = getObject(response, 'content') ?? {};
  const candidates = Object.keys(content).map((mediaType) => {
    const media = references.object(content[mediaType]) ?? {};
    const schema = dereference(schemaOf(media), references) ?? true;
    return { mediaType, media, kind: replyKind(mediaType, schema, schemaTypes(schema, references)) };
  });
  const chosen = preferredReply(candidates);
  if (!chosen) return { kind: 'empty', examples: [] };
  return {
    kind: chosen.kind,
    mediaType: chosen.mediaType,
    otherMediaTypes: candidates.filter((candidate) => candidate !== chosen).map(({ mediaType }) => mediaType),
    schema: schemaOf(chosen.media),
    examples: namedExamples(chosen.media, references),
  };
}

/** `examples` by name, or the single `example` under the name `default` (Media Type Object, 4.8.14). */
export function namedExamples(holder: JsonObject, references: References): { name: string; value: Json }[] {
  const named = Object.entries(getObject(holder, 'examples') ?? {}).flatMap(([name, raw]) => {
    const object = references.object(raw);
    const value = get(object, 'value');
    return value === undefined ? [] : [{ name, value }];
  });
  const single = get(holder, 'example');
  if (named.length > 0 || single === undefined) return named;
  return [{ name: 'default', value: single }];
}
