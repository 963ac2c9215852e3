import { formatPointer, parsePointer, type Wrap } from '../../schema/index.js';
import type { Place, SourceFile } from '../places/source-file.js';

/** A subtree of a source file that becomes a subtree of the bundled document. */
export interface Mount {
  readonly place: Place;
  /** The tokens of its pointer in the bundled document; known once every component has its name. */
  bundled: readonly string[] | undefined;
  /** By pointer into the source file: schemas that were restructured to allow `null`. */
  readonly wraps: Map<string, Wrap>;
  /** What was replaced on the way to this subtree, to detect cycles. */
  readonly within: readonly string[];
}

/** The position of a node of the mounted subtree in the bundled document. */
export function bundledTokens(mount: Mount, tokens: readonly string[]): readonly string[] {
  const start = mount.place.tokens.length;
  const result = [...(mount.bundled ?? [])];
  if (mount.wraps.size === 0) return result.concat(tokens.slice(start));
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const wrap = mount.wraps.get(formatPointer(tokens.slice(0, index)));
    if (wrap === 'only-allOf' && token === 'allOf') result.push('anyOf');
    else if (wrap === 'all') result.push('anyOf', '0', token);
    else result.push(token);
  }
  return result;
}

/** Maps nodes of the bundled document to their sources. Only the starts of subtrees are stored. */
export class Origins {
  readonly #root: SourceFile;
  readonly #places = new Map<string, Place>();

  constructor(root: SourceFile) {
    this.#root = root;
  }

  add(tokens: readonly string[], place: Place): void {
    this.#places.set(formatPointer(tokens), place);
  }

  /** Adds a subtree, and the restructured schemas in it. */
  addMount(mount: Mount): void {
    this.add(mount.bundled ?? [], mount.place);
    for (const [pointer, wrap] of mount.wraps) {
      const tokens = parsePointer(pointer) ?? [];
      const inner = wrap === 'all' ? tokens : [...tokens, 'allOf', '0'];
      this.add([...bundledTokens(mount, tokens), 'anyOf', '0'], { file: mount.place.file, tokens: inner });
    }
  }

  placeOf(tokens: readonly string[]): Place {
    for (let length = tokens.length; length >= 0; length -= 1) {
      const place = this.#places.get(formatPointer(tokens.slice(0, length)));
      if (place !== undefined) return { file: place.file, tokens: [...place.tokens, ...tokens.slice(length)] };
    }
    return { file: this.#root, tokens };
  }
}
