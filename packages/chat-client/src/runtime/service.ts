import type { ChatApiError } from './errors/api-error.js';
import type { RateLimit } from './rate-limit.js';

/** One security scheme of the description, and the client option that fills it. */
export interface Credential {
  /** The key in the client's options. */
  readonly option: string;
  /** The key in the description's `components.securitySchemes`. */
  readonly scheme: string;
  readonly in: 'query' | 'header' | 'cookie';
  /** The name on the wire, such as `key` or `Authorization`. */
  readonly name: string;
  /** `Basic ` makes the value base64 of `username:password` (RFC 7617). */
  readonly prefix?: 'Bearer ' | 'Basic ';
  /** An operation that asks for it is not called without it. */
  readonly required?: true;
}

/** One try, as the service's own headers see it. */
export interface TryContext {
  /** The credentials that this request carries, by option. */
  readonly credentials: ReadonlyMap<string, unknown>;
}

/** What the description says about the service as a whole, and the hooks of an add-on. */
export interface Service {
  /** The description's first server. */
  readonly baseUrl?: string;
  readonly credentials: readonly Credential[];
  /** Alternatives of scheme keys that go together, for operations that have none of their own. */
  readonly security: readonly (readonly string[])[];
  /** Options of an add-on's clients beside the credentials. Those that are text are secrets. */
  readonly options?: readonly string[];
  /** Encodes user name and password (`encode/basic.ts`), where a credential needs it. */
  readonly basic?: (value: object) => string | undefined;
  /** Headers of the service's own, made anew for each try. */
  readonly headers?: (context: TryContext) => Readonly<Record<string, string>>;
  /** Headers that name a request, in lower case: looked for in the reply, then in the request. */
  readonly requestIdHeaders?: readonly string[];
  /** What the headers of a reply say about the caller's rate limit. */
  readonly rateLimit?: (headers: Headers) => RateLimit | undefined;
  /** Fields that an error body adds to its `ChatApiError`; secrets in the body are replaced already. */
  readonly errorFields?: (body: Readonly<Record<string, unknown>>) => object;
  /** Whether an error says that trying again is of no use, whatever its status. */
  readonly isFinal?: (error: ChatApiError) => boolean;
  /** What a number means where a date-time is expected: milliseconds since 1970. Without it numbers stay numbers. */
  readonly milliseconds?: (value: number) => number;
  /** Such a number as the text of a date-time, as an argument takes it. */
  readonly dateText?: (value: number) => string;
}
