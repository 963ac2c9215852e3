import type { BundledDocument } from '../load/document.js';
import type { Model, Operation } from '../model/model.js';
import { sentPath } from '../model/servers.js';
import { type Json, References, streamKind } from '../schema/index.js';
import { credentialNames, missingCredentials } from './credentials.js';
import { commonError } from './errors.js';
import { type Answer, type Failure, headerOf, type Received } from './exchange.js';
import { asFirstPage, asksForLaterPage, asLastPage, type SentValues } from './pages.js';
import { hasConstants, readParameters } from './parameters.js';
import { readBody } from './request-body.js';
import { answerOf, errorAnswer, hasExample, type ResponseContext } from './responses.js';
import { type Route, Router, splitQuery } from './router.js';
import { createValidate } from './validator.js';

/** The API as a function from requests to responses, without a network. */
export type Api = (received: Received) => Promise<{ readonly answer: Answer; readonly operation: string | undefined }>;

type Checked = { readonly refusal: Answer } | { readonly sent: SentValues };

/** The status for an invalid request: 422 if the operation has that response and none for 400. */
function invalidStatus({ responses }: Operation): number {
  const has = (...statuses: string[]): boolean => responses.some(({ status }) => statuses.includes(status));
  return has('422') && !has('400', '4XX') ? 422 : 400;
}

/** Whether a request for a stream, or for anything but a stream, is answered by an operation. */
function accepts(received: Received, { responses }: Operation): boolean {
  const wanted = (headerOf(received, 'accept') ?? '').split(',').map((range) => range.trim());
  const isStream = responses.some(({ success, stream }) => success && stream !== undefined);
  return wanted.some((range) => streamKind(range) !== undefined) === isStream;
}

export function createApi(document: Pick<BundledDocument, 'root'>, model: Model, replies: 'example' | 'complete'): Api {
  const router = new Router(model);
  const references = new References(document.root);
  const validate = createValidate(model);
  const credentials = credentialNames(model);
  const context: ResponseContext = { references, model, replies };

  async function check(received: Received, { operation, values }: Route): Promise<Checked> {
    const refuse = (status: number, failures: readonly Failure[]): Checked => {
      return { refusal: errorAnswer(operation, status, failures, context) };
    };
    const missing = missingCredentials(received, operation, model);
    if (missing.length > 0) return refuse(401, missing);
    const body = await readBody(received, operation, references, model);
    if ('status' in body) return refuse(body.status === 400 ? invalidStatus(operation) : body.status, body.failures);
    const undeclared = new Set([...credentials, ...splitQuery(sentPath(operation)).fixed.map(([name]) => name)]);
    const read = readParameters(received, operation.parameters, values, undeclared, model);
    const unread = [...read.failures, ...body.failures];
    const places = new Set(unread.map(({ place }) => place));
    const isRead = body.value !== undefined && !places.has('body');
    const sent = { values: read.values, body: isRead ? body.value : undefined };
    const found = validate(operation, isRead ? body.content : undefined, sent);
    // Values that could not be parsed are reported once.
    const failures = [...unread, ...found.filter(({ place }) => !places.has(place))];
    return failures.length > 0 ? refuse(invalidStatus(operation), failures) : { sent };
  }

  function refusePreference(operation: Operation, message: string): Answer {
    return errorAnswer(operation, 400, [{ place: 'header/Prefer', message }], context);
  }

  function reply(received: Received, operation: Operation, sent: SentValues): Answer {
    const { code, example, wrongCode } = preferencesOf(received);
    if (wrongCode !== undefined) {
      return refusePreference(operation, `requests the status "${wrongCode}", which is not from 200 to 599`);
    }
    if (example !== undefined && !hasExample(operation, code, example)) {
      return refusePreference(operation, `requests an example that does not exist: "${example}"`);
    }
    const asked = [...(code === undefined ? [] : [`code=${code}`]), ...(example === undefined ? [] : ['example'])];
    const isLast = asked.length === 0 && replies === 'example' && asksForLaterPage(operation, sent);
    const revise = (value: Json): Json => (isLast ? asLastPage(value, operation) : asFirstPage(value, operation));
    const answer = answerOf(operation, code, context, example, revise);
    if (asked.length === 0) return answer;
    return { ...answer, headers: [...answer.headers, ['preference-applied', asked.join(', ')]] };
  }

  return async (received) => {
    const match = router.match(received.method, received.path, received.query);
    if ('allowed' in match) {
      const allowed = match.allowed.join(', ');
      const other = `${received.path} does not support ${received.method}, only ${allowed}`;
      const answer =
        allowed === ''
          ? commonError(model.hooks, 404, `no operation has the path ${received.path}`)
          : commonError(model.hooks, 405, other, [], [['allow', allowed]]);
      return { answer, operation: undefined };
    }
    const meant = match.filter(
      ({ operation }) => hasConstants(received, operation.parameters, model) && accepts(received, operation),
    );
    let refused: { readonly answer: Answer; readonly operation: string } | undefined;
    for (const route of meant.length > 0 ? meant : match) {
      const { operation } = route;
      const checked = await check(received, route);
      if ('sent' in checked) return { answer: reply(received, operation, checked.sent), operation: operation.id };
      refused ??= { answer: checked.refusal, operation: operation.id };
    }
    return refused ?? { answer: commonError(model.hooks, 404, 'no operation'), operation: undefined };
  };
}

/**
 * Prefer header (RFC 7240): `code=404`, `example=NAME` or both, such as `code=404, example="not found"`. `wrongCode` is a `code`
 * that is not a status from 200 to 599.
 */
function preferencesOf(received: Received) {
  const header = headerOf(received, 'prefer') ?? '';
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of header.matchAll(
    /(?:^|[,;])\s*([A-Za-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*))/g,
  )) {
    // RFC 7240, 2: of a repeated preference the first one is used.
    if (found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1'));
  }
  const code = found.get('code');
  const isStatus = code !== undefined && /^[2-5]\d\d$/.test(code);
  return {
    code: isStatus ? Number(code) : undefined,
    example: found.get('example'),
    wrongCode: isStatus ? undefined : code,
  };
}
