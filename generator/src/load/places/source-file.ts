import { childOf, formatPointer, type Json } from '../../schema/index.js';

/** A file or URL that was read and parsed. */
export interface SourceFile {
  /** The absolute path, or the URL. */
  readonly id: string;
  /** The name in messages: relative to the working folder if inside it. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  readonly syntax: 'json' | 'yaml';
  readonly value: Json;
  /** The source location of the node at these tokens of `value`, in a file that overlays have changed. */
  readonly writtenAt?: (tokens: readonly string[]) => Place;
}

/** A location in a source file. */
export interface Place {
  readonly file: SourceFile;
  readonly tokens: readonly string[];
}

export function placeKey({ file, tokens }: Place): string {
  return `${file.id}\n${formatPointer(tokens)}`;
}

/** Whether a place, or one around it, is one of those with these keys. */
export function isWithin({ file, tokens }: Place, keys: ReadonlySet<string>): boolean {
  if (keys.size === 0) return false;
  return tokens.some((_, index) => keys.has(placeKey({ file, tokens: tokens.slice(0, index + 1) })));
}

/** The source location of a node. */
export function writtenPlace(place: Place): Place {
  return place.file.writtenAt?.(place.tokens) ?? place;
}

/** The location itself, or the nearest enclosing one that exists in its file. */
export function existingPlace({ file, tokens }: Place): Place {
  let node: Json | undefined = file.value;
  const existing = tokens.findIndex((token) => {
    node = childOf(node, token);
    return node === undefined;
  });
  return { file, tokens: existing === -1 ? tokens : tokens.slice(0, existing) };
}
