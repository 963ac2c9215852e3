import type { OperationResponse, ResponseKind } from '../model/model.js';
import { errorResponses, successResponses } from '../model/results.js';
import { codeSpan } from '../render/encode.js';
import type { StreamKind } from '../schema/index.js';
import { compareErrorHeaders, compareHeaders } from './headers.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';
import { isFitting } from './schemas/unions.js';

/** Compares the results of a call. Success responses form one result; they are paired by status, then by order. */
export function compareResponses(pair: OperationPair): void {
  const { old, next, method } = pair;
  const { pairs, removed, added } = pairUp(
    successResponses(old),
    successResponses(next),
    (was, is) => was.status === is.status,
    () => true,
  );
  for (const [was, is] of pairs) {
    if (was.status !== is.status) {
      const text = `${method} responds with status ${codeSpan(is.status)}, was ${codeSpan(was.status)}.`;
      reportAt(pair, 'reply-status-changed', [was, is], text);
    }
    compareResponse(pair, was, is);
  }
  for (const was of removed) {
    const text = `${method} no longer responds with status ${codeSpan(was.status)}.`;
    reportAt(pair, pairs.length > 0 ? 'reply-narrowed' : 'reply-removed', [was, undefined], text);
  }
  for (const is of added) {
    const rule = isFittingResponse(is, pair) ? 'reply-fitting' : 'reply-added';
    reportAt(pair, rule, [undefined, is], `${method} may also respond with status ${codeSpan(is.status)}.`);
  }
  compareHeaders(pair);
  compareErrors(pair);
}

/** Compares the error responses. The bodies have types if one of them is not empty. */
function compareErrors(pair: OperationPair): void {
  const { old, next, method } = pair;
  const [before, after] = [errorResponses(old), errorResponses(next)];
  const { pairs, removed, added } = pairUp(before, after, (was, is) => was.status === is.status);
  const isTyped = before.some(({ kind }) => kind !== 'empty');
  for (const was of removed) {
    const text = `${method} no longer fails with status ${codeSpan(was.status)}.`;
    reportAt(pair, isTyped ? 'error-reply-removed' : 'error-replies-changed', [was, undefined], text);
  }
  for (const is of added) {
    reportAt(pair, 'error-replies-changed', [undefined, is], `${method} may fail with status ${codeSpan(is.status)}.`);
  }
  for (const [was, is] of pairs) {
    // A `default` success response is compared as such.
    if (was.success && is.success) continue;
    compareResponse(pair, was, is, `the error ${codeSpan(is.status)}`);
    compareErrorHeaders(pair, was, is);
  }
}

/** Whether code that reads the old responses also works with this one. */
function isFittingResponse(response: OperationResponse, pair: OperationPair): boolean {
  const before = pair.old.responses.filter(({ success, kind }) => success && kind === response.kind);
  if (response.kind !== 'json') return before.length > 0;
  const schemas = before.map(({ schema }) => schema ?? true);
  return isFitting(
    response.schema ?? true,
    schemas,
    placeIn(pair, 'the response', response, response, 'reply'),
    pair.schemas,
  );
}

function compareResponse(
  pair: OperationPair,
  was: OperationResponse,
  is: OperationResponse,
  owner = 'the response',
): void {
  const [old, next] = [was.stream ?? was.kind, is.stream ?? is.kind];
  if (old !== next) {
    const text = `${pair.method} returns ${KINDS[next]}, was ${KINDS[old]}.`;
    reportAt(pair, 'reply-kind-changed', [was, is], text);
    return;
  }
  const { mediaType: asked, success } = was;
  if (success && asked !== undefined && ![is.mediaType, ...(is.otherMediaTypes ?? [])].includes(asked)) {
    const text = `${pair.method} returns ${codeSpan(is.mediaType ?? 'nothing')}, was ${codeSpan(asked)}.`;
    reportAt(pair, 'reply-media-type-changed', [was, is], text);
  }
  if (was.kind === 'json') {
    pair.schemas.compare(was.schema ?? true, is.schema ?? true, placeIn(pair, owner, was, is, 'reply'));
  }
}

const KINDS: Readonly<Record<ResponseKind | StreamKind, string>> = {
  events: 'a stream of events',
  lines: 'a stream of values',
  empty: 'nothing',
  binary: 'a file',
  text: 'a string',
  json: 'JSON',
};
