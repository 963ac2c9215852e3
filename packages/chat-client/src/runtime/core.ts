import { isSecretHeader } from './call/redact.js';
import { createTokenSource, type FetchToken, type TokenSource } from './call/tokens.js';
import { ChatInputError } from './errors/input-error.js';
import { ownOptions } from './known-options.js';
import { type ClientOptions, clientOptionNames, defaults, resolveSettings, type Settings } from './options.js';
import type { Service } from './service.js';
import { type Hooks, type KyOptions, type KyRetry, optionsOf } from './transport.js';

/** Settings of the user's ky instance that the client has to know. */
export interface KySettings {
  readonly kyFetch: KyOptions['fetch'] | undefined;
  readonly kyRetry: KyRetry;
  /** Whether hooks may read responses, whose bodies must then be readable. */
  readonly areRepliesSeen: boolean;
  /** Whether hooks may change requests. */
  readonly areRequestsSeen: boolean;
  /** Values of headers that are likely to be secret. */
  readonly kySecrets: readonly string[];
}

/** The state of one client. */
export interface Core extends KySettings {
  readonly service: Service;
  /** As passed by the user; credentials are read from here. */
  readonly options: ClientOptions;
  readonly settings: Settings;
  /** The options that the settings are merged from, in order of increasing priority. */
  readonly layers: readonly ClientOptions[];
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** By token function; shared with all clients derived by `withOptions`. */
  readonly tokens: WeakMap<object, TokenSource>;
}

/**
 * State is kept outside the clients: printing, copying or serialising a client shows no secrets, and no internal name can clash
 * with a method.
 */
const cores = /* @__PURE__ */ new WeakMap<object, Core>();

export function keepCore(client: object, core: Core): void {
  cores.set(client, core);
}

/** @throws {ChatInputError} if the object is not a client. */
export function coreOf(client: object): Core {
  const core = cores.get(client);
  if (core !== undefined) return core;
  throw new ChatInputError('method called without its client: call it as client.method()');
}

/** @throws {ChatInputError} if an option is unknown or invalid. */
export function createCore(service: Service, given: ClientOptions): Core {
  const options = checkOptions(service, given);
  return {
    service,
    options,
    ...settingsOf(options, [options]),
    baseUrl: checkBaseUrl(options.baseUrl ?? service.baseUrl),
    tokens: new WeakMap(),
  };
}

/** Options of ky that a user's instance must not set, because the client sets them. */
const refusedOfKy = ['prefixUrl', 'searchParams', 'json', 'body', 'method', 'signal'] as const;

/** Merges the client's layers of options over the options of its ky instance. */
function settingsOf(
  options: ClientOptions,
  layers: readonly ClientOptions[],
): KySettings & Pick<Core, 'settings' | 'layers'> {
  const theirs = options.ky ? optionsOf(options.ky) : {};
  const refused = refusedOfKy.find((name) => theirs[name] !== undefined && theirs[name] !== '');
  if (refused) throw new ChatInputError(`the option ky must not set ${refused}`, { argument: 'ky' });
  const { timeout, retry, fetch } = theirs;
  const kyRetry = typeof retry === 'number' ? { limit: retry } : (retry ?? {});
  const { limit, methods, maxRetryAfter } = kyRetry;
  const kySettings = {
    timeout: timeout === false ? Number.POSITIVE_INFINITY : timeout,
    retry: { limit, methods, maxRetryAfter },
  };
  const has = (name: keyof Hooks) => [options.hooks, theirs.hooks].some((hooks) => hooks?.[name]?.length);
  return {
    settings: layers.reduce((base, layer) => resolveSettings(layer, base), resolveSettings(kySettings, defaults)),
    layers,
    kyFetch: fetch,
    kyRetry,
    areRepliesSeen:
      has('afterResponse') ||
      has('beforeRetry') ||
      has('beforeError') ||
      kyRetry.shouldRetry !== undefined ||
      theirs.onDownloadProgress !== undefined,
    areRequestsSeen: has('beforeRequest') || has('beforeRetry'),
    kySecrets: [...new Headers(theirs.headers)].flatMap(([name, value]) => (isSecretHeader(name) ? [value] : [])),
  };
}

