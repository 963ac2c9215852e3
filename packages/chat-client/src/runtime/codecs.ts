import type { EncodedBody } from './encode/body.js';
import type { Place } from './encode/place.js';
import type { Body, Operation, Parameter } from './operation.js';
import type { Redact } from './redact.js';

/** Turns one argument into text for its place. */
export interface ParameterStyles {
  readonly path: (parameter: Parameter, value: unknown, place: Place) => string;
  /** `name=value` pairs, encoded. */
  readonly query: (parameter: Parameter, value: unknown, place: Place) => string[];
  readonly header: (parameter: Parameter, value: unknown, place: Place) => string;
  /** `name=value` pairs, encoded. */
  readonly cookie: (parameter: Parameter, value: unknown, place: Place) => string[];
}

/** What a body may need from outside. */
export interface BodyTools {
  readonly openFile: ((path: string) => Promise<Blob>) | undefined;
  readonly redact: Redact;
  /** Every stream that the body takes is added here, and stopped when the call fails. */
  readonly sources: { stop(): void }[];
  /** Whether the call's `fetch` is the platform's: another may not take a stream as a body. */
  readonly sendsStreams: boolean;
}

/** One part of a body: its text, or the name of its file. */
export interface ExplainedPart {
  readonly name: string;
  readonly text?: string;
  readonly file?: string;
}

/** A kind of body other than JSON. */
export interface BodyCodec {
  readonly encode: (body: Body, value: unknown, place: Place, tools: BodyTools) => EncodedBody | Promise<EncodedBody>;
  /** For bodies that hold files: what would be sent, without opening a file or reading a stream. */
  readonly describe?: (body: Body, value: unknown, place: Place) => readonly ExplainedPart[];
}

/** What only some operations need: path and query values that are scalars or JSON, JSON bodies and JSON replies need none. */
export interface Codecs {
  /** Needed for header and cookie parameters, arrays, objects, and every style but the default. */
  readonly styles?: ParameterStyles;
  readonly multipart?: BodyCodec;
  readonly form?: BodyCodec;
  readonly text?: BodyCodec;
  readonly binary?: BodyCodec;
  /** Reads the described headers of a reply. */
  readonly headers?: (headers: Headers, readings: NonNullable<Operation['headers']>) => unknown;
  /** Which of several bodies a call means. */
  readonly choose?: (operation: Operation, args: unknown, mediaType: string | undefined) => Body | undefined;
  /** Needed for replies that are text, bytes, or told by their media type. */
  readonly replies?: (reply: NonNullable<Operation['reply']>, mediaType: string, bytes: Uint8Array) => unknown;
}

/** What `Codecs.replies` gives for a reply that is JSON after all. */
export const jsonReply: unique symbol = /* @__PURE__ */ Symbol('json');
