import { getObject, type JsonObject } from '../schema/index.js';

/** The methods of a path item (OpenAPI 3.1, 4.8.9), and `query` of 3.2. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/** Whether a key of `responses` is a status, a range such as `2XX`, or `default` (OpenAPI 3.1, 4.8.16). */
export function isStatus(key: string): boolean {
  return /^(?:[1-5](?:\d\d|[Xx]{2})|default)$/.test(key);
}

/** The operations of a document: those of its paths, and the requests of its webhooks. */
export function operationsIn(root: JsonObject, sections: readonly string[] = ['paths', 'webhooks']) {
  return sections.flatMap((section) =>
    Object.entries(getObject(root, section) ?? {}).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = getObject(item, method);
        return operation === undefined ? [] : [{ tokens: [section, path, method], path, method, operation }];
      }),
    ),
  );
}

/** The source location of a node of the bundled document. */
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
 * A bundled spec: a single OpenAPI 3.1 document whose `$ref`s are all internal (`#/...`) and resolve. 3.0 keywords are converted
 * to 3.1 (`nullable`, boolean `exclusiveMinimum`; `format: binary` is kept), path-item parameters are moved to the operations,
 * path items are no longer references.
 */
export interface BundledDocument {
  readonly root: JsonObject;
  /** The file or URL of the spec. */
  readonly source: string;
  /** The `openapi` field as written, such as `3.0.3`. */
  readonly version: string;
  /** Every file or URL that was read, in order, with its text's SHA-256 in hexadecimal. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** The source location of the node at a JSON pointer of `root`. Computed on demand: needs a parse of that file. */
  locate(pointer: string): Location | undefined;
  /** The lines around a place, numbered, with a caret below the column. */
  frame(location: Location): string | undefined;
}
