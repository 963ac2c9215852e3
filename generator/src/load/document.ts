import type { JsonObject } from '../schema/index.js';

/** Where a node of the bundled document came from. */
export interface Location {
  readonly file: string;
  /** JSON pointer into `file`. */
  readonly pointer: string;
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

/**
 * One description, bundled: a single OpenAPI 3.1 document whose every `$ref` is internal (`#/...`) and resolves.
 * 3.0 keywords are raised to 3.1 (`nullable`, boolean `exclusiveMinimum`, `format: binary` stays as it is), path-item
 * parameters are pushed down to the operations, path items are no longer references.
 */
export interface BundledDocument {
  readonly root: JsonObject;
  /** The file or URL that was asked for. */
  readonly source: string;
  /** The `openapi` field as written, such as `3.0.3`. */
  readonly version: string;
  /** Every file or URL that was read, in order, with its text's SHA-256 in hexadecimal. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Where the node at a JSON pointer of `root` was written. Computed on demand: costs a parse of that file. */
  locate(pointer: string): Location | undefined;
  /** The lines around a place, numbered, with a caret below the column. */
  frame(location: Location): string | undefined;
}
