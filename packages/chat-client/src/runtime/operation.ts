import type { Codecs, ParameterStyles } from './codecs.js';
import type { PagePlan } from './pages/page-order.js';
import type { DatePlan } from './response/dates.js';

/** How a parameter is serialised. Absent fields have OpenAPI's defaults for its location. */
export interface Parameter {
  /** The name in the request. */
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** The name in the argument object, if different. */
  readonly argument?: string;
  readonly required?: true;
  /** Path only: the schema is an array or object. Otherwise only scalars are accepted. */
  readonly composite?: true;
  /** Serialised as JSON (`content: application/json`). */
  readonly json?: true;
  /** Path: `simple` | `label` | `matrix`; query: `form` | `spaceDelimited` | `pipeDelimited` | `deepObject`. */
  readonly style?: 'label' | 'matrix' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  /** Present if different from the style's default (`true` for `form`, `false` for the others). */
  readonly explode?: boolean;
  /** Query: reserved characters are not encoded; path: slashes are not. */
  readonly allowReserved?: true;
}

/** How a request body is serialised. */
export interface Body {
  readonly kind: 'json' | 'multipart' | 'form' | 'text' | 'binary';
  /** The `Content-Type`, if it is not the default of the kind (`application/json`, `text/plain`, `application/octet-stream`). */
  readonly mediaType?: string;
  /** Binary bodies that allow several types: the file's own type is sent if it is one of these. */
  readonly mediaTypes?: readonly string[];
  /** The names of the body's fields, if they distinguish it from another body. */
  readonly fields?: readonly string[];
  /** The names of the body's fields that are also names of request options. */
  readonly optionFields?: readonly string[];
  /**
   * Set if the whole body is one argument with this name; otherwise every argument that is not a parameter is a field of the
   * body.
   */
  readonly argument?: string;
  readonly required?: true;
  /** `multipart` and `form`: fields that are not plain text. */
  readonly parts?: { readonly [field: string]: PartKind | Part };
}

/** `file` is binary, `json` is one JSON text; `files`, `jsons` and `texts` are arrays with one part per item. */
export type PartKind = 'file' | 'files' | 'fileOrFiles' | 'json' | 'jsons' | 'texts';

/** How a form field is serialised. */
export interface Part extends Pick<Parameter, 'style' | 'explode' | 'allowReserved'> {
  /** Absent for plain text. */
  readonly kind?: PartKind;
  /** `encodeQuery`, if the field is serialised like a query parameter of its style. */
  readonly encode?: ParameterStyles['query'];
  /** `multipart`: the `Content-Type` of the part; for a file, the default type. */
  readonly type?: string;
  /** `multipart`: further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a header is parsed. */
export type HeaderReading = 'text' | 'number' | 'boolean' | 'date' | 'json';

/** An operation of the spec as data: everything the runtime needs to make the call. */
export interface Operation {
  /** In upper case. */
  readonly method: string;
  /** The path template, such as `/things/{id}`. */
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** Alternative request bodies; `codecs.choose` selects one for each call. */
  readonly otherBodies?: readonly Body[];
  /**
   * How a successful response is parsed; any JSON if absent. `object` is JSON that must be an object. `auto` depends on the
   * `Content-Type`.
   */
  readonly reply?: 'object' | 'text' | 'binary' | 'empty' | 'auto';
  /** Whether 3xx responses, such as 304, are successes. */
  readonly redirects?: true;
  /** The `Accept` header, if it is neither `application/json` for JSON nor `*` of any type otherwise. */
  readonly accept?: string;
  /** Where the response contains date-times, and the function that decodes them; absent if it contains none. */
  readonly dates?: DatePlan;
  readonly decodeDates?: (value: unknown, plan: DatePlan, milliseconds?: (value: number) => number) => unknown;
  /** The date-times by status: of error bodies (`422`, `4XX` or `default`), and of responses whose `dates` differ. */
  readonly statusDates?: Readonly<Record<string, DatePlan>>;
  /** The response headers defined in the spec, by name, and how each is parsed: for a list, in an array, how its items are. */
  readonly headers?: Readonly<Record<string, HeaderReading | readonly HeaderReading[]>>;
  /** Present if the responses are pages. */
  readonly pages?: PagePlan;
  /**
   * Code that this operation needs for anything other than scalars and JSON, referenced here so that bundlers drop what is
   * unused.
   */
  readonly codecs?: Codecs;
  /** Alternatives of credential names that are used together. Absent: the client's default; empty: none. */
  readonly security?: readonly (readonly string[])[];
  /** The operation's own server, if different from the client's. */
  readonly server?: string;
}

/** Whether a response is a success. */
export function isSuccess(
  { redirects }: Operation,
  { ok, status }: { readonly ok: boolean; readonly status: number },
): boolean {
  return ok || (redirects === true && status >= 300 && status < 400);
}

/** Whether successful responses are always JSON. */
export function isJson(reply: Operation['reply']): reply is 'object' | undefined {
  return reply === undefined || reply === 'object';
}
