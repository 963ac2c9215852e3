import type { Codecs } from './codecs.js';
import type { DatePlan } from './dates.js';
import type { PagePlan } from './page-order.js';

/** How one parameter of an operation travels. Absent fields have OpenAPI's defaults for the place. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** The name in the argument object, where it differs from the wire name. */
  readonly argument?: string;
  readonly required?: true;
  /** Path only: the schema takes an array or an object; without it only scalars pass. */
  readonly composite?: true;
  /** Serialised as one JSON text (`content: application/json`). */
  readonly json?: true;
  /** Path: `simple` | `label` | `matrix`; query: `form` | `spaceDelimited` | `pipeDelimited` | `deepObject`. */
  readonly style?: 'label' | 'matrix' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  /** Present where it differs from the style's default (`true` for `form`, `false` for the others). */
  readonly explode?: boolean;
  /** Query only: reserved characters stay as they are. */
  readonly allowReserved?: true;
}

/** How the body of an operation travels. */
export interface Body {
  readonly kind: 'json' | 'multipart' | 'form' | 'text' | 'binary';
  /** The `Content-Type`, where it is not the kind's own (`application/json`, `text/plain`, `application/octet-stream`). */
  readonly mediaType?: string;
  /** Of bytes that may have one of several types: that of the file is sent where it is one of them. */
  readonly mediaTypes?: readonly string[];
  /** The fields of the body, where they tell it from another one. */
  readonly fields?: readonly string[];
  /** Set when the whole body is one argument of that name; otherwise every argument that is no parameter is a field of the body. */
  readonly argument?: string;
  readonly required?: true;
  /** `multipart` and `form`: fields that are not plain text. */
  readonly parts?: { readonly [field: string]: PartKind | Part };
}

/** `file` is bytes, `json` one JSON text; `files`, `jsons` and `texts` are arrays, with one part for each item. */
export type PartKind = 'file' | 'files' | 'json' | 'jsons' | 'texts';

/** How one field of a form travels. */
export interface Part extends Pick<Parameter, 'style' | 'explode' | 'allowReserved'> {
  /** Absent for plain text. With `explode`, the field is one as a query parameter of that style is. */
  readonly kind?: PartKind;
  /** `multipart`: the part's `Content-Type`; of a file that has none itself. */
  readonly type?: string;
  /** `multipart`: further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the text of a header is read. */
export type HeaderReading = 'text' | 'number' | 'boolean' | 'date' | 'json';

/** One operation of the description, as data: everything the runtime needs to make the call. */
export interface Operation {
  /** In upper case. */
  readonly method: string;
  /** The path template, such as `/things/{id}`. */
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** What the operation takes besides; `codecs.choose` finds the one that a call means. */
  readonly otherBodies?: readonly Body[];
  /** How a successful reply is read; as any JSON when absent. `object` is JSON, too: nothing but an object passes. `auto` goes by the reply's `Content-Type`. */
  readonly reply?: 'object' | 'text' | 'binary' | 'empty' | 'auto';
  /** A redirect, or the news that nothing has changed, is a reply like any other. */
  readonly redirects?: true;
  /** The `Accept` header, where it is not `application/json` for JSON and any type for all else. */
  readonly accept?: string;
  /** Where the reply contains date-times, and what decodes them; absent when it contains none. */
  readonly dates?: DatePlan;
  readonly decodeDates?: (value: unknown, plan: DatePlan, milliseconds?: (value: number) => number) => unknown;
  /** The same for the bodies of errors, by status: `422`, `4XX` or `default`. */
  readonly errorDates?: Readonly<Record<string, DatePlan>>;
  /** The described headers of a reply, by name, and how each is read: a list holds one reading for its items. */
  readonly headers?: Readonly<Record<string, HeaderReading | readonly HeaderReading[]>>;
  /** Present where the replies are pages. */
  readonly pages?: PagePlan;
  /** What this operation needs beyond scalars and JSON: bound to it, so that a bundler drops what no used operation needs. */
  readonly codecs?: Codecs;
  /** Alternatives of credential names that go together; absent: the client's default; empty: none. */
  readonly security?: readonly (readonly string[])[];
  /** The operation's own server, where it differs from the client's. */
  readonly server?: string;
}

/** Whether a reply is one that a call succeeds with. */
export function isSuccess(
  { redirects }: Operation,
  { ok, status }: { readonly ok: boolean; readonly status: number },
): boolean {
  return ok || (redirects === true && status >= 300 && status < 400);
}

/** Whether a successful reply is JSON, always. */
export function isJson(reply: Operation['reply']): reply is 'object' | undefined {
  return reply === undefined || reply === 'object';
}
