import type { Redact } from './call/redact.js';
import type { EncodedBody } from './encode/body.js';
import type { Place } from './encode/place.js';
import type { Body, Operation, Parameter } from './operation.js';

/** Serialises one argument for its location. */
export interface ParameterStyles {
  readonly path: (parameter: Parameter, value: unknown, place: Place) => string;
  /** Returns encoded `name=value` pairs. */
  readonly query: (parameter: Parameter, value: unknown, place: Place) => string[];
  readonly header: (parameter: Parameter, value: unknown, place: Place) => string;
  /** Returns encoded `name=value` pairs. */
  readonly cookie: (parameter: Parameter, value: unknown, place: Place) => string[];
}

/** What body codecs need from the client. */
export interface BodyTools {
  readonly openFile: ((path: string) => Promise<Blob>) | undefined;
  readonly redact: Redact;
  /** Codecs add every stream that they read; they are cancelled if the call fails. */
  readonly sources: { stop(): void }[];
  /** Whether the platform's `fetch` is used. A custom `fetch` may not accept a stream as body. */
  readonly sendsStreams: boolean;
}

/** One part of a body: its text, or the name of its file. */
export interface ExplainedPart {
  readonly name: string;
  readonly text?: string;
  readonly file?: string;
}

/** Serialises a kind of body other than JSON. */
export interface BodyCodec {
  readonly encode: (body: Body, value: unknown, place: Place, tools: BodyTools) => EncodedBody | Promise<EncodedBody>;
  /** Bodies with files: describes what would be sent, without opening files or reading streams. */
  readonly describe?: (body: Body, value: unknown, place: Place) => readonly ExplainedPart[];
}

/** Code that only some operations need. Scalar or JSON path and query parameters, JSON bodies and JSON responses need none. */
export interface Codecs {
  /** Required for header and cookie parameters, arrays, objects, and all styles other than the default. */
  readonly styles?: ParameterStyles;
  readonly multipart?: BodyCodec;
  readonly form?: BodyCodec;
  readonly text?: BodyCodec;
  readonly binary?: BodyCodec;
  /** Parses the response headers that are defined in the spec. */
  readonly headers?: (headers: Headers, readings: NonNullable<Operation['headers']>) => unknown;
  /** Selects one of several request bodies. */
  readonly choose?: (operation: Operation, args: unknown, mediaType: string | undefined) => Body | undefined;
  /** Required for responses that are text or binary, or whose kind depends on their `Content-Type`. */
  readonly replies?: (reply: NonNullable<Operation['reply']>, mediaType: string, bytes: Uint8Array) => unknown;
}

/** Returned by `Codecs.replies` for a JSON response. */
export const jsonReply: unique symbol = /* @__PURE__ */ Symbol('json');
