import { get, isObject, isSchema, type Json, type JsonObject, type Schema } from './json.js';
import { nodeAt, parseFragment } from './pointer.js';

const MOST_HOPS = 100;

/** Finds the schema that a `$ref` leads to, chains of references followed; `undefined` for a dangling or cyclic one. */
export interface Resolver {
  resolve(ref: string): Schema | undefined;
}

/** Finds nodes of one document by JSON pointer and follows `$ref`s, remembering what it found. */
export class References implements Resolver {
  readonly #root: JsonObject;
  readonly #found = new Map<string, Json | undefined>();
  readonly #replacements = new Map<string, Schema>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** The node a reference leads to in the end; `undefined` for a dangling or cyclic one. */
  lookup(ref: string): Json | undefined {
    if (!this.#found.has(ref)) {
      this.#found.set(ref, undefined); // A cycle finds this and ends.
      this.#found.set(ref, this.#follow(ref));
    }
    return this.#found.get(ref);
  }

  /** From now on the reference leads to this schema instead of the described one. */
  replace(ref: string, schema: Schema): void {
    this.#replacements.set(ref, schema);
  }

  replacement(ref: string): Schema | undefined {
    return this.#replacements.get(ref);
  }

  resolve(ref: string): Schema | undefined {
    const replaced = this.#replacements.get(ref);
    if (replaced !== undefined) return replaced;
    const found = this.lookup(ref);
    return isSchema(found) ? found : undefined;
  }

  /** The object itself, or what its `$ref` leads to when it is a Reference Object, which may have remarks beside it. */
  object(value: Json | undefined): JsonObject | undefined {
    let target = value;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const ref = get(target, '$ref');
      if (typeof ref !== 'string') return isObject(target) ? target : undefined;
      target = this.lookup(ref);
    }
    return undefined;
  }

  #follow(ref: string): Json | undefined {
    const tokens = ref.startsWith('#') ? parseFragment(ref.slice(1)) : undefined;
    const node = tokens && nodeAt(this.#root, tokens);
    const next = get(node, '$ref');
    // A `$ref` with siblings (3.1) is a schema of its own, not an alias.
    return typeof next === 'string' && isObject(node) && Object.keys(node).length === 1 ? this.lookup(next) : node;
  }
}
