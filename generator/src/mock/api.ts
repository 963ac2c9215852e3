import type { BundledDocument } from '../load/document.js';
import type { Model, Operation } from '../model/model.js';
import { References } from '../schema/index.js';
import { credentialNames, missingCredentials } from './credentials.js';
import { commonError } from './errors.js';
import { type Answer, type Failure, jsonAnswer, type Received } from './exchange.js';
import { asksForLaterPage, asLastPage, type SentValues } from './pages.js';
import { readParameters } from './parameters.js';
import { preferencesOf } from './preferences.js';
import { errorAnswer, hasExample, preferredAnswer, type ReplyContext, successAnswer } from './replies.js';
import { readBody } from './request-body.js';
import { type Route, Router } from './router.js';
import { createRequestValidator } from './validator.js';

/** The described API as a function from requests to answers, without a network. */
export interface Api {
  answer(received: Received): Promise<{ readonly answer: Answer; readonly operation: string | undefined }>;
}

type Checked = { readonly refusal: Answer } | { readonly sent: SentValues };

export function createApi(document: Pick<BundledDocument, 'root'>, model: Model, replies: 'example' | 'complete'): Api {
  const router = new Router(model);
  const references = new References(document.root);
  const validator = createRequestValidator(model);
  const credentials = credentialNames(model);
  const context: ReplyContext = { references, resolver: model, replies };

  async function check(received: Received, { operation, values }: Route): Promise<Checked> {
    const refuse = (status: number, failures: readonly Failure[]): Checked => {
      const message = failures.map((failure) => `${failure.place} ${failure.message}`).join('; ');
      return { refusal: errorAnswer(operation, status, message, failures, context) };
    };
    const missing = missingCredentials(received, operation, model);
    if (missing.length > 0) return refuse(401, missing);
    const body = await readBody(received, operation, references, model);
    if ('status' in body) return refuse(body.status, body.failures);
    const read = readParameters(received, operation.parameters, values, credentials, model);
    const unread = [...read.failures, ...body.failures];
    const places = new Set(unread.map(({ place }) => place));
    const isRead = body.value !== undefined && !places.has('body');
    const found = validator.validate(operation, isRead ? body.content : undefined, {
      values: read.values,
      body: isRead ? body.value : undefined,
    });
    // What could not be read is told once.
    const failures = [...unread, ...found.filter(({ place }) => !places.has(place))];
    if (failures.length > 0) return refuse(400, failures);
    return { sent: { values: read.values, body: isRead ? body.value : undefined } };
  }

  function reply(received: Received, operation: Operation, sent: SentValues): Answer {
    const { code, example, wrongCode } = preferencesOf(received);
    if (wrongCode !== undefined) {
      const failures = [
        { place: 'header/Prefer', message: `asks for "${wrongCode}", which is no status from 200 to 599` },
      ];
      return errorAnswer(operation, 400, `${failures[0]?.place} ${failures[0]?.message}`, failures, context);
    }
    if (example !== undefined && !hasExample(operation, code, example)) {
      const failures = [{ place: 'header/Prefer', message: `asks for an example that is not described: "${example}"` }];
      return errorAnswer(operation, 400, `${failures[0]?.place} ${failures[0]?.message}`, failures, context);
    }
    if (code === undefined && example === undefined) {
      const isLast = replies === 'example' && asksForLaterPage(operation, sent);
      return successAnswer(operation, context, undefined, isLast ? (value) => asLastPage(value, operation) : undefined);
    }
    const applied = [...(code === undefined ? [] : [`code=${code}`]), ...(example === undefined ? [] : ['example'])];
    const answer =
      code === undefined
        ? successAnswer(operation, context, example)
        : preferredAnswer(operation, code, context, example);
    return { ...answer, headers: [...answer.headers, ['preference-applied', applied.join(', ')]] };
  }

  return {
    async answer(received) {
      const match = router.match(received.method, received.path);
      if (match.kind === 'none') {
        const message = `no operation has the path ${received.path}`;
        return { answer: jsonAnswer(404, commonError(404, message)), operation: undefined };
      }
      if (match.kind === 'method') {
        const message = `${received.path} does not take ${received.method}, but ${match.allowed.join(', ')}`;
        const headers = [['allow', match.allowed.join(', ')]] as const;
        return { answer: jsonAnswer(405, commonError(405, message), headers), operation: undefined };
      }
      const { operation } = match.route;
      const checked = await check(received, match.route);
      const answer = 'refusal' in checked ? checked.refusal : reply(received, operation, checked.sent);
      return { answer, operation: operation.id };
    },
  };
}
