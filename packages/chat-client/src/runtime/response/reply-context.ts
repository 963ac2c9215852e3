import type { Call } from '../call/prepare.js';
import type { ReplyContext } from '../errors/index.js';
import { entriesOf } from '../options.js';

/** What an error reports about a response, without secrets. */
export function replyContext(call: Call, response: Response, request: Request | undefined): ReplyContext {
  const { context, redact } = call;
  const requestId = requestIdOf(call, response, request);
  const headers = new Headers(entriesOf(response.headers, redact));
  return { ...context, status: response.status, headers, requestId: requestId && redact(requestId) };
}

/** The request id in the headers of the response, or of the request. */
export function requestIdOf({ core }: Call, response: Response, request: Request | undefined): string | undefined {
  for (const headers of [response.headers, request?.headers]) {
    for (const name of core.service.requestIdHeaders ?? []) {
      const id = headers?.get(name);
      if (id) return id;
    }
  }
  return undefined;
}
