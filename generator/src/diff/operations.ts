import type { Operation } from '../model/model.js';
import { requestLine } from '../model/servers.js';
import { codeSpan } from '../render/encode.js';
import { get, getArray, isObject, stringsAt } from '../schema/index.js';
import { compareParameters } from './arguments.js';
import { compareBodies } from './bodies.js';
import type { Document } from './document.js';
import { addressOf } from './match.js';
import { type OperationPair, reportAt } from './pair.js';
import { compareResponses } from './responses.js';
import type { RuleId } from './rules.js';
import type { CredentialMatch } from './service.js';

/** Compares both versions of an operation. */
export function compareOperation(pair: OperationPair, oldMethod: string, isCredential: CredentialMatch): void {
  const { old, next, method } = pair;
  const report = (rule: RuleId, text: string): void => reportAt(pair, rule, [old, next], text);
  if (codeSpan(oldMethod) !== method) report('operation-renamed', `${codeSpan(oldMethod)} is now ${method}.`);
  if (addressOf(old) !== addressOf(next)) {
    report('operation-moved', `${method} is now ${codeSpan(requestLine(next))}, was ${codeSpan(requestLine(old))}.`);
  }
  if (next.deprecated && !old.deprecated) report('operation-deprecated', `${method} is deprecated.`);
  if (old.deprecated && !next.deprecated) report('operation-restored', `${method} is no longer deprecated.`);
  compareTexts(pair);
  if (old.tag !== next.tag) {
    const [was, is] = [old, next].map(({ tag }) => codeSpan(tag ?? 'no tag'));
    report('operation-tagged', `${method} is now under ${is}, was under ${was}.`);
  }
  compareParameters(pair);
  compareBodies(pair);
  compareResponses(pair);
  comparePages(pair);
  compareSecurity(pair, isCredential);
  const [oldServer, server] = [old.servers[0]?.url, next.servers[0]?.url];
  if (oldServer !== server) {
    report('server-changed', `${method} is sent to ${codeSpan(server ?? 'the URL of the service')}.`);
  }
  if (examplesText(old, next) !== examplesText(next, old)) {
    report('examples-changed', `${method} has other examples.`);
  }
}

/** Compares the descriptions of an operation, as one change: its own, and those of its parameters, its body and its responses. */
function compareTexts(pair: OperationPair): void {
  const { old, next, method } = pair;
  const before = textsOf(old);
  const [first, ...others] = [...textsOf(next)].filter(([name, { text }]) => (before.get(name)?.text ?? text) !== text);
  if (first === undefined) return;
  const [name, is] = first;
  if (others.length > 0) reportAt(pair, 'operation-described', [old, next], `${method} has another description.`);
  else {
    const subject = name === '' ? method : `${name} of ${method}`;
    reportAt(pair, 'operation-described', [before.get(name), is], `${subject} has another description.`);
  }
}

/** The descriptions of an operation by subject; its own have the subject ''. */
function textsOf(operation: Operation): ReadonlyMap<string, { readonly text: string; readonly pointer: string }> {
  const { summary = '', description = '', parameters, body, responses, pointer } = operation;
  const parts = [
    ...parameters.map((one) => [codeSpan(one.name), one] as const),
    ...(body ? [['the body', body] as const] : []),
    ...responses.map((one) => [`status ${codeSpan(one.status)}`, one] as const),
  ];
  return new Map([
    ['', { text: `${summary}\n${description}`, pointer }],
    ...parts.map(([name, one]) => [name, { text: one.description ?? '', pointer: one.pointer }] as const),
  ]);
}

function comparePages(pair: OperationPair): void {
  const { old, next, method } = pair;
  const [was, is] = [old.pagination, next.pagination];
  if (was === undefined && is !== undefined) {
    reportAt(pair, 'pagination-added', [old, next], `${method} can be iterated over.`);
  } else if (was !== undefined && is === undefined) {
    reportAt(pair, 'pagination-removed', [old, next], `${method} can no longer be iterated over.`);
  } else if (was?.items.join('/') !== is?.items.join('/')) {
    const [before, after] = [was, is].map((pages) => codeSpan(pages?.items.join('.') ?? ''));
    reportAt(pair, 'pagination-changed', [old, next], `Iterating over ${method} yields ${after}, was ${before}.`);
  }
}

/** A security scheme that a call needs, with the scopes or roles that its credential must have (OpenAPI 3.1, 4.8.30). */
interface Demand {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** Each alternative that was sufficient must still include a sufficient one. */
function compareSecurity(pair: OperationPair, isCredential: CredentialMatch): void {
  const { old, next, method, documents } = pair;
  const [was, is] = [alternativesOf(old, documents.old), alternativesOf(next, documents.next)];
  const satisfies = (given: Demand, demanded: Demand, isSame: CredentialMatch): boolean =>
    isSame(given.scheme, demanded.scheme) && demanded.scopes.every((scope) => given.scopes.includes(scope));
  const isTaken = was.every((given) =>
    is.some((demanded) => demanded.every((one) => given.some((own) => satisfies(own, one, isCredential)))),
  );
  const isDemanded = is.every((given) =>
    was.some((demanded) =>
      demanded.every((one) => given.some((own) => satisfies(own, one, (next, old) => isCredential(old, next)))),
    ),
  );
  const text = `${method} requires ${alternativesText(is)}, was ${alternativesText(was)}.`;
  if (!isTaken) reportAt(pair, 'security-tightened', [old, next], text);
  else if (!isDemanded) reportAt(pair, 'security-relaxed', [old, next], text);
}

function alternativesOf({ security, pointer }: Operation, document: Document): readonly (readonly Demand[])[] {
  if (security.length === 0) return [[]];
  const own = document.at(pointer);
  const requirements = get(own, 'security') === undefined ? document.root : own;
  return security.map((schemes, index) => {
    const requirement = getArray(requirements, 'security').filter(isObject)[index];
    return schemes.map((scheme) => ({ scheme, scopes: stringsAt(requirement, scheme) }));
  });
}

function alternativesText(alternatives: readonly (readonly Demand[])[]): string {
  const texts = alternatives.map((demands) => {
    const parts = demands.map(({ scheme, scopes }) => {
      return `${codeSpan(scheme)}${scopes.length === 0 ? '' : ` with ${scopes.map(codeSpan).join(', ')}`}`;
    });
    return parts.join(' and ') || 'nothing';
  });
  return texts.join(' or ');
}

/** The documented calls, and the examples of the responses that both versions have. */
function examplesText({ examples, responses }: Operation, other: Operation): string {
  const calls = examples
    .filter(({ origin }) => origin === 'documented')
    .map(({ title, parameters, body }) => [
      title,
      parameters.map(({ parameter, value }) => [parameter.name, value]),
      body,
    ]);
  const shared = responses.filter(({ status }) => other.responses.some((response) => response.status === status));
  return JSON.stringify([calls, shared.map((response) => [response.status, response.examples]).sort()]);
}
