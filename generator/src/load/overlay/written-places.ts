import { childOf, type Json } from '../../schema/index.js';
import type { Place, SourceFile } from '../places/source-file.js';

/**
 * Where the nodes of a changed value were written. Unless noted otherwise, a node is in its parent's file, below its parent's
 * place.
 */
export class WrittenPlaces {
  readonly #file: SourceFile;
  /** Container -> child -> where the child was written. */
  readonly #children = new WeakMap<object, Map<string, Place>>();

  /** @param file the file as it was written. */
  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** Notes where a child of a container was written. */
  set(container: object, key: string, place: Place): void {
    const children = this.#children.get(container) ?? new Map<string, Place>();
    children.set(key, place);
    this.#children.set(container, children);
  }

  /** Keeps the places of the other children of a list when an element is removed. */
  removeElement(list: readonly unknown[], index: number, place: Place): void {
    const before = list.map((_, position) => this.#childOf(list, String(position), place));
    before.splice(index, 1);
    this.#children.set(list, new Map(before.map((child, position) => [String(position), child])));
  }

  /** Where the node at these tokens of the changed value was written. */
  placeOf(root: Json, tokens: readonly string[]): Place {
    let node: Json | undefined = root;
    let place: Place = { file: this.#file, tokens: [] };
    for (const token of tokens) {
      place = this.#childOf(node, token, place);
      node = childOf(node, token);
    }
    return place;
  }

  #childOf(node: Json | object | undefined, token: string, place: Place): Place {
    const known = typeof node === 'object' && node !== null ? this.#children.get(node)?.get(token) : undefined;
    return known ?? { file: place.file, tokens: [...place.tokens, token] };
  }
}
