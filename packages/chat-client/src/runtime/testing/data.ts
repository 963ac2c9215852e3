/** A JSON Schema (2020-12), with references to `FakeData.definitions`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The data of the spec for the fake; the generator writes it to `testing-data.ts`. */
export interface FakeData {
  /** By the `$id` that references use. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** By name in `./operations`. */
  readonly operations: Readonly<Record<string, FakeOperation>>;
  /** By name in the types package. */
  readonly types: Readonly<Record<string, FakeType>>;
  /** Error bodies by status, for operations that define none. `messageMark` is replaced by the message. */
  readonly errors: Readonly<Record<string, unknown>>;
  readonly errorType: string;
}

/** The text in error bodies that is replaced by the message. */
export const messageMark = '{message}';

export interface FakeOperation {
  /** In upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly parameters?: readonly FakeParameter[];
  /** One for each media type. */
  readonly bodies?: readonly FakeBody[];
  readonly reply: FakeReply;
  /** Defined error bodies by status: `422`, `4XX` or `default`. */
  readonly errors?: Readonly<Record<string, unknown>>;
  readonly pages?: FakePages;
  readonly resource?: FakeResource;
}

export interface FakeParameter {
  readonly argument: string;
  readonly required?: true;
  readonly schema: JsonSchema;
}

export interface FakeBody {
  readonly mediaType: string;
  /** Set when the whole body is one argument; otherwise its fields are arguments. */
  readonly argument?: string;
  readonly required?: true;
  readonly schema: JsonSchema;
}

export interface FakeReply {
  readonly status: number;
  /** Absent for an empty response. */
  readonly mediaType?: string;
  /** `value` is one of the stream's values. */
  readonly stream?: 'events' | 'lines';
  readonly value?: unknown;
  /** The required ones. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeType {
  readonly value: unknown;
  /** JSON pointers to the date-times in `value`. */
  readonly dates?: readonly string[];
  /** Fields that `make` sets to another value each time. */
  readonly ids?: readonly string[];
}

/** Paths are as in `paths.ts`. */
export interface FakePages {
  /** The list in the response. */
  readonly items: string;
  readonly item: unknown;
  /** The argument with the number of items on a page. */
  readonly limit?: string;
  readonly order:
    | { readonly kind: 'cursor'; readonly sent: string; readonly replied: string; readonly link?: string }
    | { readonly kind: 'keyset'; readonly fields: readonly (readonly [argument: string, field: string])[] }
    /** `first`: the number of the first page, if pages are numbered. */
    | { readonly kind: 'offset'; readonly sent: string; readonly first?: number };
}

/** The effect of an operation on the resources that are stored with the option `state`. */
export interface FakeResource {
  readonly role: 'create' | 'get' | 'list' | 'update' | 'delete';
  readonly type: string;
  /** The resource, or the list of them, in the response; empty for the whole response, absent if there is none. */
  readonly at?: string;
  /** The field that identifies a resource, and the argument with its value. */
  readonly key: readonly [argument: string, field: string];
  /** A value of that field. */
  readonly sample?: unknown;
  /** Arguments that become fields of the resource. */
  readonly fields?: readonly string[];
}
