import type { Json, Schema } from '../../schema/index.js';
import { isObject, stringAt, typesAt } from '../../schema/index.js';
import type { Resolve } from './demand.js';

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
/** Keywords that have other schemas take part. */
const applicators = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependentSchemas', 'discriminator'];
/** Keywords beside a reference that say nothing of values. */
const remarks: ReadonlySet<string> = new Set(['$ref', 'description', 'summary', 'title', 'deprecated']);

/**
 * Remembers values of scalars and of references, for one way to fill schemas in. A large reply is made of a few schemas, over and
 * over; each is filled in once, and again only where a recursion is cut at another place.
 */
export class FillMemory {
  readonly #known = new WeakMap<object, Map<string, Filled[]>>();
  readonly #subjects = new WeakMap<object, object | 'none'>();
  readonly #resolve: Resolve;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
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

  /** The object that stands for all schemas of the same meaning. */
  #subjectOf(schema: Exclude<Schema, boolean>): object | 'none' {
    const known = this.#subjects.get(schema);
    if (known !== undefined) return known;
    const ref = stringAt(schema, '$ref');
    const target = ref !== undefined && Object.keys(schema).every(isRemark) ? this.#resolve(ref) : undefined;
    const subject = isObject(target) ? target : isScalar(schema) ? schema : 'none';
    this.#subjects.set(schema, subject);
    return subject;
  }
}

function isRemark(keyword: string): boolean {
  return remarks.has(keyword) || keyword.startsWith('x-');
}

function isScalar(schema: Exclude<Schema, boolean>): boolean {
  const types = typesAt(schema) ?? [];
  if (types.length === 0 || !types.every((type) => scalars.has(type))) return false;
  return !applicators.some((keyword) => Object.hasOwn(schema, keyword));
}
