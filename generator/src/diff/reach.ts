import type { Model, Operation } from '../model/model.js';
import type { Json, Schema } from '../schema/index.js';
import { getArray, getObject, getString, isObject, pointerToken } from '../schema/index.js';

/** How a schema is used: sent, received with a success, or received with an error, which has no type of its own. */
export interface Use {
  readonly request: readonly Operation[];
  readonly reply: readonly Operation[];
  readonly error: readonly Operation[];
}

const schemaPrefix = '#/components/schemas/';
const unused: Use = { request: [], reply: [], error: [] };

/** The key of a named schema that a reference leads to. */
export function namedKey(ref: string | undefined): string | undefined {
  if (ref?.startsWith(schemaPrefix) !== true || ref.slice(schemaPrefix.length).includes('/')) return undefined;
  return ref.slice(schemaPrefix.length).replaceAll('~1', '/').replaceAll('~0', '~');
}

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
    const links = this.#refsIn(this.#model.resolve(schemaPrefix + pointerToken(key)));
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
      const key = namedKey(ref);
      if (key !== undefined) found.add(key);
      else if (ref !== undefined) waiting.push(this.#model.resolve(ref));
      for (const keyword of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) waiting.push(...getArray(schema, keyword));
      for (const keyword of ['properties', 'patternProperties']) {
        waiting.push(...Object.values(getObject(schema, keyword) ?? {}));
      }
      for (const keyword of ['items', 'additionalProperties']) waiting.push(getObject(schema, keyword));
    }
    return [...found];
  }
}
