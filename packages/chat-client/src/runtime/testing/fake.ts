import { callOf } from '../call-of.js';
import type { Operation } from '../operation.js';
import type { FetchFunction } from '../options.js';
import { withValueAt } from '../pages/paths.js';
import { createCheck } from './check.js';
import type { FakeData, FakeOperation, FakeReply } from './data.js';
import { checkFailure, errorResponse, type FakeFailure, failWith } from './failures.js';
import { asksForLaterPage, type PageSequence, pageSequence } from './pages.js';
import { isUnused, type Planned, plan, taken } from './plans.js';
import { respond } from './responses.js';
import { createResources } from './state.js';
import { unknownName } from './unknown-name.js';
import { makeValue, snapshot } from './values.js';

export interface FakeOptions {
  /** `false` accepts arguments that the spec does not allow. Default: `true`. */
  readonly check?: boolean | undefined;
  /** The first number in generated ids. Default: 1. */
  readonly seed?: number | undefined;
  /** Stores created resources, for operations whose schemas allow it; other resources are answered with 404. */
  readonly state?: boolean | undefined;
}

/** One request. */
export interface FakeCall<Args> {
  /** As passed by the caller. */
  readonly args: Args;
  readonly url: string;
  readonly headers: Headers;
}

/** A request to an endpoint that is not in the spec, such as `GET /status`, made by `chat.request()`. */
type OtherRequest = `${Uppercase<string>} /${string}`;
type Described = { readonly operation: Operation };
type OperationName<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends Described ? Name : never;
}[keyof Operations] &
  string;
type ArgumentsOf<Described> = Described extends (client: never, args: infer Args, ...rest: never) => unknown
  ? NonNullable<Args>
  : Described extends (client: never, args?: infer Args, ...rest: never) => unknown
    ? NonNullable<Args>
    : never;
type ReplyOf<Described> = Described extends (...parameters: never) => infer Call ? Awaited<Call> : never;
/** The response to an operation: its data, or for streams a list of values. */
type DataOf<Reply> = Reply extends AsyncIterable<infer Item> ? Iterable<Item> | AsyncIterable<Item> : Reply;
type Answer<Described> =
  | DataOf<ReplyOf<Described>>
  | Response
  | ((call: FakeCall<ArgumentsOf<Described>>) => Awaitable<DataOf<ReplyOf<Described>> | Response>);
type Awaitable<T> = T | Promise<T>;

/** The service, in the process of a test. Clients with its `fetch` send nothing. */
export interface Fake<Operations, Types> {
  /** For the client option `fetch`. */
  readonly fetch: FetchFunction;
  /**
   * Sets the response to an operation: data, a `Response`, or a function of the request. With `times`, only to that many requests;
   * responses with `times` are used in order, before one without.
   */
  on<Name extends OperationName<Operations>>(
    name: Name,
    answer: Answer<Operations[Name]>,
    options?: AnswerOptions,
  ): void;
  on(request: OtherRequest, answer: unknown, options?: AnswerOptions): void;
  /** Makes requests of an operation fail: `times` of them, or all until the next `fail` or `reset`. */
  fail(name: OperationName<Operations>, failure: FakeFailure): void;
  /**
   * Answers an operation with consecutive pages.
   * @param size items per page. Default: the limit in the arguments, or 2.
   */
  pages(name: OperationName<Operations>, count: number, size?: number): void;
  /** The arguments of each request of an operation, retries included. */
  calls<Name extends OperationName<Operations>>(name: Name): readonly ArgumentsOf<Operations[Name]>[];
  /** The same with URLs and headers. */
  requests<Name extends OperationName<Operations>>(name: Name): readonly FakeCall<ArgumentsOf<Operations[Name]>>[];
  /** A value of a type, with what the schema requires and `fields`. Its `id` differs each time. */
  make<Name extends keyof Types & string>(name: Name, fields?: Partial<Types[Name]>): Types[Name];
  /** An option of the client that made the latest request. */
  clientOption(name: string): unknown;
  /** @throws an error that lists invalid requests, failed response functions, and unused answers, pages and failures. */
  verify(): void;
  /** Removes all answers, failures, requests and resources. */
  reset(): void;
}

export interface AnswerOptions {
  /** Number of requests that it answers. Default: all. */
  readonly times?: number | undefined;
}

/** The settings of a test, and what has happened since. */
interface Session {
  readonly requests: Map<string, FakeCall<unknown>[]>;
  readonly answers: Planned<unknown>[];
  readonly pages: Planned<PageSequence>[];
  readonly failures: Planned<FakeFailure>[];
  readonly problems: string[];
}

