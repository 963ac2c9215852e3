import { secretsIn } from './call/redact.js';
import { createTokenSource, type FetchToken, type TokenSource } from './call/tokens.js';
import { ChatInputError } from './errors/input-error.js';
import { addedKinds, isFunction, isObject, type Kinds, readOptions, refuseOption } from './known-options.js';
import {
  anything,
  type ClientOptions,
  clientKinds,
  defaults,
  hookKinds,
  resolveSettings,
  type Settings,
} from './options.js';
import type { Service } from './service.js';
import { type KyOptions, type KyRetry, optionsOf } from './transport.js';

/** The state of one client. */
export interface Core {
  readonly service: Service;
  /** As passed by the user; credentials are read from here. Without a prototype. */
  readonly options: ClientOptions;
  readonly settings: Settings;
  /** The options that the settings are merged from, in order of increasing priority. */
  readonly layers: readonly ClientOptions[];
  /** The credentials, and the options of an add-on's client: those that are strings are secrets. */
  readonly secretKinds: Kinds;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** By token function; shared with all clients derived by `withOptions`. */
  readonly tokens: WeakMap<object, TokenSource>;
  /** What errors must not contain. */
  readonly secrets: readonly string[];
  readonly kyFetch: KyOptions['fetch'];
  readonly kyRetry: KyRetry;
  /** Whether code of the user runs between attempts, and may read or change requests and responses. */
  readonly isHooked: boolean;
}

/**
 * State is kept in a function: printing, copying or serialising a client shows no secrets, and no internal name can clash with a
 * method. A property is also found through a `Proxy` of the client.
 */
const coreKey = /* @__PURE__ */ Symbol('core');

export function keepCore(client: object, core: Core): void {
  Object.defineProperty(client, coreKey, { value: () => core, configurable: true });
}

/** @throws {ChatInputError} if the object is not a client. */
export function coreOf(client: object): Core {
  const core: Core | undefined = Object(client)[coreKey]?.();
  if (core) return core;
  throw new ChatInputError(
    'called without a client, or with one of another copy of this package: call methods as client.method()',
  );
}

/** Options of ky that a user's instance must not set: the client sets them, or does not use them. */
const refusedOfKy = [
  'prefixUrl',
  'searchParams',
  'json',
  'body',
  'method',
  'signal',
  'parseJson',
  'stringifyJson',
] as const;

/**
 * @param parent the client whose options these replace
 * @throws {ChatInputError} if an option is unknown or invalid.
 */
export function createCore(service: Service, given: ClientOptions, parent?: Core): Core {
  const secretKinds: Kinds = parent?.secretKinds ?? {
    ...Object.fromEntries(service.credentials.map(({ option }) => [option, anything])),
    ...Object(given)[addedKinds],
  };
  const own = readOptions(given, { ...clientKinds, ...secretKinds }, '', true);
  const layers = [...(parent?.layers ?? []), own];
  const options: ClientOptions = Object.assign(Object.create(null), ...layers);
  const hooks = readOptions(options.hooks, hookKinds, 'hooks.');
  const theirs = options.ky ? optionsOf(options.ky) : {};
  const refused = refusedOfKy.find((name) => theirs[name] !== undefined && theirs[name] !== '');
  if (refused) throw new ChatInputError(`the option ky must not set ${refused}`, { argument: 'ky' });
  const { timeout, retry = {}, fetch, headers } = theirs;
  const kyRetry = typeof retry === 'number' ? { limit: retry } : retry;
  const { limit, methods, maxRetryAfter, delay, jitter, shouldRetry } = kyRetry;
  const base = resolveSettings(
    { timeout: timeout === false ? Number.POSITIVE_INFINITY : timeout, retry: { limit, methods, maxRetryAfter } },
    defaults,
  );
  return {
    service,
    options: Object.assign(options, { hooks }),
    settings: layers.reduce((settings, layer) => resolveSettings(layer, settings), base),
    layers,
    secretKinds,
    baseUrl: checkBaseUrl(options.baseUrl ?? service.baseUrl),
    tokens: parent?.tokens ?? new WeakMap(),
    secrets: [
      ...Object.keys(secretKinds)
        .map((name) => Reflect.get(options, name))
        .filter((secret) => typeof secret === 'string'),
      ...secretsIn(new Headers(headers)),
    ],
    kyFetch: fetch,
    kyRetry,
    isHooked:
      [hooks, theirs.hooks ?? {}].some((some) => Object.values(some).some((list) => list?.length)) ||
      [delay, jitter, shouldRetry, theirs.onDownloadProgress].some(isFunction),
  };
}

/** The base URL of an operation: its own server, unless the caller set `baseUrl`. */
export function serverOf({ baseUrl, options }: Core, server: string | undefined): string {
  if (server === undefined || options.baseUrl !== undefined) return baseUrl;
  return checkBaseUrl(new URL(server, baseUrl).href);
}

/** The value of an option whose name comes from the spec. */
export function optionOf({ options }: Core, option: string): unknown {
  return Reflect.get(options, option) ?? undefined;
}

/** The token source of a token function. */
export function tokenSourceOf({ tokens }: Core, fetchToken: FetchToken): TokenSource {
  const source = tokens.get(fetchToken) ?? createTokenSource(fetchToken);
  tokens.set(fetchToken, source);
  return source;
}

function checkBaseUrl(baseUrl: unknown): string {
  // Relative URLs are resolved against the page, if there is one.
  const page: unknown = Reflect.get(globalThis, 'location');
  try {
    if (typeof baseUrl === 'string' && !/[?#]/.test(baseUrl)) {
      const { protocol, username, password, href } = new URL(baseUrl, isObject(page) ? String(page) : undefined);
      if (/^https?:$/.test(protocol) && !username && !password) return href.replace(/\/+$/, '');
    }
  } catch {
    // Not a URL.
  }
  return refuseOption('baseUrl', 'an absolute http or https URL without user name, query or fragment');
}
