import type { Json } from '../../load/document.js';
import { getArray, getObject, getString, isObject } from '../../model/json.js';
import type { Schema } from '../../model/model.js';
import { isReadOnly, objectShape, type SchemaResolver } from '../../model/shape.js';

const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const mapKeywords = ['properties', 'patternProperties'];
const schemaKeywords = ['items', 'additionalProperties'];

/**
 * Tells which referenced schemas mean another type in a request than in a reply: those that demand, themselves or
 * anywhere below, a field that is `readOnly`. A request need not have such a field (OpenAPI 3.1, 4.8.24).
 */
export class RequestSchemas {
  readonly resolver: SchemaResolver;
  readonly #seen = new Set<string>();
  readonly #different = new Set<string>();
  readonly #users = new Map<string, Set<string>>();

  constructor(resolve: (ref: string) => Schema | undefined) {
    this.resolver = { schema: resolve };
  }

  differs(ref: string): boolean {
    const waiting = [ref];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#seen.has(next)) continue;
      this.#seen.add(next);
      waiting.push(...this.#explore(next));
    }
    return this.#different.has(ref);
  }

  #explore(ref: string): string[] {
    const found = new Set<string>();
    if (this.#visit(this.resolver.schema(ref) ?? true, found)) this.#mark(ref);
    for (const target of found) {
      const users = this.#users.get(target) ?? new Set();
      this.#users.set(target, users.add(ref));
      if (this.#different.has(target)) this.#mark(ref);
    }
    return [...found];
  }

  /** Collects the references in a schema; true when it demands a `readOnly` field without following them. */
  #visit(schema: Json, found: Set<string>): boolean {
    if (!isObject(schema)) return false;
    const ref = getString(schema, '$ref');
    if (ref !== undefined) found.add(ref);
    const parts = [
      ...listKeywords.flatMap((keyword) => getArray(schema, keyword)),
      ...mapKeywords.flatMap((keyword) => Object.values(getObject(schema, keyword) ?? {})),
      ...schemaKeywords.flatMap((keyword) => getObject(schema, keyword) ?? []),
    ];
    const below = parts.map((part) => this.#visit(part, found));
    return below.includes(true) || this.#demandsReadOnly(schema);
  }

  #demandsReadOnly(schema: Schema): boolean {
    const required = getArray(schema, 'required');
    if (required.length === 0) return false;
    const { properties } = objectShape(schema, this.resolver);
    return properties.some(({ name, schema: field }) => required.includes(name) && isReadOnly(field, this.resolver));
  }

  #mark(ref: string): void {
    const waiting = [ref];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#different.has(next)) continue;
      this.#different.add(next);
      waiting.push(...(this.#users.get(next) ?? []));
    }
  }
}
