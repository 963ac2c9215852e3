import { callOf } from '../call-of.js';
import { nearestName } from '../known-options.js';
import type { Operation } from '../operation.js';
import type { FetchFunction } from '../options.js';
import { copyPlain, withValueAt } from '../paths.js';
import { createCheck } from './check.js';
import type { FakeData, FakeOperation, FakeReply } from './data.js';
import { errorResponse, type FakeFailure, failWith } from './failures.js';
import { asksForLaterPage, type PageSequence, pageSequence } from './pages.js';
import { createResources } from './state.js';
import { makeValue } from './values.js';

export interface FakeOptions {
  /** Where the numbers in made ids begin; 1 by default. */
  readonly seed?: number | undefined;
  /** Remembers what was created, for operations whose schemas show it; what was not created is answered with 404. */
  readonly state?: boolean | undefined;
}

/** One request. */
export interface FakeCall<Args> {
  /** As the caller gave them. */
  readonly args: Args;
  readonly url: string;
  readonly headers: Headers;
}

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
type Answer<Described> =
  | ReplyOf<Described>
  | Response
  | ((call: FakeCall<ArgumentsOf<Described>>) => Awaitable<ReplyOf<Described> | Response>);
type Awaitable<T> = T | Promise<T>;

/** The service, in the process of a test: a client that is given its `fetch` sends nothing. */
export interface Fake<Operations, Types> {
  /** For the client's option `fetch`. */
  readonly fetch: FetchFunction;
  /** Sets what an operation is answered with: data, a `Response`, or a function of the request. */
  on<Name extends OperationName<Operations>>(name: Name, answer: Answer<Operations[Name]>): void;
  /** Makes the next requests of an operation fail. */
  fail(name: OperationName<Operations>, failure: FakeFailure): void;
  /**
   * Answers an operation with pages that follow each other.
   * @param size items on each page; 2 by default
   */
  pages(name: OperationName<Operations>, count: number, size?: number): void;
  /** The arguments of each request of an operation, retries included. */
  calls<Name extends OperationName<Operations>>(name: Name): readonly ArgumentsOf<Operations[Name]>[];
  /** A value of a type: what the schema requires, and `fields` over it. Its `id` differs each time. */
  make<Name extends keyof Types & string>(name: Name, fields?: Partial<Types[Name]>): Types[Name];
  /** An option of the client that made the latest request. */
  clientOption(name: string): unknown;
  /** @throws an error that lists requests with wrong arguments, requests of unknown operations, and answers that were not used. */
  verify(): void;
  /** Forgets everything. */
  reset(): void;
}

interface Failing {
  readonly name: string;
  readonly failure: FakeFailure;
  left: number;
  isUsed: boolean;
}

/** What a test has set up, and what happened since. */
interface Session {
  readonly calls: Map<string, unknown[]>;
  readonly answers: Map<string, { readonly answer: unknown; isUsed: boolean }>;
  readonly sequences: Map<string, { readonly next: PageSequence; isUsed: boolean }>;
  readonly failures: Failing[];
  readonly problems: string[];
}

