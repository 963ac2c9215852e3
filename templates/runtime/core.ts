import { ChatInputError } from './errors/input-error.js';
import { type ClientOptions, resolveSettings, type Settings } from './options.js';
import type { Service } from './service.js';
import { createTokenSource, type TokenSource } from './tokens.js';

/** The state of one client. */
export interface Core {
  readonly service: Service;
  /** As they were given; the credentials are read from here. */
  readonly options: ClientOptions;
  readonly settings: Settings;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** By the function that fetches the token; shared with every variant of the client. */
  readonly tokens: WeakMap<object, TokenSource>;
}

/** Kept outside of the clients: printing, copying or serialising one shows no secret, and no name of ours is in a method's way. */
const cores = /* @__PURE__ */ new WeakMap<object, Core>();

export function keepCore(client: object, core: Core): void {
  cores.set(client, core);
}

/** @throws {ChatInputError} for what is no client. */
export function coreOf(client: object): Core {
  const core = cores.get(client);
  if (core !== undefined) return core;
  throw new ChatInputError('a method was called without its client: call it as client.method()');
}

/** @throws {ChatInputError} for an option that is out of its range. */
export function createCore(service: Service, options: ClientOptions): Core {
  checkOptions(options);
  return {
    service,
    options: { ...options },
    settings: resolveSettings(options),
    baseUrl: checkBaseUrl(options.baseUrl ?? service.baseUrl),
    tokens: new WeakMap(),
  };
}

/** What would otherwise fail at the first call, or be taken for a broken network. */
function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw new ChatInputError('a client needs an object of options', { argument: 'options' });
  }
  const fetch: unknown = Reflect.get(options, 'fetch') ?? undefined;
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw new ChatInputError('the option fetch must be a function', { argument: 'fetch' });
  }
}

/** The same client with some options replaced; one that is `undefined` stays as it was. */
export function varyCore(core: Core, options: ClientOptions): Core {
  checkOptions(options);
  const given = Object.fromEntries(Object.entries(options).filter((entry) => entry[1] !== undefined));
  return {
    ...core,
    options: { ...core.options, ...given },
    settings: resolveSettings(options, core.settings),
    baseUrl: options.baseUrl === undefined ? core.baseUrl : checkBaseUrl(options.baseUrl),
  };
}

/** Where an operation's requests go: its own server, unless the caller chose one. */
export function serverOf(core: Core, server: string | undefined): string {
  if (server === undefined || core.options.baseUrl !== undefined) return core.baseUrl;
  return checkBaseUrl(URL.canParse(server) ? server : new URL(server, core.baseUrl).href);
}

/** What stands in the options under a key of the description's making. */
export function optionOf(core: Core, option: string): unknown {
  const value: unknown = Object.hasOwn(core.options, option) ? Reflect.get(core.options, option) : undefined;
  return value ?? undefined;
}

/** Where a token that is given as a function comes from. */
export function tokenSourceOf(core: Core, fetchToken: () => unknown): TokenSource {
  const source = core.tokens.get(fetchToken) ?? createTokenSource(fetchToken);
  core.tokens.set(fetchToken, source);
  return source;
}

function checkBaseUrl(baseUrl: unknown): string {
  const argument = 'baseUrl';
  const problem = 'must be an absolute http or https URL without user name, query or fragment';
  if (typeof baseUrl !== 'string') throw new ChatInputError(`the option baseUrl ${problem}`, { argument });
  const url = parseUrl(baseUrl);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new ChatInputError(`the option baseUrl ${problem}`, { argument });
  }
  return url.href.replace(/\/+$/, '');
}

/** A relative URL is one in the page's own site, where there is a page. */
function parseUrl(text: string): URL | undefined {
  const location: unknown = Reflect.get(globalThis, 'location');
  const page = typeof location === 'object' && location !== null ? String(location) : undefined;
  try {
    return new URL(text, page);
  } catch {
    return undefined;
  }
}
