import { type SchemaDirections, schemaDirections } from '../../model/directions.js';
import type { Model } from '../../model/model.js';
import type { Names } from '../../naming/index.js';
import type { Json, Schema } from '../../schema/index.js';
import {
  getString,
  isObject,
  OpenEnums,
  partsOf,
  pointerToken,
  type Resolver,
  requiresOneWayField,
} from '../../schema/index.js';

/**
 * Tells which referenced schemas mean another type in a request than in a reply: those that demand, themselves or
 * anywhere below, a field that is `readOnly` or `writeOnly`, or have an enum that is open. A request need not have the one
 * field, nor a reply the other (OpenAPI 3.1, 4.8.24); and a request takes no value that an enum does not name.
 */
export class RequestSchemas {
  readonly resolver: Resolver;
  readonly #directions: SchemaDirections;
  readonly #enums: OpenEnums;
  readonly #seen = new Set<string>();
  readonly #different = new Set<string>();
  readonly #users = new Map<string, Set<string>>();

  constructor(model: Pick<Model, 'resolve'>, directions: SchemaDirections, enums: OpenEnums) {
    this.resolver = model;
    this.#directions = directions;
    this.#enums = enums;
  }

  /** Whether only requests have a schema: it means nothing else anywhere. */
  owns(schema: Schema): boolean {
    return this.#directions.sent.has(schema) && !this.#directions.received.has(schema);
  }

  differs(ref: string): boolean {
    if (this.owns(this.resolver.resolve(ref) ?? true)) return false;
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
    if (this.#visit(this.resolver.resolve(ref) ?? true, found)) this.#mark(ref);
    for (const target of found) {
      const users = this.#users.get(target) ?? new Set();
      this.#users.set(target, users.add(ref));
      if (this.#different.has(target)) this.#mark(ref);
    }
    return [...found];
  }

  /** Collects the references in a schema; true when it means two types without following them. */
  #visit(schema: Json, found: Set<string>): boolean {
    if (!isObject(schema)) return false;
    const ref = getString(schema, '$ref');
    if (ref !== undefined) found.add(ref);
    const below = partsOf(schema).map((part) => this.#visit(part, found));
    return below.includes(true) || requiresOneWayField(schema, this.resolver) || this.#enums.opens(schema).length > 0;
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

/** The types of named schemas in requests, where a reply has another one: key -> exported name. */
export function inputTypes(model: Model, names: Names): ReadonlyMap<string, string> {
  const directions = schemaDirections(model);
  const requests = new RequestSchemas(model, directions, new OpenEnums(model, directions.received));
  const keys = model.schemas.filter(
    ({ name, schema }) => directions.sent.has(schema) && requests.differs(`#/components/schemas/${pointerToken(name)}`),
  );
  return new Map(keys.map(({ name }) => [name, names.input(name).exported]));
}
