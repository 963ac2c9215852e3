import type { Json, JsonObject } from '../../load/document.js';
import { get, getArray, getString, isArray, isObject } from '../../model/json.js';
import type { Schema } from '../../model/model.js';
import { isSchema } from '../../model/shape.js';

/** A schema without what only wraps it: a nullable union of one, an `allOf` of one. */
export interface Simple {
  readonly schema: Schema;
  /** Whether a wrapper, its type or its values allow null. */
  readonly nullable: boolean;
  /** The alternatives of `oneOf` and `anyOf`, null left out; empty where there is no choice. */
  readonly members: readonly Schema[];
}

/** Keywords that say nothing about which values are allowed. */
const ANNOTATIONS: ReadonlySet<string> = new Set(
  'title description default deprecated example examples readOnly writeOnly externalDocs xml $comment'.split(' '),
);

/** Unwraps a schema as far as it means the same: two spellings of one type come out alike. */
export function simplify(schema: Schema): Simple {
  let current = schema;
  let nullable = false;
  for (let depth = 0; depth < 50 && isObject(current); depth += 1) {
    const inner = wrappedBy(current);
    if (inner === undefined) break;
    nullable ||= inner.nullable;
    current = inner.schema;
  }
  const alternatives = ['oneOf', 'anyOf'].flatMap((keyword) => getArray(current, keyword).filter(isSchema));
  const members = alternatives.filter((member) => !isNull(member));
  nullable ||= members.length < alternatives.length || allowsNull(current);
  return { schema: current, nullable, members };
}

/** The reference that a schema is, annotations aside. */
export function plainReference(schema: Schema): string | undefined {
  const ref = getString(schema, '$ref');
  return ref !== undefined && isObject(schema) && onlyHas(schema, '$ref') ? ref : undefined;
}

function wrappedBy(schema: JsonObject): { schema: Schema; nullable: boolean } | undefined {
  const all = getArray(schema, 'allOf');
  if (all.length === 1 && isSchema(all[0]) && onlyHas(schema, 'allOf')) return { schema: all[0], nullable: false };
  for (const keyword of ['oneOf', 'anyOf']) {
    if (!onlyHas(schema, keyword)) continue;
    const alternatives = getArray(schema, keyword).filter(isSchema);
    const [only, ...others] = alternatives.filter((member) => !isNull(member));
    if (only !== undefined && others.length === 0) return { schema: only, nullable: alternatives.length > 1 };
  }
  return undefined;
}

function onlyHas(schema: JsonObject, keyword: string): boolean {
  return Object.keys(schema).every((key) => key === keyword || ANNOTATIONS.has(key) || key.startsWith('x-'));
}

function isNull(schema: Schema): boolean {
  const values = getArray(schema, 'enum');
  return get(schema, 'type') === 'null' || get(schema, 'const') === null || (values.length === 1 && values[0] === null);
}

function allowsNull(schema: Schema): boolean {
  const type: Json | undefined = get(schema, 'type');
  const values = getArray(schema, 'enum');
  return isArray(type) && type.includes('null') && (values.length === 0 || values.includes(null));
}