/** Answers every operation of the spec with valid data, unless a test says otherwise. */
export function createFake<Operations, Types>(data: FakeData, options: FakeOptions = {}): Fake<Operations, Types> {
  const { seed = 1, state = false } = options;
  const check = createCheck(data);
  const byAddress = new Map(
    Object.entries(data.operations).map((entry) => [`${entry[1].method} ${entry[1].path}`, entry]),
  );
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
    if (!call) throw new TypeError('fake.fetch is for the option `fetch` of this package’s clients');
    latest = call;
    const { method, path, body } = call.operation;
    const [name, operation] = byAddress.get(`${method} ${path}`) ?? [];
    if (name === undefined || operation === undefined) {
      return refuse(`${method} ${path} is not an operation of the spec`, 404);
    }
    const args = copyPlain(call.args ?? {});
    const calls = session.calls.get(name) ?? [];
    session.calls.set(name, calls);
    calls.push(args);
    const headers = new Headers(init.headers);
    const wrong = check(operation, call.args, body && (body.mediaType ?? headers.get('content-type') ?? undefined));
    if (wrong.length > 0) return refuse(`${name}: ${wrong.join('; ')}`, 400, operation);
    const failing = session.failures.find((failure) => failure.name === name && failure.left > 0);
    if (failing) {
      failing.isUsed = true;
      failing.left--;
      return failWith(failing.failure, operation, data, init.signal ?? undefined);
    }
    const set = session.answers.get(name);
    if (set) {
      set.isUsed = true;
      const { answer } = set;
      return respond(operation.reply, typeof answer === 'function' ? await answer({ args, url, headers }) : answer);
    }
    const sequence = session.sequences.get(name);
    if (sequence) {
      sequence.isUsed = true;
      return respond(operation.reply, sequence.next(args));
    }
    const { pages, reply, resource } = operation;
    if (pages && asksForLaterPage(pages, args)) return respond(reply, withValueAt(reply.value, pages.items, []));
    if (!state || !resource) return respond(reply, reply.value);
    const { found, value } = resources(operation, resource, args);
    return found ? respond(reply, value) : errorResponse(operation, data, 404, `${name}: it does not exist`);
  }

  function refuse(problem: string, status: number, operation: Pick<FakeOperation, 'errors'> = {}): Response {
    session.problems.push(problem);
    return errorResponse(operation, data, status, problem);
  }

  return {
    fetch,
    on(name, answer) {
      known(name);
      session.answers.set(name, { answer, isUsed: false });
    },
    fail(name, failure) {
      known(name);
      const times = typeof failure === 'object' ? failure.times : undefined;
      session.failures.push({ name, failure, left: times ?? Number.POSITIVE_INFINITY, isUsed: false });
    },
    pages(name, count, size = 2) {
      const { pages, reply } = known(name);
      if (!pages) throw new TypeError(`${name} has no pages`);
      session.sequences.set(name, { next: pageSequence(pages, reply, count, size), isUsed: false });
    },
    // What was sent is what the operation's types allow: the check has looked at it.
    calls: <T>(name: string) => {
      known(name);
      return [...(session.calls.get(name) ?? [])] as T[];
    },
    make: <T>(name: string, fields: Partial<T> = {}) => {
      const type = Object.hasOwn(data.types, name) ? data.types[name] : undefined;
      if (!type) throw unknownName('type', name, Object.keys(data.types));
      const made = makeValue(type, nextSerial());
      // The generator has made it by the schema that the type comes from.
      return (Object.keys(fields).length > 0 ? { ...Object(made), ...fields } : made) as T;
    },
    clientOption: (name) => latest && Reflect.get(latest.core.options, name),
    verify() {
      const unused = [
        ...[...session.answers].filter(([, { isUsed }]) => !isUsed).map(([name]) => `on('${name}')`),
        ...[...session.sequences].filter(([, { isUsed }]) => !isUsed).map(([name]) => `pages('${name}')`),
        ...session.failures.filter(isUnused).map(({ name }) => `fail('${name}')`),
      ].map((what) => `${what} was not used, or not as often as said`);
      const problems = [...session.problems, ...unused];
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
    reset() {
      session = emptySession();
      resources = createResources(data, nextSerial);
      serial = seed;
    },
  };
}

/** What the client shows of a call. */
interface CallMade {
  readonly operation: Operation;
  readonly args: unknown;
  readonly core: { readonly options: object };
}

function emptySession(): Session {
  return { calls: new Map(), answers: new Map(), sequences: new Map(), failures: [], problems: [] };
}

function isUnused({ left, isUsed }: Failing): boolean {
  return !isUsed || (left > 0 && left < Number.POSITIVE_INFINITY);
}

function unknownName(kind: string, name: string, all: readonly string[]): TypeError {
  const nearest = nearestName(name, all);
  return new TypeError(`Unknown ${kind}: ${name}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`);
}

/** A successful response with data as the client takes it. */
function respond({ status, mediaType, stream }: FakeReply, value: unknown): Response {
  if (value instanceof Response) return value;
  const headers = mediaType === undefined ? undefined : { 'content-type': mediaType };
  const isEmpty = mediaType === undefined || value === undefined || status === 204 || status === 205;
  if (isEmpty) return new Response(null, { status });
  if (stream) return new Response(streamOf(value, stream), { status, headers: headers ?? {} });
  const isJson = /[/+]json\b/.test(mediaType);
  const body = isJson || !(typeof value === 'string' || value instanceof Blob) ? JSON.stringify(value) : value;
  return new Response(body, { status, headers: headers ?? {} });
}

/** Events, or JSON line by line, from a list or an iterable of values, or a single one. */
function streamOf(values: unknown, kind: 'events' | 'lines'): ReadableStream<Uint8Array> {
  const source = isIterable(values) ? values : [values];
  const encoder = new TextEncoder();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const value of source) {
      const text = kind === 'events' && typeof value === 'string' ? value : JSON.stringify(value);
      const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
      yield encoder.encode(kind === 'events' ? `${lines.join('')}\n` : `${text}\n`);
    }
  }
  const iterator = chunks();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}
