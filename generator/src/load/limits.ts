/** Bounds on what is read, so that a hostile or broken description ends in a problem instead of a hang. */

/** Bytes of one file. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Bytes of all files of one description together. */
export const MAX_TOTAL_BYTES = 128 * 1024 * 1024;

/** Files of one description. */
export const MAX_FILES = 10_000;

/** Values in one file: four times as many as the largest description in wide use has. */
export const MAX_NODES = 1_000_000;

/** Levels of nesting of one file. */
export const MAX_DEPTH = 1_000;

/** Nodes that YAML aliases may add to those that are written out. */
export const MAX_ALIASED_NODES = 200_000;

/** Nodes of the bundled document. */
export const MAX_BUNDLED_NODES = 1_000_000;

/** References that are replaced by a copy of what they lead to: path items, and where OpenAPI allows no reference. */
export const MAX_COPIES = 50_000;

/** Hops of one chain of references. */
export const MAX_REFERENCE_HOPS = 100;

/** Levels of references that are replaced by what they lead to, one inside another. */
export const MAX_INLINE_LEVELS = 50;

/** Redirects that are followed when a URL is fetched. */
export const MAX_REDIRECTS = 5;

/** Time to fetch one URL, in milliseconds. */
export const FETCH_TIMEOUT = 30_000;
