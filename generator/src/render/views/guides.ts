import type { PackageView } from './common.js';

/** All templates in `docs/guides/`; one that renders empty is omitted. */
export interface GuideView extends PackageView {
  /** The lines that make a client, as code. */
  readonly setUp: string;
  readonly sample: GuideSamples;
  /** A program, as code. */
  readonly openTelemetry: string;
  readonly paged: PagedView | false;
  readonly streamed: StreamedView | false;
  readonly filters: readonly FilterView[];
  /** The operators with arrays of filters, such as `` `$and` and `$or` ``. */
  readonly joinOperators: string;
  /** Filters joined by one of them, as code. */
  readonly joined: string;
  /** A condition that does not compile. */
  readonly wrong: WrongFilterView;
  readonly openEnum: OpenEnumView | false;
  readonly events: readonly EventView[];
}

/** A webhook or callback. */
export interface EventView {
  /** Its name in the document. */
  readonly event: string;
  /** The type of the payload, as code. */
  readonly type: string;
  /** The function that reads its payload. */
  readonly parser: string;
  readonly description: string;
}

export interface PagedView {
  /** An iteration over the items, as code. */
  readonly iteration: string;
  /** The call itself, as code. */
  readonly call: string;
  /** A method with keyset pagination; empty if there is none. */
  readonly keyset: string;
  /** A method with offset pagination; empty if there is none. */
  readonly offset: string;
  readonly operations: readonly IterableOperationView[];
}

export interface IterableOperationView {
  readonly method: string;
  readonly item: string;
}

export interface StreamedView {
  /** An iteration over the values, as code. */
  readonly iteration: string;
  /** The call itself, as code. */
  readonly call: string;
  readonly hasEvents: boolean;
  readonly operations: readonly IterableOperationView[];
}

export interface FilterView {
  readonly name: string;
  readonly samples: readonly FilterSampleView[];
  /** Whether conditions can be joined by `$or`. */
  readonly joins: boolean;
  readonly fields: readonly FilterFieldView[];
}

export interface FilterSampleView {
  readonly name: string;
  /** A condition, as code. */
  readonly value: string;
}

export interface FilterFieldView {
  readonly name: string;
  readonly type: string;
  /** As code. */
  readonly operators: string;
}

export interface WrongFilterView {
  readonly code: string;
  /** The compiler's message. */
  readonly message: string;
}

export interface OpenEnumView {
  readonly type: string;
  readonly field: string;
  /** One of its values, as code. */
  readonly value: string;
}

/** An operation called in a guide. */
export interface SampleCall {
  readonly method: string;
  /** Its constant in `operations`. */
  readonly constant: string;
  /** The request as in the spec, such as `GET /users`. */
  readonly request: string;
  /** The call as an expression. */
  readonly call: string;
  /** The call up to its second argument: request options and a closing parenthesis follow. */
  readonly open: string;
  /** Its arguments alone: an object, or `undefined`. */
  readonly argument: string;
  /** The type of the response, if the fake can make one; otherwise empty. */
  readonly made: string;
}

export interface SampleCredential {
  readonly option: string;
  /** Where it is sent, as Markdown. */
  readonly sent: string;
}

/** Calls used in the guides: chosen from the spec, so that each snippet works with this client. */
export interface GuideSamples {
  readonly className: string;
  readonly entry: string;
  /** The expression that creates a client. */
  readonly construct: string;
  /** The argument of the client without methods, as code. */
  readonly coreOptions: string;
  /** The client options, as code that other options follow. */
  readonly options: string;
  /** The base URL, as such code; empty if the spec has one. */
  readonly baseUrl: string;
  readonly hasServerClient: boolean;
  /** The credentials that only the server client has. */
  readonly serverOnly: readonly string[];
  /** A call of `serverUrl`, as code; empty if the spec has no choice of servers. */
  readonly server: string;
  /** The credentials, as code that other options follow. */
  readonly serverOptions: string;
  /** The options for a test, with dummy credentials and without a base URL. */
  readonly testOptions: string;
  readonly credentials: readonly SampleCredential[];
  /** The option best suited to a function: a token, otherwise any string. Empty if there is none. */
  readonly fetched: string;
  /** The other options, as code that further options follow. */
  readonly otherOptions: string;
  readonly reader: SampleCall | false;
  readonly writer: SampleCall | false;
  readonly upload: SampleCall | false;
}
