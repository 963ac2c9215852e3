import type { Json } from '../../schema/index.js';

/** One file or URL that was read and parsed. */
export interface SourceFile {
  /** The absolute path, or the URL. */
  readonly id: string;
  /** As it is told to the user: relative to the working folder when inside it. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  readonly syntax: 'json' | 'yaml';
  readonly value: Json;
  /** Where the node at these tokens of `value` was written, of a file that overlays have changed. */
  readonly writtenAt?: (tokens: readonly string[]) => Place;
}

/** A place in a source file. */
export interface Place {
  readonly file: SourceFile;
  readonly tokens: readonly string[];
}

/** The place of the text that a node comes from. */
export function writtenPlace(place: Place): Place {
  return place.file.writtenAt?.(place.tokens) ?? place;
}
