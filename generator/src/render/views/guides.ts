import type { PackageView } from './common.js';

/** Every template in `docs/guides/`; one that comes out empty is left out. */
export interface GuideView extends PackageView {
  /** The lines that make a client, as code. */
  readonly setUp: string;
  readonly sample: GuideSamples;
  /** A program, as code. */
  readonly openTelemetry: string;
  readonly paged: PagedView | false;
  readonly filters: readonly FilterView[];
  /** The operators that take lists of filters, such as `` `$and` and `$or` ``. */
  readonly joinOperators: string;
  /** Filters joined by one of them, as code. */
  readonly joined: string;
  /** A condition that does not compile. */
  readonly wrong: WrongFilterView;
  readonly openEnum: OpenEnumView | false;
  readonly events: readonly EventView[];
}

/** A webhook or a callback: a request that the service makes. */
export interface EventView {
  /** Its name in the document. */
  readonly event: string;
  /** The type of the payload, as code. */
  readonly type: string;
  readonly description: string;
}

export interface PagedView {
  /** An iteration over the items, as code. */
  readonly iteration: string;
  /** The call by itself, as code. */
  readonly call: string;
  /** A method whose next page is what comes after the last item; empty when there is none. */
  readonly keyset: string;
  /** A method whose pages are counted; empty when there is none. */
  readonly offset: string;
  readonly operations: readonly PagedOperationView[];
}

export interface PagedOperationView {
  readonly method: string;
  readonly item: string;
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
  /** What the compiler says. */
  readonly message: string;
}

export interface OpenEnumView {
  readonly type: string;
  readonly field: string;
  /** One of its values, as code. */
  readonly value: string;
}

/** An operation that a guide calls. */
export interface SampleCall {
  readonly method: string;
  /** Its constant in `operations`. */
  readonly constant: string;
  /** The request as the description has it, such as `GET /users`. */
  readonly request: string;
  /** The call as an expression. */
  readonly call: string;
  /** The call up to its second argument: request options and a parenthesis follow. */
  readonly open: string;
  /** Its arguments alone: an object, or `undefined`. */
  readonly argument: string;
}

export interface SampleCredential {
  readonly option: string;
  /** Where it is sent, as Markdown. */
  readonly sent: string;
  readonly isFunction: boolean;
}

/** What the guides show calls with: chosen from the description, so that each snippet is a program of this very client. */
export interface GuideSamples {
  readonly className: string;
  readonly entry: string;
  /** The expression that makes a client. */
  readonly construct: string;
  /** The argument of the client without methods, as code. */
  readonly coreOptions: string;
  /** The options that a client is made with, as code that other options follow. */
  readonly options: string;
  /** The address, as such code; empty where the description has one. */
  readonly baseUrl: string;
  /** The options for a test, with credentials that mean nothing and without an address. */
  readonly testOptions: string;
  readonly credentials: readonly SampleCredential[];
  /** The option that a function can fetch best: a token, else any text. Empty when there is none. */
  readonly fetched: string;
  /** The options beside it, as code that other options follow. */
  readonly otherOptions: string;
  readonly reader: SampleCall | false;
  readonly writer: SampleCall | false;
  readonly upload: SampleCall | false;
}
