import type { AddonHooks } from '../addons/index.js';
import type { FurtherReading, Json, Schema } from '../schema/index.js';

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle = 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

/** The whole description as the generator sees it: read-only, in the order of the description. */
export interface Model {
  readonly info: Info;
  readonly servers: readonly Server[];
  /** In the order of the root `tags`; tags that only operations name follow in order of first use. */
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** What the service sends by itself. */
  readonly webhooks: readonly Webhook[];
  /** `components.schemas`, whether anything refers to them or not. */
  readonly schemas: readonly NamedSchema[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** What add-ons know of the service. */
  readonly hooks: AddonHooks;
  /** Looks up `#/...`; follows chains of references. `undefined` for a dangling or cyclic reference. */
  resolve(ref: string): Schema | undefined;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly reading?: FurtherReading;
}

export interface Server {
  /** With the variables' defaults filled in. */
  readonly url: string;
  /** As it is written, such as `https://{region}.example.com`. */
  readonly template: string;
  readonly variables: readonly ServerVariable[];
  readonly description?: string;
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  /** Empty where it may be any text. */
  readonly values: readonly string[];
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
  readonly reading?: FurtherReading;
}

/** A request that the service makes. */
export interface Webhook {
  readonly kind: 'webhook' | 'callback';
  /** The name under `webhooks`; of a callback the operation's id and the callback's name, such as `createOrder.done`. */
  readonly event: string;
  readonly pointer: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Of the body. */
  readonly schema: Schema;
}

export interface NamedSchema {
  /** The key in `components.schemas`. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: Schema;
}

export interface Operation {
  readonly pointer: string;
  /** The `operationId`, made from method and path where the description has none, and made unique. */
  readonly id: string;
  readonly method: Method;
  /** The path template, such as `/api/v2/polls/{poll_id}`. */
  readonly path: string;
  /** The first tag, or undefined for an untagged operation. */
  readonly tag?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly reading?: FurtherReading;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly replies: readonly Reply[];
  /** Alternatives, each a set of scheme names that go together. Empty: no authentication. */
  readonly security: readonly (readonly string[])[];
  /** The operation's own servers, when it has some. */
  readonly servers: readonly Server[];
  /** At least one: documented, or synthesised when the description has none. */
  readonly examples: readonly CallExample[];
  /** Set when the reply is one page of several. */
  readonly pagination?: Pagination;
}

/** How the replies of an operation follow each other as pages. */
export interface Pagination {
  /** The field of the reply that holds the items. */
  readonly items: readonly string[];
  readonly order:
    | {
        readonly kind: 'cursor';
        readonly sent: SentPlace;
        /** The field of the reply that holds the next page's cursor. */
        readonly replied: readonly string[];
      }
    | {
        /** The next page is what comes after the last item. */
        readonly kind: 'keyset';
        readonly fields: readonly { readonly sent: SentPlace; readonly field: readonly string[] }[];
        readonly limit?: SentPlace;
      }
    | {
        readonly kind: 'offset';
        readonly sent: SentPlace;
        readonly limit?: SentPlace;
        /** The largest offset that the service takes. */
        readonly most?: number;
      };
}

/** A place in what an operation is called with. */
export interface SentPlace {
  /** Absent: the place is in the body. */
  readonly parameter?: Parameter;
  /** Names of fields, from the parameter's value or the body downwards. */
  readonly path: readonly string[];
}

export interface Parameter {
  readonly pointer: string;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: Schema;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set when the parameter is serialised as a media type (`content`), such as `application/json`. */
  readonly mediaType?: string;
}

/** How a body travels. */
export type BodyKind = 'json' | 'multipart' | 'form' | 'text' | 'binary';

export interface Body {
  readonly pointer: string;
  readonly description?: string;
  readonly required: boolean;
  /** The media type that is sent, such as `application/json`. */
  readonly mediaType: string;
  readonly kind: BodyKind;
  readonly schema: Schema;
  /** Per property of a `multipart` or `form` body: how that part travels. */
  readonly parts: readonly Part[];
  /** Where bytes may have one of several media types. */
  readonly mediaTypes?: readonly string[];
  /** What the operation accepts besides: other data, or the same in another form. */
  readonly others?: readonly Body[];
}

export interface Part {
  readonly name: string;
  /** `file`: bytes with a file name; `json`: a JSON text; `text`: scalars as strings; `styled`: as a query parameter of that style. */
  readonly kind: 'file' | 'json' | 'text' | 'styled';
  /** An array that travels as one part an item. */
  readonly repeated: boolean;
  /** The part's media type, where the description gives one (Encoding Object, 4.8.15). */
  readonly contentType?: string;
  /** Headers of the part itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a `styled` part. */
  readonly style?: Pick<Parameter, 'style' | 'explode' | 'allowReserved'>;
}

export type StreamKind = 'events' | 'lines';

export type ReplyKind = 'json' | 'text' | 'binary' | 'empty';

export interface Reply {
  readonly pointer: string;
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly success: boolean;
  readonly description?: string;
  readonly kind: ReplyKind;
  /** Server-sent events, or JSON line by line: `schema` is that of one value, and `kind` is `json`. */
  readonly stream?: StreamKind;
  /** The one whose schema is the reply's type. */
  readonly mediaType?: string;
  /** Described as well. */
  readonly otherMediaTypes?: readonly string[];
  readonly schema?: Schema;
  /** Without `Content-Type`, in the description's order. */
  readonly headers?: readonly ReplyHeader[];
  /** The operations that its values can be given to. */
  readonly links?: readonly ReplyLink[];
  /** Named examples of the reply, in the description's order. */
  readonly examples: readonly { readonly name: string; readonly value: Json }[];
}

/** Link Object (OpenAPI 3.1, 4.8.20). */
export interface ReplyLink {
  readonly name: string;
  /** The `operationId` or the address of the operation. */
  readonly operation: string;
  readonly description?: string;
}

export interface ReplyHeader {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  /** Whether its text is JSON. */
  readonly json: boolean;
}

/** One example call. */
export interface CallExample {
  /** The title: the key under `examples`, or `default`. */
  readonly title: string;
  readonly origin: 'documented' | 'synthesised' | 'complete';
  /** Values by place and name; a name is absent when the example leaves the parameter out. */
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: Json }[];
  /** Absent when the call has no body. Binary parts hold text whose UTF-8 bytes are the content. */
  readonly body?: Json;
}

export type SecurityScheme = { readonly key: string; readonly description?: string } & (
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  | { readonly type: 'bearer' | 'basic' | 'unsupported' }
);
