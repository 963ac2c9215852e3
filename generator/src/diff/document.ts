import { type Json, type JsonObject, parsePointer, References } from '../schema/index.js';

/** A bundled document, for parts that are not in the model. */
export class Document {
  readonly root: JsonObject;
  readonly #references: References;

  constructor(root: JsonObject) {
    this.root = root;
    this.#references = new References(root);
  }

  /** Returns the object at a JSON pointer, following references. */
  at(pointer: string): JsonObject | undefined {
    let node: Json | undefined = this.root;
    for (const token of parsePointer(pointer) ?? []) {
      const object: JsonObject | undefined = this.object(node);
      node = object !== undefined && Object.hasOwn(object, token) ? object[token] : undefined;
    }
    return this.object(node);
  }

  /** Returns the object itself, or the target of its `$ref`. */
  object(node: Json | undefined): JsonObject | undefined {
    return this.#references.object(node);
  }
}
