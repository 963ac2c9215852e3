import type { Json, JsonObject, References } from '../schema/index.js';
import { dereference, get, getObject, getString, optional, pointerToken, schemaTypes } from '../schema/index.js';
import { preferredReply, replyKind } from './media-types.js';
import type { Reply } from './model.js';
import { schemaOf } from './parameters.js';

/** Responses Object (OpenAPI 3.1, 4.8.16). `default` counts as the success reply only where no 2xx is described. */
export function buildReplies(operation: JsonObject, pointer: string, references: References): Reply[] {
  const responses = getObject(operation, 'responses') ?? {};
  const statuses = Object.keys(responses).filter((status) => /^([1-5](\d\d|XX)|default)$/i.test(status));
  const hasSuccess = statuses.some((status) => status.startsWith('2'));
  return statuses.map((status) => {
    const object = references.object(responses[status]) ?? {};
    const success = status.startsWith('2') || (!hasSuccess && status === 'default');
    return {
      pointer: `${pointer}/responses/${pointerToken(status)}`,
      status: status === 'default' ? status : status.toUpperCase(),
      success,
      ...optional('description', getString(object, 'description')),
      ...buildContent(object, references),
    };
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
