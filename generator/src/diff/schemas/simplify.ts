import type { Json, JsonObject, Schema } from '../../schema/index.js';
import { get, getArray, getString, isArray, isDateTime, isObject, isSchema } from '../../schema/index.js';
import { valuesOfEnum } from './facets.js';

/** A schema without what only wraps it: a nullable union of one, an `allOf` of one. */
export interface Simple {
  readonly schema: Schema;
  /** Whether a wrapper, its type or its values allow null. */
  readonly nullable: boolean;
  /** The alternatives of `oneOf` and `anyOf`, null left out; empty where there is no choice. */
  readonly members: readonly Schema[];
  /** Where each of them stands, such as `oneOf/1`. */
  readonly steps: readonly string[];
  /** Whether the schema is the list of values that a union of such lists comes to: its type has no other ones. */
  readonly exact: boolean;
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
  // A `Date` is one type, however many spellings of it the wire knows.
  const keywords = isDateTime(current) ? [] : ['oneOf', 'anyOf'];
  const alternatives = keywords.flatMap((keyword) =>
    getArray(current, keyword).flatMap((member, index) =>
      isSchema(member) ? [{ member, step: `${keyword}/${index}` }] : [],
    ),
  );
  const choices = alternatives.filter(({ member }) => !isNull(member));
  const members = choices.map(({ member }) => member);
  const steps = choices.map(({ step }) => step);
  nullable ||= members.length < alternatives.length || allowsNull(current);
  const values = isObject(current) ? valuesOfUnion(current, members) : undefined;
  if (values !== undefined) return { schema: { enum: values }, nullable, members: [], steps: [], exact: true };
  return { schema: current, nullable, members, steps, exact: false };
}

/** The values of a union whose members are lists of values and say nothing else, null aside. */
function valuesOfUnion(schema: JsonObject, members: readonly Schema[]): Json[] | undefined {
  const isPlain = ['oneOf', 'anyOf'].some((keyword) => onlyHas(schema, keyword, 'type'));
  if (!isPlain || members.length < 2) return undefined;
  const values = members.map((member) => {
    const own = isObject(member) && ['enum', 'const'].some((keyword) => onlyHas(member, keyword, 'type'));
    return own ? valuesOfEnum(member) : undefined;
  });
  if (values.includes(undefined)) return undefined;
  const scalars = values.flatMap((list) => list ?? []).filter((value) => value !== null);
  return scalars.some((value) => typeof value === 'object') ? undefined : scalars;
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

function onlyHas(schema: JsonObject, ...keywords: readonly string[]): boolean {
  return Object.keys(schema).every((key) => keywords.includes(key) || ANNOTATIONS.has(key) || key.startsWith('x-'));
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
