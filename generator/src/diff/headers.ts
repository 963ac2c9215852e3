import type { Operation, OperationResponse, ResponseHeader } from '../model/model.js';
import { headerSchema, successHeaders } from '../model/results.js';
import { codeSpan } from '../render/encode.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';

/** Compares the headers of successful responses, which callers read with `withResponse`. */
export function compareHeaders(pair: OperationPair): void {
  const { old, next, method } = pair;
  const { pairs, removed, added } = pairHeaders(successHeaders(old), successHeaders(next));
  const textOf = ({ name }: ResponseHeader): string => `The header ${codeSpan(name)} in the response of ${method}`;
  for (const header of removed) {
    reportAt(
      pair,
      'reply-header-removed',
      [respondWith(old, header), next],
      `${textOf(header)} was removed.`,
      header.name,
    );
  }
  for (const header of added) {
    reportAt(pair, 'reply-header-added', [old, respondWith(next, header)], `${textOf(header)} was added.`);
  }
  for (const [was, is] of pairs) {
    const parts = [respondWith(old, was), respondWith(next, is)] as const;
    if (was.name !== is.name) {
      reportAt(pair, 'reply-header-renamed', parts, `${textOf(was)} is now written ${codeSpan(is.name)}.`, was.name);
    }
    if (was.required && !is.required) {
      reportAt(pair, 'reply-header-became-optional', parts, `${textOf(is)} may be missing.`, was.name);
    }
    const place = placeIn(pair, `the header ${codeSpan(is.name)} in the response`, ...parts, 'reply');
    // The type of a header is what is parsed of it.
    const { old: before, next: after } = pair.schemas;
    pair.schemas.compare(headerSchema(was, before), headerSchema(is, after), place);
  }
}

function respondWith(operation: Operation, { name }: ResponseHeader): { readonly pointer: string } {
  const response = operation.responses.find(
    ({ success, headers = [] }) => success && headers.some((one) => one.name === name),
  );
  return { pointer: (response ?? operation).pointer };
}

/** Compares the headers of an error, which have no types. */
export function compareErrorHeaders(pair: OperationPair, was: OperationResponse, is: OperationResponse): void {
  for (const { name } of pairHeaders(was.headers ?? [], is.headers ?? []).removed) {
    const text = `The header ${codeSpan(name)} in the error ${codeSpan(is.status)} of ${pair.method} was removed.`;
    reportAt(pair, 'error-header-removed', [was, is], text);
  }
}

function pairHeaders(old: readonly ResponseHeader[], next: readonly ResponseHeader[]) {
  return pairUp(old, next, (was, is) => was.name.toLowerCase() === is.name.toLowerCase());
}
