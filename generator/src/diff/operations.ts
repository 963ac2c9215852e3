import type { Operation, Reply } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import { pointerToken } from '../schema/index.js';
import { compareArguments, type OperationPair, spotOf } from './arguments.js';
import { addressOf } from './match.js';
import type { Place } from './place.js';
import type { Report } from './report.js';
import type { SchemaComparison } from './schemas/comparison.js';
import { isFitting } from './schemas/unions.js';
import type { CredentialMatch } from './service.js';

/** Compares one operation with what it was. */
export function compareOperation(
  pair: OperationPair,
  oldMethod: string,
  isCredential: CredentialMatch,
  schemas: SchemaComparison,
  report: Report,
): void {
  const { old, next, method } = pair;
  const spot = spotOf(next, old.pointer, next.pointer);
  if (oldMethod !== method) report.add('operation-renamed', spot, `${codeSpan(oldMethod)} is now ${codeSpan(method)}.`);
  if (addressOf(old) !== addressOf(next)) {
    const text = `${codeSpan(method)} is ${codeSpan(requestOf(next))} now, was ${codeSpan(requestOf(old))}.`;
    report.add('operation-moved', spot, text);
  }
  if (next.deprecated && !old.deprecated)
    report.add('operation-deprecated', spot, `${codeSpan(method)} is deprecated.`);
  if (old.deprecated && !next.deprecated) {
    report.add('operation-restored', spot, `${codeSpan(method)} is no longer deprecated.`);
  }
  compareTexts(pair, report);
  if (old.tag !== next.tag) {
    const text = `${codeSpan(method)} is under ${codeSpan(next.tag ?? 'no tag')} now, was under ${codeSpan(old.tag ?? 'no tag')}.`;
    report.add('operation-tagged', spot, text);
  }
  compareArguments(pair, schemas, report);
  compareReplies(pair, schemas, report);
  comparePages(pair, report);
  compareSecurity(pair, isCredential, report);
  compareServers(pair, report);
  if (documentedCalls(old) !== documentedCalls(next) || repliesDiffer(old, next)) {
    report.add('examples-changed', spot, `${codeSpan(method)} has other examples.`);
  }
}

/** What is said of an operation, one change for all of it: of itself, its parameters, its body and its replies. */
function compareTexts({ old, next, method }: OperationPair, report: Report): void {
  const before = textsOf(old);
  const changed = [...textsOf(next)].flatMap(([part, { text, pointer }]) => {
    const was = before.get(part);
    return was === undefined || was.text === text ? [] : [{ part, old: was.pointer, next: pointer }];
  });
  const [first] = changed;
  if (first === undefined) return;
  const isOne = changed.length === 1;
  const subject = isOne && first.part !== '' ? `${first.part} of ${codeSpan(method)}` : codeSpan(method);
  const spot = isOne ? spotOf(next, first.old, first.next) : spotOf(next, old.pointer, next.pointer);
  report.add('operation-described', spot, `${subject} reads otherwise.`);
}

/** The texts of an operation by what they are about; its own are about ''. */
function textsOf(operation: Operation): ReadonlyMap<string, { readonly text: string; readonly pointer: string }> {
  const { summary = '', description = '', parameters, body, replies, pointer } = operation;
  return new Map([
    ['', { text: `${summary}\n${description}`, pointer }],
    ...parameters.map((one) => [codeSpan(one.name), { text: one.description ?? '', pointer: one.pointer }] as const),
    ...(body ? [['the body', { text: body.description ?? '', pointer: body.pointer }] as const] : []),
    ...replies.map(
      (one) => [`status ${codeSpan(one.status)}`, { text: one.description ?? '', pointer: one.pointer }] as const,
    ),
  ]);
}

function requestOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Success replies make one result; they are paired by status, then by what is left in order. */
function compareReplies(pair: OperationPair, schemas: SchemaComparison, report: Report): void {
  const { old, next, method } = pair;
  const free = next.replies.filter(({ success }) => success);
  const gone: Reply[] = [];
  const compare = (was: Reply, is: Reply): void => compareReply(pair, was, is, schemas, report);
  for (const reply of old.replies.filter(({ success }) => success)) {
    const index = free.findIndex(({ status }) => status === reply.status);
    const partner = free[index];
    if (partner === undefined) gone.push(reply);
    else {
      free.splice(index, 1);
      compare(reply, partner);
    }
  }
  for (const reply of gone) {
    const partner = free.shift();
    const spot = spotOf(next, reply.pointer, partner?.pointer);
    if (partner === undefined) {
      report.add('reply-removed', spot, `${codeSpan(method)} no longer replies with status ${codeSpan(reply.status)}.`);
    } else {
      const text = `${codeSpan(method)} replies with status ${codeSpan(partner.status)}, was ${codeSpan(reply.status)}.`;
      report.add('reply-status-changed', spot, text);
      compare(reply, partner);
    }
  }
  for (const reply of free) {
    const rule = isFittingReply(reply, pair, schemas) ? 'reply-fitting' : 'reply-added';
    const text = `${codeSpan(method)} may also reply with status ${codeSpan(reply.status)}.`;
    report.add(rule, spotOf(next, undefined, reply.pointer), text);
  }
  if (errorText(old) !== errorText(next)) {
    report.add(
      'error-replies-changed',
      spotOf(next, old.pointer, next.pointer),
      `${codeSpan(method)} has other error replies.`,
    );
  }
}

