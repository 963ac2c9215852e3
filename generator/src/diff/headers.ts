import type { Reply } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import { get, getObject, type JsonObject, schemaAt, schemaText } from '../schema/index.js';
import { pairUp } from './match.js';
import { type OperationPair, reportAt } from './pair.js';

interface Header {
  readonly name: string;
  readonly object: JsonObject;
}

/** Compares the headers of a reply, which callers read with `withResponse`. */
export function compareHeaders(pair: OperationPair, was: Reply, is: Reply): void {
  const { pairs, removed, added } = pairUp(
    headersOf(pair, 'old', was),
    headersOf(pair, 'next', is),
    (one, other) => one.name.toLowerCase() === other.name.toLowerCase(),
  );
  const textOf = ({ name }: Header): string => `The header ${codeSpan(name)} in the reply of ${pair.method}`;
  for (const header of removed) reportAt(pair, 'reply-header-removed', [was, is], `${textOf(header)} is gone.`);
  for (const header of added) reportAt(pair, 'reply-header-added', [was, is], `${textOf(header)} is new.`);
  for (const [before, after] of pairs) {
    const [wasRequired, isRequired] = [before, after].map(({ object }) => get(object, 'required') === true);
    if (wasRequired && !isRequired) {
      reportAt(pair, 'reply-header-changed', [was, is], `${textOf(after)} may be missing.`);
    }
    const [oldText, newText] = [before, after].map(({ object }) => schemaText(schemaAt(object, 'schema') ?? true));
    if (oldText !== newText) reportAt(pair, 'reply-header-changed', [was, is], `${textOf(after)} has other values.`);
  }
}

/** A header of this name is ignored (OpenAPI 3.1, 4.8.17). */
function headersOf({ documents }: OperationPair, side: 'old' | 'next', { pointer }: Reply): Header[] {
  const headers = getObject(documents[side].at(pointer), 'headers') ?? {};
  return Object.entries(headers).flatMap(([name, raw]) => {
    const object = documents[side].object(raw);
    return object === undefined || name.toLowerCase() === 'content-type' ? [] : [{ name, object }];
  });
}
