import type { Json, Schema } from '../../schema/index.js';
import { bareReference, isObject, isSelfContained, type Resolver, typesAt } from '../../schema/index.js';

/** What filling in a schema gave, and what it took. */
export interface Filled {
  readonly value: Json | undefined;
  readonly steps: number;
  readonly checks: number;
  /** How often each reference that was met on the way was open at the start: where that differs, another value may come out. */
  readonly opened: ReadonlyMap<string, number>;
}

/** Of one schema under one name, so many are kept. */
const MOST_KEPT = 4;

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'null']);
/**
 * Remembers values of scalars and of references, for one way to fill schemas in. A large reply is made of a few schemas, over and
 * over; each is filled in once, and again only where a recursion is cut at another place.
 */
export class FillMemory {
  readonly #known = new WeakMap<object, Map<string, Filled[]>>();
  readonly #subjects = new WeakMap<object, object | 'none'>();
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** What is known of a schema; `undefined` for one that is not remembered. */
  recall(schema: Schema, name: string, variant: number): Filled[] | undefined {
    const subject = isObject(schema) ? this.#subjectOf(schema) : 'none';
    if (subject === 'none') return undefined;
    const known = this.#known.get(subject) ?? new Map<string, Filled[]>();
    this.#known.set(subject, known);
    const key = `${variant} ${name}`;
    const kept = known.get(key) ?? [];
    known.set(key, kept);
    return kept;
  }

  keep(kept: Filled[], filled: Filled): void {
    if (kept.length < MOST_KEPT) kept.push(filled);
  }

  /** One object for all schemas of the same meaning. */
  #subjectOf(schema: Exclude<Schema, boolean>): object | 'none' {
    const known = this.#subjects.get(schema);
    if (known !== undefined) return known;
    const ref = bareReference(schema);
    const target = ref === undefined ? undefined : this.#resolver.resolve(ref);
    const subject = isObject(target) ? target : isScalar(schema) ? schema : 'none';
    this.#subjects.set(schema, subject);
    return subject;
  }
}

function isScalar(schema: Exclude<Schema, boolean>): boolean {
  const types = typesAt(schema) ?? [];
  if (types.length === 0 || !types.every((type) => scalars.has(type))) return false;
  return isSelfContained(schema);
}