/** Whether code that reads the replies of the old version reads this one too. */
function isFittingReply(reply: Reply, pair: OperationPair, schemas: SchemaComparison): boolean {
  const before = pair.old.replies.filter(({ success, kind }) => success && kind === reply.kind);
  if (reply.kind !== 'json') return before.length > 0;
  const schemasBefore = before.map(({ schema }) => schema ?? true);
  return isFitting(reply.schema ?? true, schemasBefore, replyPlace(pair, reply, reply), schemas);
}

function errorText({ replies }: Operation): string {
  return JSON.stringify(
    replies
      .filter(({ success }) => !success)
      .map(({ status, schema, mediaType }) => [status, mediaType ?? '', schema ?? '']),
  );
}

function compareReply(pair: OperationPair, was: Reply, is: Reply, schemas: SchemaComparison, report: Report): void {
  const { next, method } = pair;
  const spot = spotOf(next, was.pointer, is.pointer);
  if (was.kind !== is.kind) {
    report.add('reply-kind-changed', spot, `${codeSpan(method)} gives ${kindText(is)}, was ${kindText(was)}.`);
    return;
  }
  if (was.kind !== 'json') return;
  schemas.compare(was.schema ?? true, is.schema ?? true, replyPlace(pair, was, is));
}

function replyPlace({ next, method }: OperationPair, was: Reply, is: Reply): Place {
  return {
    operation: next,
    owner: `the reply of ${codeSpan(method)}`,
    path: '',
    old: replyPointer(was),
    next: replyPointer(is),
    ways: { request: false, reply: true },
    reaches: [],
    tag: next.tag,
  };
}

function replyPointer({ pointer, mediaType, schema }: Reply): string {
  return schema === undefined ? pointer : `${pointer}/content/${pointerToken(mediaType ?? '')}/schema`;
}

function kindText({ kind }: Reply): string {
  return kind === 'empty' ? 'nothing' : kind === 'binary' ? 'a file' : kind === 'text' ? 'a text' : 'an object';
}

function comparePages({ old, next, method }: OperationPair, report: Report): void {
  const was = old.pagination;
  const is = next.pagination;
  const spot = spotOf(next, old.pointer, next.pointer);
  if (was === undefined && is !== undefined)
    report.add('pagination-added', spot, `${codeSpan(method)} can be iterated over.`);
  if (was !== undefined && is === undefined) {
    report.add('pagination-removed', spot, `${codeSpan(method)} can no longer be iterated over.`);
  }
  if (was !== undefined && is !== undefined && was.items.join('/') !== is.items.join('/')) {
    const text = `Iterating over ${codeSpan(method)} gives ${codeSpan(is.items.join('.'))}, was ${codeSpan(was.items.join('.'))}.`;
    report.add('pagination-changed', spot, text);
  }
}

/** Each way to be allowed in that was enough must still contain one that is (OpenAPI 3.1, 4.8.30). */
function compareSecurity({ old, next, method }: OperationPair, isCredential: CredentialMatch, report: Report): void {
  const was = alternativesOf(old);
  const is = alternativesOf(next);
  const textOf = (alternatives: readonly (readonly string[])[]): string =>
    alternatives
      .map((schemes) => (schemes.length === 0 ? 'nothing' : schemes.map(codeSpan).join(' and ')))
      .join(' or ');
  const isTaken = was.every((given) =>
    is.some((demanded) => demanded.every((scheme) => given.some((own) => isCredential(own, scheme)))),
  );
  const isDemanded = is.every((given) =>
    was.some((demanded) => demanded.every((scheme) => given.some((own) => isCredential(scheme, own)))),
  );
  const spot = spotOf(next, old.pointer, next.pointer);
  const text = `${codeSpan(method)} asks for ${textOf(is)}, was ${textOf(was)}.`;
  if (!isTaken) report.add('security-tightened', spot, text);
  else if (!isDemanded) report.add('security-relaxed', spot, text);
}

function alternativesOf({ security }: Operation): readonly (readonly string[])[] {
  return security.length === 0 ? [[]] : security;
}

function compareServers({ old, next, method }: OperationPair, report: Report): void {
  const [was, is] = [old.servers[0]?.url, next.servers[0]?.url];
  if (was === is) return;
  const text = `${codeSpan(method)} is asked for at ${codeSpan(is ?? 'the address of the service')}.`;
  report.add('server-changed', spotOf(next, old.pointer, next.pointer), text);
}

function documentedCalls({ examples }: Operation): string {
  const documented = examples.filter(({ origin }) => origin === 'documented');
  return JSON.stringify(
    documented.map(({ title, parameters, body }) => [
      title,
      parameters.map(({ parameter, value }) => [parameter.name, value]),
      body ?? null,
    ]),
  );
}

/** Whether a reply that both have has other examples. */
function repliesDiffer(old: Operation, next: Operation): boolean {
  const before = new Map(old.replies.map(({ status, examples }) => [status, JSON.stringify(examples)]));
  return next.replies.some(({ status, examples }) => {
    const was = before.get(status);
    return was !== undefined && was !== JSON.stringify(examples);
  });
}
