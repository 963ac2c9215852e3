import type { ChatApiError } from './errors/api-error.js';
import type { RateLimit } from './response/rate-limit.js';

/** A security scheme of the spec, and the client option with its value. */
export interface Credential {
  /** Name of the client option. */
  readonly option: string;
  /** Key in `components.securitySchemes`. */
  readonly scheme: string;
  readonly in: 'query' | 'header' | 'cookie';
  /** Name of the header, query parameter or cookie, such as `key` or `Authorization`. */
  readonly name: string;
  /** `Basic `: the value is sent as base64 of `username:password` (RFC 7617). */
  readonly prefix?: 'Bearer ' | 'Basic ';
  /** Whether operations that use it are rejected without it. */
  readonly required?: true;
}

/** One attempt, for the headers of the service. */
export interface TryContext {
  /** The credentials of this request, by option. */
  readonly credentials: ReadonlyMap<string, unknown>;
}

/** Data of the whole spec, and the hooks of an add-on. */
export interface Service {
  /** URL of the first server in the spec. */
  readonly baseUrl?: string;
  readonly credentials: readonly Credential[];
  /** Default security of operations: alternatives of scheme keys that are used together. */
  readonly security: readonly (readonly string[])[];
  /** Encodes user name and password (`encode/basic.ts`), if a credential needs it. */
  readonly basic?: (value: object) => string | undefined;
  /** Headers of the service, created for each attempt. */
  readonly headers?: (context: TryContext) => Readonly<Record<string, string>>;
  /** Headers that contain the request id, in lower case. The response is searched first, then the request. */
  readonly requestIdHeaders?: readonly string[];
  /** Parses the rate limit from the headers of a response. */
  readonly rateLimit?: (headers: Headers) => RateLimit | undefined;
  /** Fields that `ChatApiError` gets from an error body; secrets in it are already redacted. */
  readonly errorFields?: (body: Readonly<Record<string, unknown>>) => object;
  /** Whether an error must not be retried, whatever its status. */
  readonly isFinal?: (error: ChatApiError) => boolean;
  /** Converts a number in place of a date-time to milliseconds since 1970. If absent, numbers are not converted. */
  readonly milliseconds?: (value: number) => number;
  /** The unit of such a number, to send it back as text: how many of it are one millisecond. */
  readonly perMillisecond?: number;
}
