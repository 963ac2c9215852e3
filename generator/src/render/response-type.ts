import type { Operation } from '../model/model.js';
import { successResponses } from '../model/results.js';
import type { Names } from '../naming/index.js';
import { referencedKey, type StreamKind } from '../schema/index.js';

/** The exported name of the type of an operation's JSON response. */
export function responseTypeName(operation: Operation, names: Names): string | undefined {
  const own = names.operation(operation).response;
  if (own) return own.exported;
  const key = referencedKey(successResponses(operation).find((response) => response.kind === 'json')?.schema);
  return key === undefined ? undefined : names.schema(key)?.exported;
}

/** The stream format of the responses of an operation, if all of them are streams. */
export function streamOf(operation: Operation): StreamKind | undefined {
  const full = successResponses(operation).filter(({ kind }) => kind !== 'empty');
  const [first] = full;
  return full.every(({ stream }) => stream === first?.stream) ? first?.stream : undefined;
}

/** The return type of a method: a call with its result. */
export function callType(operation: Operation, item: string, headers: string, names: Names): string {
  const typed = (name: string): string => `types.${name}`;
  const name = item !== '' ? 'PagedCall' : callClasses[streamOf(operation) ?? 'none'];
  const value = streamOf(operation)
    ? typed(responseTypeName(operation, names) ?? 'unknown')
    : replyType(operation, names, typed);
  return `${name}<${[value, item, headers].filter((part) => part !== '').join(', ')}>`;
}

export const callClasses = { events: 'EventCall', lines: 'StreamCall', none: 'ApiCall' } as const;

/** The TypeScript type of awaiting the call; `named` writes the name of an exported type. */
export function replyType(operation: Operation, names: Names, named = (name: string) => name): string {
  const kinds = new Set(successResponses(operation).map((response) => response.kind));
  const types: string[] = [];
  const json = responseTypeName(operation, names);
  const streamed = streamedType(operation, names, named);
  if (streamed !== undefined) return `AsyncIterable<${streamed}>`;
  if (kinds.has('json')) types.push(json === undefined ? 'unknown' : named(json));
  if (kinds.has('text')) types.push('string');
  if (kinds.has('binary')) types.push('Blob');
  if (types.length === 0) return 'void';
  if (kinds.has('empty')) types.push('undefined');
  return types.join(' | ');
}

/** The TypeScript type of a value of a stream; `undefined` if the response is none. */
export function streamedType(operation: Operation, names: Names, named = (name: string) => name): string | undefined {
  const stream = streamOf(operation);
  const json = responseTypeName(operation, names);
  const value = json === undefined ? 'unknown' : named(json);
  return stream === 'events' ? `ServerEvent<${value}>` : stream && value;
}

/** How the runtime reads the response; `undefined` for JSON. */
export function replyMode(operation: Operation): 'text' | 'binary' | 'empty' | 'auto' | undefined {
  // A response of status 204 or 205 is empty, whatever the others are.
  const responses = successResponses(operation).filter(
    ({ kind, status }) => kind !== 'empty' || !/^20[45]$/.test(status),
  );
  const kinds = [...new Set(responses.map((response) => response.kind))];
  const [only] = kinds;
  if (kinds.length === 0) return 'empty';
  if (kinds.length > 1) return 'auto';
  return only === 'json' ? undefined : only;
}