/** Answers every operation of the spec with valid data, unless a test sets another response. */
export function createFake<Operations, Types>(data: FakeData, options: FakeOptions = {}): Fake<Operations, Types> {
  const { seed = 1, state = false, check: isChecking = true } = options;
  const check = createCheck(data);
  const byAddress = new Map<string, [name: string, operation: FakeOperation][]>();
  for (const entry of Object.entries(data.operations)) {
    const address = `${entry[1].method} ${entry[1].path}`;
    byAddress.set(address, [...(byAddress.get(address) ?? []), entry]);
  }
  let serial = seed;
  const nextSerial = () => serial++;
  let session = emptySession();
  let latest: CallMade | undefined;
  let resources = createResources(data, nextSerial);

  function known(name: string): FakeOperation {
    const operation = Object.hasOwn(data.operations, name) ? data.operations[name] : undefined;
    if (operation) return operation;
    throw unknownName('operation', name, Object.keys(data.operations));
  }

  async function fetch(url: string, init: RequestInit & { [callOf]?: () => CallMade }): Promise<Response> {
    const call = init?.[callOf]?.();
    if (!call) throw new TypeError('fake.fetch is for the option `fetch` of clients of this package');
    latest = call;
    const { method, path, body } = call.operation;
    const address = `${method} ${path}`;
    const request = { args: snapshot(call.args ?? {}), url, headers: new Headers(init.headers) };
    // If several operations have the same URL, the first that accepts the arguments, of those that stream or not.
    const isStream = 'stream' in call.operation;
    const alike = (byAddress.get(address) ?? []).filter(([, { reply }]) => (reply.stream !== undefined) === isStream);
    const fitting = alike.length > 1 && alike.find(([, one]) => check(one, call.args, body).length === 0);
    const [name, operation] = fitting || alike[0] || [];
    if (name === undefined || operation === undefined || isFromRequest(call.operation, operation)) {
      const answer = taken(session.answers, address);
      if (answer) return answerWith(answer, request, { status: 200, mediaType: 'application/json' });
      return refuse(`${address} is not answered: it is not an operation of the spec`, 404);
    }
    const requests = session.requests.get(name) ?? [];
    session.requests.set(name, requests);
    requests.push(request);
    const wrong = isChecking ? check(operation, call.args, body) : [];
    if (wrong.length > 0) return refuse(`${name}: ${wrong.join('; ')}`, 400, operation);
    const failure = taken(session.failures, name);
    if (failure) return failWith(failure.value, operation, data, init.signal ?? undefined);
    const { pages, reply, resource } = operation;
    const answer = taken(session.answers, name);
    if (answer) return answerWith(answer, request, reply);
    const sequence = taken(session.pages, name);
    if (sequence) return respond(reply, sequence.value(request.args));
    if (pages && asksForLaterPage(pages, request.args)) {
      return respond(reply, pages.items === '' ? [] : withValueAt(reply.value, pages.items, []));
    }
    if (!state || !resource) {
      const single = reply.stream === 'events' ? { data: reply.value } : reply.value;
      return respond(reply, reply.stream ? [single] : single);
    }
    const { found, value } = resources(operation, resource, request.args);
    return found ? respond(reply, value) : errorResponse(operation, data, 404, `${name}: it does not exist`);
  }

  async function answerWith(
    { name, value }: Planned<unknown>,
    request: FakeCall<unknown>,
    reply: FakeReply,
  ): Promise<Response> {
    try {
      const answer: unknown = typeof value === 'function' ? await value(request) : value;
      return respond(reply, answer instanceof Response && answer === value ? answer.clone() : answer);
    } catch (error) {
      session.problems.push(`${name}: its response function failed: ${error}`);
      throw error;
    }
  }

  function refuse(problem: string, status: number, operation: Pick<FakeOperation, 'errors'> = {}): Response {
    session.problems.push(problem);
    return errorResponse(operation, data, status, problem);
  }

  /** Their arguments were checked by the types of the operation. */
  const requestsOf = <T>(name: string) => {
    known(name);
    return [...(session.requests.get(name) ?? [])] as FakeCall<T>[];
  };

  return {
    fetch,
    on(name: string, value: unknown, { times }: AnswerOptions = {}) {
      if (!name.includes(' /')) known(name);
      plan(session.answers, 'on', name, value, times);
    },
    fail(name, failure) {
      known(name);
      checkFailure(failure);
      plan(session.failures, 'fail', name, failure, typeof failure === 'object' ? failure.times : undefined);
    },
    pages(name, count, size) {
      const { pages, reply } = known(name);
      if (!pages) throw new TypeError(`${name} has no pages`);
      plan(session.pages, 'pages', name, pageSequence(pages, reply, count, size), undefined);
    },
    calls: <T>(name: string) => requestsOf<T>(name).map(({ args }) => args),
    requests: requestsOf,
    make: <T>(name: string, fields: Partial<T> = {}) => {
      const type = Object.hasOwn(data.types, name) ? data.types[name] : undefined;
      if (!type) throw unknownName('type', name, Object.keys(data.types));
      const made = makeValue(type, nextSerial());
      // The type is generated from the schema that the value is generated for.
      return (Object.keys(fields).length > 0 ? { ...Object(made), ...fields } : made) as T;
    },
    clientOption: (name) => latest && Reflect.get(latest.core.options, name),
    verify() {
      const unused = [...session.answers, ...session.pages, ...session.failures].filter(isUnused);
      // A retried request has the same problem each time.
      const problems = [
        ...new Set(session.problems),
        ...unused.map(({ what, name }) => `${what}('${name}') was not used, or not as often as planned`),
      ];
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
    reset() {
      session = emptySession();
      resources = createResources(data, nextSerial);
      latest = undefined;
      serial = seed;
    },
  };
}

/** The arguments of a call, as recorded. */
interface CallMade {
  readonly operation: Operation;
  readonly args: unknown;
  readonly core: { readonly options: object };
}

function emptySession(): Session {
  return { requests: new Map(), answers: [], pages: [], failures: [], problems: [] };
}

/** Whether `chat.request()` made the call, whose path may be that of an operation: its arguments are different. */
function isFromRequest({ body }: Operation, { bodies = [] }: FakeOperation): boolean {
  return body?.argument === 'body' && !bodies.some(({ argument }) => argument === 'body');
}
