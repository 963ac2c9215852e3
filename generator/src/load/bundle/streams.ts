import {
  isObject,
  type Json,
  type JsonObject,
  type MutableObject,
  References,
  streamKind,
  withTrue,
} from '../../schema/index.js';
import { operationsIn } from '../document.js';
import type { Bundle } from './bundle.js';

/**
 * Adds an operation for each one that responds with a stream or with something else: a method has one type of response. Its path
 * is the same with a fragment, its body has `stream: true` if that is a field.
 */
export function separateStreams({ root, origins }: Bundle): void {
  const references = new References(root);
  const added = new Map<string, MutableObject>();
  for (const { tokens, path, method, operation } of operationsIn(root, ['paths'])) {
    const responses = streamsOf(operation, references);
    if (responses === undefined) continue;
    const { operationId, requestBody } = operation;
    const id = typeof operationId === 'string' && operationId !== '' ? { operationId: `${operationId}_stream` } : {};
    const body = requestBody === undefined ? {} : { requestBody: streamingBody(requestBody, references) };
    added.set(path, { ...added.get(path), [method]: { ...operation, ...id, ...body, responses } });
    origins.add(['paths', `${path}#stream`, method], origins.placeOf(tokens));
  }
  if (added.size === 0 || !isObject(root.paths)) return;
  root.paths = Object.fromEntries(
    Object.entries(root.paths).flatMap(([path, item]) => {
      const streams = added.get(path);
      return streams === undefined
        ? [[path, item]]
        : [
            [path, item],
            [`${path}#stream`, streams],
          ];
    }),
  );
}

/** The responses without those successful ones that are not a stream; `undefined` if all are, or none. */
function streamsOf({ responses }: JsonObject, references: References): JsonObject | undefined {
  const all = Object.entries(isObject(responses) ? responses : {});
  const first = ['2', 'd'].find((digit) => all.some(([status]) => status.startsWith(digit)));
  const contents: boolean[] = [];
  const kept = all.flatMap(([status, response]): [string, Json][] => {
    if (status.charAt(0) !== first) return [[status, response]];
    const object = references.object(response);
    const content = Object.entries(isObject(object?.content) ? object.content : {});
    const streams = content.filter(([mediaType]) => streamKind(mediaType) !== undefined);
    contents.push(...content.map((entry) => streams.includes(entry)));
    return streams.length === 0 ? [] : [[status, { ...object, content: Object.fromEntries(streams) }]];
  });
  return contents.includes(true) && contents.includes(false) ? Object.fromEntries(kept) : undefined;
}

/** The body, and its examples, with `stream: true`. */
function streamingBody(requestBody: Json, references: References): Json {
  const body = references.object(requestBody);
  const content = Object.entries(isObject(body?.content) ? body.content : {}).map(([mediaType, value]) => {
    const media = references.object(value) ?? {};
    const schema = withTrue(media.schema, 'stream', references);
    if (schema === undefined) return [mediaType, value];
    const streaming = (example: Json | undefined) => (isObject(example) ? { ...example, stream: true } : example);
    const examples = Object.entries(isObject(media.examples) ? media.examples : {}).map(([name, written]) => {
      const example = references.object(written);
      return [name, { ...example, value: streaming(example?.value) }];
    });
    const given = { ...media, schema, examples: Object.fromEntries(examples) };
    return [mediaType, media.example === undefined ? given : { ...given, example: streaming(media.example) }];
  });
  return { ...body, content: Object.fromEntries(content) };
}
