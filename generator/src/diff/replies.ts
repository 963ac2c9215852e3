import type { Operation, Reply, ReplyKind, StreamKind } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import { compareHeaders } from './headers.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';
import { isFitting } from './schemas/unions.js';

/** Compares what a call returns. Success replies make one result; they are paired by status, then by what is left in order. */
export function compareReplies(pair: OperationPair): void {
  const { old, next, method } = pair;
  const { pairs, removed, added } = pairUp(
    old.replies.filter(({ success }) => success),
    next.replies.filter(({ success }) => success),
    (was, is) => was.status === is.status,
    () => true,
  );
  for (const [was, is] of pairs) {
    if (was.status !== is.status) {
      const text = `${method} replies with status ${codeSpan(is.status)}, was ${codeSpan(was.status)}.`;
      reportAt(pair, 'reply-status-changed', [was, is], text);
    }
    compareReply(pair, was, is);
    compareHeaders(pair, was, is);
  }
  for (const was of removed) {
    const text = `${method} no longer replies with status ${codeSpan(was.status)}.`;
    reportAt(pair, 'reply-removed', [was, undefined], text);
  }
  for (const is of added) {
    const rule = isFittingReply(is, pair) ? 'reply-fitting' : 'reply-added';
    reportAt(pair, rule, [undefined, is], `${method} may also reply with status ${codeSpan(is.status)}.`);
  }
  compareErrors(pair);
}

/** Compares the replies that are thrown. No type says what the body of one is, so that only running code notices. */
function compareErrors(pair: OperationPair): void {
  const { old, next, method, schemas } = pair;
  if (errorText(old) !== errorText(next)) {
    reportAt(pair, 'error-replies-changed', [old, next], `${method} has other error replies.`);
  }
  const [before, after] = [old, next].map(({ replies }) => replies.filter(({ success }) => !success));
  for (const [was, is] of pairUp(before ?? [], after ?? [], (one, other) => one.status === other.status).pairs) {
    const place = placeIn(pair, `the error ${codeSpan(is.status)}`, was, is, 'reply');
    const changes = schemas.changes(was.schema ?? true, is.schema ?? true, place);
    const breaking = changes.filter(({ severity }) => severity === 'breaking').map((change) => change.message);
    if (breaking.length === 0) schemas.report.changes.push(...changes);
    else reportAt(pair, 'error-body-changed', [was, is], breaking.join(' '));
  }
}

/** Whether code that reads the replies of the old version reads this one too. */
function isFittingReply(reply: Reply, pair: OperationPair): boolean {
  const before = pair.old.replies.filter(({ success, kind }) => success && kind === reply.kind);
  if (reply.kind !== 'json') return before.length > 0;
  const schemas = before.map(({ schema }) => schema ?? true);
  return isFitting(reply.schema ?? true, schemas, placeIn(pair, 'the reply', reply, reply, 'reply'), pair.schemas);
}

function errorText({ replies }: Operation): string {
  const errors = replies.filter(({ success }) => !success);
  return JSON.stringify(errors.map(({ status, mediaType }) => [status, mediaType ?? '']));
}

function compareReply(pair: OperationPair, was: Reply, is: Reply): void {
  const [old, next] = [was.stream ?? was.kind, is.stream ?? is.kind];
  if (old !== next) {
    const text = `${pair.method} gives ${KINDS[next]}, was ${KINDS[old]}.`;
    reportAt(pair, 'reply-kind-changed', [was, is], text);
  } else if (was.kind === 'json') {
    pair.schemas.compare(was.schema ?? true, is.schema ?? true, placeIn(pair, 'the reply', was, is, 'reply'));
  }
}

const KINDS: Readonly<Record<ReplyKind | StreamKind, string>> = {
  events: 'a stream of events',
  lines: 'a stream of values',
  empty: 'nothing',
  binary: 'a file',
  text: 'a text',
  json: 'an object',
};
