import type { Json, Schema } from '../../schema/index.js';
import { bareReference, isObject, isSelfContained, type Resolver, typesAt } from '../../schema/index.js';

/** The value of a schema, and its cost. */
export interface Filled {
  readonly value: Json | undefined;
  readonly steps: number;
  readonly checks: number;
  /** How often each reference on the way was open at the start: if that differs, another value may result. */
  readonly opened: ReadonlyMap<string, number>;
}

/** Maximum number of entries per schema and name. */
export const MOST_KEPT = 4;

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'null']);
/**
 * Caches values of scalars and of references, for one way of filling in. Large responses repeat few schemas; each is filled in
 * once, and again only if a recursion is cut elsewhere.
 */
export class FillMemory {
  readonly #known = new WeakMap<object, Map<string, Filled[]>>();
  readonly #subjects = new WeakMap<object, object | 'none'>();
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** The entry of a schema; `undefined` if there is none. */
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

  /** One object for all equivalent schemas. */
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
