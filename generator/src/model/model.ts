import type { AddonHooks } from '../addons/index.js';
import type { METHODS } from '../load/document.js';
import type { FurtherReading, Json, Schema, StreamKind } from '../schema/index.js';

export type Method = (typeof METHODS)[number];
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle = 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

/** The spec as the generator uses it: read-only, in the order of the spec. */
export interface Model {
  readonly info: Info;
  readonly servers: readonly Server[];
  /** In the order of the root `tags`, followed by tags that only operations use, in order of first use. */
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Requests made by the service. */
  readonly webhooks: readonly Webhook[];
  /** `components.schemas`, including unused ones. */
  readonly schemas: readonly NamedSchema[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** The hooks of add-ons. */
  readonly hooks: AddonHooks;
  /** Resolves `#/...` through chains of references. `undefined` for a dangling or circular reference. */
  resolve(ref: string): Schema | undefined;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly reading?: FurtherReading;
  /** Terms of service, contact and license. */
  readonly about: readonly { readonly text: string; readonly url?: string }[];
}

export interface Server {
  /** With the variables' defaults filled in. */
  readonly url: string;
  /** As written, such as `https://{region}.example.com`. */
  readonly template: string;
  readonly variables: readonly ServerVariable[];
  readonly description?: string;
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  /** Empty if any string is allowed. */
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
  /** The name under `webhooks`; for a callback the operation's id and the callback's name, such as `createOrder.done`. */
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
  /** The unique `operationId`, derived from method and path if the spec has none. */
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
  readonly responses: readonly OperationResponse[];
  /** Alternatives, each a set of scheme names that are used together. Empty: no authentication. */
  readonly security: readonly (readonly string[])[];
  /** The operation's own servers, if any. */
  readonly servers: readonly Server[];
  /** Documented, or synthesised if the spec has none; empty if no valid value of a required body was found. */
  readonly examples: readonly CallExample[];
  /** Set if the response is one page of several. */
  readonly pagination?: Pagination;
}

/** How to get the next page of an operation. */
export interface Pagination {
  /** The field of the response with the items. */
  readonly items: readonly string[];
  readonly order:
    | {
        readonly kind: 'cursor';
        readonly sent: SentPlace;
        /** The field of the response with the cursor of the next page. */
        readonly replied: readonly string[];
        /** Set if that field is a URL: the parameter in its query with the cursor, or the number of the page. */
        readonly link?: string;
      }
    | {
        /** The next page starts after the last item. */
        readonly kind: 'keyset';
        readonly fields: readonly { readonly sent: SentPlace; readonly field: readonly string[] }[];
        readonly limit?: SentPlace;
      }
    | {
        readonly kind: 'offset';
        readonly sent: SentPlace;
        /** Set if it is not a number of items, but of a page: that of the first page. */
        readonly first?: number;
        readonly limit?: SentPlace;
        /** The largest number that the service accepts. */
        readonly most?: number;
      };
}

/** A location in the arguments of an operation. */
export interface SentPlace {
  /** Absent if it is in the body. */
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
  /** Of a path parameter: its value may contain slashes. */
  readonly allowReserved: boolean;
  /** Set if the parameter is serialised as a media type (`content`), such as `application/json`. */
  readonly mediaType?: string;
}

/** How a body is serialised. */
export type BodyKind = 'json' | 'multipart' | 'form' | 'text' | 'binary';

export interface Body {
  readonly pointer: string;
  readonly description?: string;
  readonly required: boolean;
  /** The media type that is sent, such as `application/json`. */
  readonly mediaType: string;
  readonly kind: BodyKind;
  readonly schema: Schema;
  /** How each part of a `multipart` or `form` body is serialised. */
  readonly parts: readonly Part[];
  /** If bytes may have one of several media types. */
  readonly mediaTypes?: readonly string[];
  /** Alternative bodies: other data, or the same in another format. */
  readonly others?: readonly Body[];
}

export interface Part {
  readonly name: string;
  /**
   * `file`: bytes with a file name; `json`: JSON text; `text`: scalars as strings; `styled`: like a query parameter of that
   * style.
   */
  readonly kind: 'file' | 'json' | 'text' | 'styled';
  /** An array sent as one part per item; `either`: a value may also be one item. */
  readonly repeated: boolean | 'either';
  /** The part's media type, if the spec defines one (Encoding Object, 4.8.15). */
  readonly contentType?: string;
  /** Headers of the part itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a `styled` part. */
  readonly style?: Pick<Parameter, 'style' | 'explode' | 'allowReserved'>;
}

export type ResponseKind = 'json' | 'text' | 'binary' | 'empty';

export interface OperationResponse {
  readonly pointer: string;
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly success: boolean;
  readonly description?: string;
  readonly kind: ResponseKind;
  /** Server-sent events, or JSON lines: `schema` is that of one value, and `kind` is `json`. */
  readonly stream?: StreamKind;
  /** The media type whose schema is the response's type. */
  readonly mediaType?: string;
  /** Other media types in the spec. */
  readonly otherMediaTypes?: readonly string[];
  readonly schema?: Schema;
  /** Without `Content-Type`, in the order of the spec. */
  readonly headers?: readonly ResponseHeader[];
  /** The operations that accept its values. */
  readonly links?: readonly ResponseLink[];
  /** Named examples of the response, in the order of the spec. */
  readonly examples: readonly { readonly name: string; readonly value: Json }[];
}

/** Link Object (OpenAPI 3.1, 4.8.20). */
export interface ResponseLink {
  readonly name: string;
  /** The `operationId` or the address of the operation. */
  readonly operation: string;
  readonly description?: string;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  /** Whether its text is JSON. */
  readonly json: boolean;
}

export interface CallExample {
  /** The key under `examples`, `default`, or a description of the call. */
  readonly title: string;
  readonly origin: 'documented' | 'synthesised' | 'complete';
  /** The parameters that the example does not omit. */
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: Json }[];
  /** Absent if the call has no body. Binary parts contain text whose UTF-8 bytes are the content. */
  readonly body?: Json;
}

export type SecurityScheme = { readonly key: string; readonly description?: string } & (
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  | { readonly type: 'bearer' | 'basic' | 'unsupported' }
);
