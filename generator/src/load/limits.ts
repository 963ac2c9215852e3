/** Limits on the input, so that hostile or broken specs cause a problem instead of a hang. */

/** Bytes of one file. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Bytes of all files of a spec together. */
export const MAX_TOTAL_BYTES = 128 * 1024 * 1024;

/** Files of a spec. */
export const MAX_FILES = 10_000;

/** Values in one file: four times as many as in the largest spec in wide use. */
export const MAX_NODES = 1_000_000;

/** Levels of nesting of one file. */
export const MAX_DEPTH = 1_000;

/** Nodes that YAML aliases may add. */
export const MAX_ALIASED_NODES = 200_000;

/** Nodes of the bundled document. */
export const MAX_BUNDLED_NODES = 1_000_000;

/** References that are replaced by a copy of their targets: path items, and where OpenAPI allows no reference. */
export const MAX_COPIES = 50_000;

/** Hops of one chain of references. */
export const MAX_REFERENCE_HOPS = 100;

/** Nesting levels of references that are replaced by their targets. */
export const MAX_INLINE_LEVELS = 50;

/** Redirects that are followed when a URL is fetched. */
export const MAX_REDIRECTS = 5;

/** Time to fetch one URL, in milliseconds. */
export const FETCH_TIMEOUT = 30_000;
