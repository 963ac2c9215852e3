import type { Json } from '../../load/document.js';
import type { Schema } from '../model.js';
import { isObject, typesAt } from './json.js';

/** What filling in a schema gave, and what it took. */
export interface Filled {
  readonly value: Json | undefined;
  readonly steps: number;
  readonly checks: number;
}

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'null']);
/** Keywords that have other schemas take part. */
const applicators = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependentSchemas', 'discriminator'];

/**
 * Remembers values of schemas of scalars. They depend on nothing but the schema, the name and the variant, and a large
 * reply is made of a few of them, over and over.
 */
export class ScalarMemory {
  readonly #known = new WeakMap<object, Map<string, Filled> | 'no scalar'>();

  /** The values of a schema by name and variant; `undefined` for a schema of anything else. */
  of(schema: Schema): Map<string, Filled> | undefined {
    if (!isObject(schema)) return undefined;
    let known = this.#known.get(schema);
    if (known === undefined) {
      const types = typesAt(schema) ?? [];
      const isScalar = types.length > 0 && types.every((type) => scalars.has(type));
      known = isScalar && !applicators.some((keyword) => Object.hasOwn(schema, keyword)) ? new Map() : 'no scalar';
      this.#known.set(schema, known);
    }
    return known === 'no scalar' ? undefined : known;
  }
}
