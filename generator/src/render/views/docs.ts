import type { PageLinkView } from './common.js';

export interface IndexView {
  readonly title: string;
  /** The spec's summary; empty if there is none. */
  readonly summary: string;
  /** The first paragraph of the spec's description, Markdown; empty if it starts with anything else. */
  readonly lead: string;
  /** The rest of it. */
  readonly about: string;
  /** A link to external documentation, as Markdown; empty if there is none. */
  readonly reading: string;
  /** Terms of service, contact and license, as Markdown; empty if the spec has none. */
  readonly service: string;
  /** The version of the spec. */
  readonly version: string;
  readonly operationCount: number;
  readonly typeCount: number;
  /** The lines that make a client, as code. */
  readonly setUp: string;
  /** A call that needs no further code; empty if the spec has no operation. */
  readonly firstCall: string;
  readonly clientPackage: string;
  readonly typesPackage: string;
  readonly guides: readonly PageLinkView[];
  readonly pages: readonly PageView[];
}

/** A page about the operations of one tag. */
export interface PageView {
  readonly title: string;
  /** The file name without extension. */
  readonly slug: string;
  readonly description: string;
  /** A link to external documentation, as Markdown; empty if there is none. */
  readonly reading: string;
  readonly operations: readonly OperationView[];
}

export interface OperationView {
  readonly method: string;
  readonly anchor: string;
  readonly deprecated: boolean;
  readonly summary: string;
  /** Paragraphs. */
  readonly about: readonly string[];
  /** Such as `GET /pets`. */
  readonly request: string;
  /** The method with its arguments, as code. */
  readonly signature: string;
  /** The same call by a function, as code. */
  readonly functionCall: string;
  /** The module of the function. */
  readonly functions: string;
  /** A link to external documentation, as Markdown; empty if there is none. */
  readonly reading: string;
  readonly examples: readonly SnippetView[];
  /** The first example as a command for a shell; empty if there is none. */
  readonly curl: string;
  /** The type of the response with a link to it, as code. */
  readonly response: string;
  /** The fields of the response, if it is one object. */
  readonly fields: readonly RowView[];
  /** The response headers, as code; empty if there are none. */
  readonly headers: string;
  /** The operations that accept values of the response. */
  readonly links: readonly LinkView[];
  /** The error responses, each with the type of its body, as code; empty if there are none. */
  readonly errors: string;
  readonly iteration: IterableView | false;
  readonly parameters: readonly RowView[];
}

export interface LinkView {
  readonly name: string;
  /** The method, or the address of the operation, as code. */
  readonly target: string;
  readonly description: string;
}

export interface SnippetView {
  /** Empty for the only example. */
  readonly heading: string;
  /** A program, as code. */
  readonly snippet: string;
}

/** How to iterate over a call: over the items of all pages, or the values of a stream. */
export interface IterableView {
  /** The type of an item with a link to it, as code. */
  readonly item: string;
  readonly isStream: boolean;
  /** A program, as code. */
  readonly snippet: string;
}

/** A parameter of an operation, or a property of a type. */
export interface RowView {
  /** A mark for each level below an argument, as text. */
  readonly depth: string;
  readonly name: string;
  /** With links, as code. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

export interface TypesPageView {
  readonly typesPackage: string;
  /** Examples of types of arguments and errors, as code; empty if there are none. */
  readonly operationTypes: string;
  /** Whether a schema has another type in requests. */
  readonly hasInputs: boolean;
  readonly hasOpenEnums: boolean;
  readonly index: readonly LetterView[];
  /** The name of the type of files to upload; empty if there are none. */
  readonly upload: string;
  readonly hasUploadGuide: boolean;
  readonly types: readonly TypeView[];
}

/** The types whose names start with one letter. */
export interface LetterView {
  readonly letter: string;
  readonly types: readonly { readonly name: string; readonly anchor: string }[];
}

export interface TypeView {
  readonly name: string;
  readonly description: string;
  /** A link to external documentation, as Markdown; empty if there is none. */
  readonly reading: string;
  /** The type itself, as code, if it is not an object; otherwise empty. */
  readonly alias: string;
  readonly properties: readonly RowView[];
}
