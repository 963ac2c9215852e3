import { type Json, type JsonObject, parsePointer, References } from '../schema/index.js';

/** A bundled document, for what the model leaves out. */
export class Document {
  readonly root: JsonObject;
  readonly #references: References;

  constructor(root: JsonObject) {
    this.root = root;
    this.#references = new References(root);
  }

  /** The object at a JSON pointer, references on the way followed. */
  at(pointer: string): JsonObject | undefined {
    let node: Json | undefined = this.root;
    for (const token of parsePointer(pointer) ?? []) {
      const object: JsonObject | undefined = this.object(node);
      node = object !== undefined && Object.hasOwn(object, token) ? object[token] : undefined;
    }
    return this.object(node);
  }

  /** The object itself, or what its `$ref` leads to. */
  object(node: Json | undefined): JsonObject | undefined {
    return this.#references.object(node);
  }
}
