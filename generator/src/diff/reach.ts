import type { Model, Operation } from '../model/model.js';
import type { Json, Schema } from '../schema/index.js';
import { getString, isObject, namedReference, partsOf, pointerToken, referencedName } from '../schema/index.js';

/** How a schema is used: sent, received with a success, or received with an error, which has no type of its own. */
export interface Use {
  readonly request: readonly Operation[];
  readonly reply: readonly Operation[];
  readonly error: readonly Operation[];
}

const unused: Use = { request: [], reply: [], error: [] };

export function schemaPointer(key: string): string {
  return `/components/schemas/${pointerToken(key)}`;
}

/** The operations that each named schema reaches, by the way it travels there. */
export class Reach {
  readonly #model: Model;
  readonly #uses = new Map<string, { request: Operation[]; reply: Operation[]; error: Operation[] }>();
  /** The named schemas that a named schema refers to by itself. */
  readonly #links = new Map<string, readonly string[]>();

  constructor(model: Model) {
    this.#model = model;
    for (const operation of model.operations) {
      const sent = [...operation.parameters.map(({ schema }) => schema), operation.body?.schema];
      this.#count(operation, 'request', sent);
      const received = operation.replies.map(({ schema, success }) => ({ schema, success }));
      this.#count(
        operation,
        'reply',
        received.filter(({ success }) => success).map(({ schema }) => schema),
      );
      this.#count(
        operation,
        'error',
        received.filter(({ success }) => !success).map(({ schema }) => schema),
      );
    }
  }

  of(key: string): Use {
    return this.#uses.get(key) ?? unused;
  }

  /** Whether any operation sends or receives it. */
  isUsed(key: string): boolean {
    return this.#uses.has(key);
  }

  #count(operation: Operation, way: keyof Use, roots: readonly (Schema | undefined)[]): void {
    const found = new Set<string>();
    const waiting = roots.flatMap((schema) => this.#refsIn(schema));
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (found.has(key)) continue;
      found.add(key);
      waiting.push(...this.#linksOf(key));
      const use = this.#uses.get(key) ?? { request: [], reply: [], error: [] };
      use[way].push(operation);
      this.#uses.set(key, use);
    }
  }

  #linksOf(key: string): readonly string[] {
    const known = this.#links.get(key);
    if (known) return known;
    const links = this.#refsIn(this.#model.resolve(namedReference(key)));
    this.#links.set(key, links);
    return links;
  }

  /** The named schemas that a schema refers to, through references to other places. */
  #refsIn(root: Schema | undefined): readonly string[] {
    const found = new Set<string>();
    const seen = new Set<Json>();
    const waiting: (Json | undefined)[] = [root];
    while (waiting.length > 0) {
      const schema = waiting.pop();
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      const ref = getString(schema, '$ref');
      const key = referencedName(ref);
      if (key !== undefined) found.add(key);
      else if (ref !== undefined) waiting.push(this.#model.resolve(ref));
      waiting.push(...partsOf(schema));
    }
    return [...found];
  }
}