/** Whether any user code runs between attempts. */
export function runsHooks({ areRequestsSeen, areRepliesSeen, kyRetry: { delay, jitter } }: Core): boolean {
  return areRequestsSeen || areRepliesSeen || delay !== undefined || typeof jitter === 'function';
}

/** Validates what would otherwise fail at the first call, or look like a network error. */
function checkOptions(service: Service, given: ClientOptions): ClientOptions {
  if (typeof given !== 'object' || given === null) {
    throw new ChatInputError('client options must be an object', { argument: 'options' });
  }
  const known = [...clientOptionNames, ...service.credentials.map(({ option }) => option), ...(service.options ?? [])];
  const options = ownOptions(given, known);
  for (const name of ['fetch', 'openFile'] as const) checkFunction(options[name], name);
  const hooks = ownOptions(options.hooks ?? undefined, hookNames, 'hooks.');
  for (const name of hookNames) {
    const list: unknown = Reflect.get(hooks, name) ?? [];
    if (Array.isArray(list) && list.every((hook) => typeof hook === 'function')) continue;
    throw new ChatInputError(`the option hooks.${name} must be an array of functions`, { argument: `hooks.${name}` });
  }
  if (options.ky && (typeof options.ky !== 'function' || typeof options.ky.extend !== 'function')) {
    throw new ChatInputError('the option ky must be a ky instance', { argument: 'ky' });
  }
  const { logger } = options;
  for (const name of logger ? ['debug', 'info', 'warn', 'error'] : []) {
    if (typeof Reflect.get(Object(logger), name) === 'function') continue;
    throw new ChatInputError(`the option logger must have a ${name} method, like console`, { argument: 'logger' });
  }
  return options.hooks ? Object.assign(options, { hooks }) : options;
}

const hookNames: readonly string[] = ['beforeRequest', 'beforeRetry', 'afterResponse', 'beforeError'];

function checkFunction(value: unknown, argument: string): void {
  if (value === undefined || value === null || typeof value === 'function') return;
  throw new ChatInputError(`the option ${argument} must be a function`, { argument });
}

/** Returns a copy of a client's state with some options replaced. Options that are `undefined` are ignored. */
export function varyCore(core: Core, changed: ClientOptions): Core {
  const options = checkOptions(core.service, changed);
  const given = Object.fromEntries(Object.entries(options).filter((entry) => entry[1] !== undefined));
  const all: ClientOptions = Object.assign(Object.create(null), core.options, given);
  return {
    ...core,
    options: all,
    ...settingsOf(all, [...core.layers, options]),
    baseUrl: options.baseUrl === undefined ? core.baseUrl : checkBaseUrl(options.baseUrl),
  };
}

/** The base URL of an operation: its own server, unless the caller set `baseUrl`. */
export function serverOf(core: Core, server: string | undefined): string {
  if (server === undefined || core.options.baseUrl !== undefined) return core.baseUrl;
  return checkBaseUrl(URL.canParse(server) ? server : new URL(server, core.baseUrl).href);
}

/** The value of an option whose name comes from the spec. */
export function optionOf(core: Core, option: string): unknown {
  const value: unknown = Object.hasOwn(core.options, option) ? Reflect.get(core.options, option) : undefined;
  return value ?? undefined;
}

/** The token source of a token function. */
export function tokenSourceOf(core: Core, fetchToken: FetchToken): TokenSource {
  const source = core.tokens.get(fetchToken) ?? createTokenSource(fetchToken);
  core.tokens.set(fetchToken, source);
  return source;
}

function checkBaseUrl(baseUrl: unknown): string {
  const argument = 'baseUrl';
  const problem = 'must be an absolute http or https URL without user name, query or fragment';
  if (typeof baseUrl !== 'string') throw new ChatInputError(`the option baseUrl ${problem}`, { argument });
  const url = parseUrl(baseUrl);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password || /[?#]/.test(baseUrl)) {
    throw new ChatInputError(`the option baseUrl ${problem}`, { argument });
  }
  return url.href.replace(/\/+$/, '');
}

/** Relative URLs are resolved against the page, if there is one. */
function parseUrl(text: string): URL | undefined {
  const location: unknown = Reflect.get(globalThis, 'location');
  const page = typeof location === 'object' && location !== null ? String(location) : undefined;
  try {
    return new URL(text, page);
  } catch {
    return undefined;
  }
}
