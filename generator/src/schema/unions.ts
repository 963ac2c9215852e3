import { get, isArray, isObject, type Json, type JsonObject, type Schema, schemasAt } from './json.js';
import { layers, onlyHas, plainReference } from './keywords.js';
import type { Resolver } from './references.js';
import { admitsNull, isDateTime, isNullSchema, listedValues, typesAt } from './types.js';

const UNIONS = ['oneOf', 'anyOf'] as const;
const MOST_WRAPPERS = 50;

/** The branches of `oneOf` and `anyOf`, in this order. */
export function branchesOf(schema: Json): readonly Schema[] {
  return UNIONS.flatMap((keyword) => schemasAt(schema, keyword));
}

/**
 * Whether a schema contains a choice, also through `$ref` and `allOf`: its values do not have a single set of fields. Alternatives
 * that only require some of the fields do not count.
 */
export function hasChoices(schema: Schema, resolver: Resolver): boolean {
  const choices = [...UNIONS, 'not', 'if', 'discriminator'];
  return layers(schema, resolver).some((layer) =>
    choices.some((keyword) => Object.hasOwn(layer, keyword) && !isTestChoice(layer, keyword)),
  );
}

/** A schema without wrappers: a union of one with null, an `allOf` of one. Equivalent spellings of a type are equal. */
export interface Unwrapped {
  readonly schema: Schema;
  /** Whether a wrapper, its type or its values allow null. */
  readonly nullable: boolean;
  /** The branches of `oneOf` and `anyOf` without null; empty if there is no choice. */
  readonly members: readonly Schema[];
  /** The place of each member, such as `oneOf/1`. */
  readonly steps: readonly string[];
  /** The lists of values of `schema`: itself, or the members of a union of enums. */
  readonly lists: readonly Schema[];
}

export function unwrap(schema: Schema): Unwrapped {
  let current = schema;
  let nullable = false;
  for (let depth = 0; depth < MOST_WRAPPERS && isObject(current); depth += 1) {
    const inner = wrappedBy(current);
    if (inner === undefined) break;
    nullable ||= inner.nullable;
    current = inner.schema;
  }
  // A `Date` is one type, whatever its wire formats.
  const keywords = isDateTime(current) ? [] : UNIONS.filter((keyword) => !isTestChoice(current, keyword));
  const alternatives = keywords.flatMap((keyword) => {
    return schemasAt(current, keyword).map((member, index) => ({ member, step: `${keyword}/${index}` }));
  });
  const choices = alternatives.filter(({ member }) => !isNullSchema(member));
  const members = choices.map(({ member }) => member);
  nullable ||= members.length < alternatives.length || admitsNull(current);
  const values = isObject(current) ? valuesOfUnion(current, members) : undefined;
  if (values !== undefined) return { schema: { enum: values }, nullable, members: [], steps: [], lists: members };
  return { schema: current, nullable, members, steps: choices.map(({ step }) => step), lists: [current] };
}

/** Also of references: the final target without wrappers. */
export function unwrapFully(schema: Schema, resolver: Resolver): Unwrapped {
  return unwrapReferences(unwrap(schema), resolver);
}

/** Whether all alternatives of a choice only require some of the fields defined beside it. */
export function isTestChoice(schema: Schema, keyword: string): boolean {
  const alternatives = schemasAt(schema, keyword);
  return (
    alternatives.length > 0 &&
    alternatives.every((one) => isObject(one) && onlyHas(one, 'required', 'not', 'type')) &&
    alternatives.some((one) => get(one, 'required') !== undefined)
  );
}

/** The unwrapped final target of a reference, including null on the way. */
export function unwrapReferences(start: Unwrapped, resolver: Resolver): Unwrapped {
  let current = start;
  for (let hop = 0; hop < MOST_WRAPPERS; hop += 1) {
    const ref = plainReference(current.schema);
    const target = ref === undefined ? undefined : resolver.resolve(ref);
    if (target === undefined) return current;
    const inner = unwrap(target);
    current = { ...inner, nullable: current.nullable || inner.nullable };
  }
  return current;
}

/** A schema whose type includes null and others, without null. */
export function withoutNull(schema: Schema): Schema {
  const types = typesAt(schema);
  if (!isObject(schema) || !isArray(get(schema, 'type')) || types?.includes('null') !== true) return schema;
  const values = (listedValues(schema) ?? []).filter((value) => value !== null);
  const type = types.filter((name) => name !== 'null');
  return { ...schema, type, ...(values.length > 0 && isArray(get(schema, 'enum')) ? { enum: values } : {}) };
}

function wrappedBy(schema: JsonObject): { schema: Schema; nullable: boolean } | undefined {
  const [only, ...others] = schemasAt(schema, 'allOf');
  if (only !== undefined && others.length === 0 && onlyHas(schema, 'allOf')) return { schema: only, nullable: false };
  for (const keyword of UNIONS) {
    if (!onlyHas(schema, keyword)) continue;
    const alternatives = schemasAt(schema, keyword);
    const [member, ...more] = alternatives.filter((alternative) => !isNullSchema(alternative));
    if (member !== undefined && more.length === 0) return { schema: member, nullable: alternatives.length > 1 };
  }
  return undefined;
}

/** The values of a union whose members are only enums, apart from null. */
function valuesOfUnion(schema: JsonObject, members: readonly Schema[]): Json[] | undefined {
  if (members.length < 2 || !UNIONS.some((keyword) => onlyHas(schema, keyword, 'type'))) return undefined;
  const values = members.map((member) => {
    const isList = isObject(member) && ['enum', 'const'].some((keyword) => onlyHas(member, keyword, 'type'));
    return isList ? listedValues(member) : undefined;
  });
  if (values.includes(undefined)) return undefined;
  const scalars = values.flatMap((list) => list ?? []).filter((value) => value !== null);
  return scalars.some((value) => typeof value === 'object') ? undefined : scalars;
}
