import { addTo, freeName } from '../problems/index.js';
import { type Discriminator, discriminatorOf, fieldOf, mayBeText } from './discriminators.js';
import { getArray, getObject, getString, isArray, isObject, type Json, type JsonObject, schemasAt } from './json.js';
import { isAnnotation, onlyHas } from './keywords.js';
import { objectShape } from './objects.js';
import type { MutableObject } from './raise.js';
import { lastToken, namedReference, type Resolver, referencedName } from './references.js';
import { listedStrings, listedValues, typesAt } from './types.js';
import { branchesOf } from './unions.js';

/** A named schema that others extend by `allOf`, and that is also a choice between them. */
interface Family {
  readonly name: string;
  readonly schema: JsonObject;
  /** The names of the schemas that extend it, directly or not. */
  readonly members: readonly string[];
  /** The discriminator values of each member. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** The members that extend another one. */
  readonly descendants: (member: string) => readonly string[];
}

/**
 * Splits, in place, each schema that others extend by `allOf` and that is also the choice between them: by its `discriminator`
 * (OpenAPI 3.1, 4.8.25.4), or by a `oneOf` or `anyOf` that lists them. The choice keeps the name. The common part becomes a
 * separate schema, which the members extend: otherwise the schema would contain itself.
 *
 * @returns the names of the new schemas, each with the name of the one it was part of.
 */
export function splitFamilies(schemas: MutableObject, resolver: Resolver): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  for (const family of familiesOf(schemas, extensions(schemas), resolver)) {
    const { name, members } = family;
    const base = freeName(`${name}Base`, (one) => Object.hasOwn(schemas, one));
    bases.set(base, name);
    const now = getObject(schemas, name) ?? {};
    const choice = choiceOf(family, now, base, resolver);
    for (const member of members) schemas[member] = asMember(schemas[member] ?? true, member, family, base, resolver);
    const { oneOf: _, anyOf: __, discriminator: ___, ...common } = now;
    schemas[base] = withoutNullType(common);
    schemas[name] = choice;
  }
  return bases;
}

interface Extensions {
  /** The names of those that a schema extends, directly or not. */
  readonly basesOf: (name: string) => ReadonlySet<string>;
  /** The names of those that extend it, directly or not. */
  readonly descendantsOf: (name: string) => ReadonlySet<string>;
}

function extensions(schemas: JsonObject): Extensions {
  const bases = new Map(Object.entries(schemas).map(([name, schema]) => [name, extendedBy(schema)]));
  const descendants = new Map<string, string[]>();
  for (const [name, near] of bases) for (const base of near) addTo(descendants, base, name);
  return { basesOf: (name) => allFrom(name, bases), descendantsOf: (name) => allFrom(name, descendants) };
}

function allFrom(name: string, near: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set(near.get(name));
  for (const one of all) for (const further of near.get(one) ?? []) all.add(further);
  all.delete(name);
  return all;
}

function extendedBy(schema: Json): string[] {
  // Beside `properties`, a reference is equivalent to an `allOf` of it.
  const beside = getObject(schema, 'properties') && referencedName(getString(schema, '$ref'));
  const inAllOf = schemasAt(schema, 'allOf').flatMap((part) => {
    const name = referencedName(getString(part, '$ref'));
    return name === undefined ? extendedBy(part) : [name];
  });
  return beside === undefined ? inAllOf : [beside, ...inAllOf];
}

/** Base schemas first: the common part of a family belongs to each smaller one in it. */
function familiesOf(schemas: JsonObject, { basesOf, descendantsOf }: Extensions, resolver: Resolver): Family[] {
  const names = Object.keys(schemas);
  const found = Object.entries(schemas).flatMap(([name, schema]): Family[] => {
    if (!isObject(schema)) return [];
    const branches = branchesOf(schema).map(nameOf);
    const discriminator = discriminatorOf(schema);
    if (branches.length === 0 && discriminator === undefined) return [];
    const descendants = descendantsOf(name);
    const members = descendants.size === 0 ? [] : names.filter((one) => descendants.has(one));
    const isChoice = branches.length > 0 ? members.some((one) => branches.includes(one)) : discriminator !== undefined;
    if (members.length === 0 || !isChoice || onlyHas(schema, 'oneOf', 'anyOf')) return [];
    const own = new Map(
      discriminator && members.map((member) => [member, valuesOf(member, schema, discriminator, resolver)] as const),
    );
    const descendantsWithin = (member: string): readonly string[] => {
      const below = descendantsOf(member);
      return below.size === 0 ? [] : members.filter((one) => below.has(one));
    };
    return [{ name, schema, members, own, descendants: descendantsWithin }];
  });
  const distance = ({ name }: Family): number => basesOf(name).size;
  return found.sort((left, right) => distance(left) - distance(right));
}

/** The values of a member: those that are mapped, otherwise those that it lists itself, otherwise its name. */
function valuesOf(name: string, base: JsonObject, discriminator: Discriminator, resolver: Resolver): readonly string[] {
  const ref = namedReference(name);
  const mapped = discriminator.mappedTo(ref);
  if (mapped.length > 0) return mapped;
  const [listed, shared] = [{ $ref: ref }, base].map((schema) =>
    listedStrings(fieldOf(schema, discriminator.property, resolver)),
  );
  return listed && listed.length > 0 && listed.join() !== shared?.join() ? listed : [name];
}

function nameOf(branch: Json): string {
  return referencedName(getString(branch, '$ref')) ?? '';
}

function withoutNullType(schema: JsonObject): JsonObject {
  const types = typesAt(schema) ?? [];
  return types.includes('null') ? { ...schema, type: types.filter((type) => type !== 'null') } : schema;
}

/**
 * The branches that are listed; otherwise all members, and other targets of the discriminator's mapping.
 * @param now the schema with the additions of larger families
 */
function choiceOf(
  { schema, name, members, own }: Family,
  now: JsonObject,
  base: string,
  resolver: Resolver,
): JsonObject {
  const kept = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => isAnnotation(keyword) || keyword === 'discriminator'),
  );
  const nothing: Json[] = typesAt(schema)?.includes('null') ? [{ type: 'null' }] : [];
  const listed = branchesOf(schema);
  const discriminator = getObject(schema, 'discriminator');
  const described = getObject(discriminator, 'mapping') ?? {};
  const targets = listed.length > 0 ? listed.map(nameOf) : [...Object.values(described).map(targetOf), ...members];
  const branches = new Set(
    targets.filter((one) => one !== name && resolver.resolve(namedReference(one)) !== undefined),
  );
  const isCommon = [...branches].every((branch) => members.includes(branch));
  const mapping = new Map(Object.entries(described));
  // Those that extend a member have its values too.
  for (const [member, values] of own)
    for (const value of values) if (!mapping.has(value)) mapping.set(value, namedReference(member));
  // Values of no member belong to the schema itself.
  const field = fieldOf(now, getString(discriminator, 'propertyName') ?? '', resolver);
  const others = listedStrings(field).filter((value) => !mapping.has(value));
  const itself = [...[...mapping.keys()].filter((value) => targetOf(mapping.get(value) ?? null) === name), ...others];
  if (listed.length === 0 && itself.length > 0) {
    for (const value of itself) mapping.set(value, namedReference(base));
    branches.add(base);
  }
  const refs = [...branches].map((target): Json => ({ $ref: namedReference(target) }));
  const lists = listed.length > 0 ? ['oneOf', 'anyOf'].filter((keyword) => isArray(schema[keyword])) : ['oneOf'];
  return {
    ...kept,
    ...(discriminator ? { discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } } : {}),
    ...(isCommon ? {} : { allOf: [{ $ref: namedReference(base) }] }),
    ...Object.fromEntries(
      lists.map((keyword) => [keyword, [...(listed.length > 0 ? getArray(schema, keyword) : refs), ...nothing]]),
    ),
  };
}

/** The name of the schema in a discriminator's mapping. */
function targetOf(target: Json): string {
  return typeof target === 'string' ? (referencedName(target) ?? lastToken(target)) : '';
}

/** Extends the common part instead of the choice, with the discriminator values of this member. */
function asMember(schema: Json, name: string, family: Family, base: string, resolver: Resolver): Json {
  if (!isObject(schema)) return schema;
  const retargeted = extending(schema, namedReference(family.name), namedReference(base));
  const property = discriminatorOf(family.schema)?.property;
  if (property === undefined) return retargeted;
  const values = [name, ...family.descendants(name)].flatMap((one) => family.own.get(one) ?? []);
  if (!allows(schema, property, values, resolver)) return retargeted;
  if (listedValues(fieldOf(schema, property, resolver))?.join() === values.join()) return retargeted;
  const isRequired = objectShape(family.schema, resolver).properties.some(
    (one) => one.name === property && one.required,
  );
  const tag = {
    type: 'object',
    properties: { [property]: { type: 'string', enum: values } },
    ...(isRequired ? { required: [property] } : {}),
  };
  return { ...retargeted, allOf: [...getArray(retargeted, 'allOf'), tag] };
}

function extending(schema: JsonObject, from: string, to: string): JsonObject {
  const allOf = getArray(schema, 'allOf').map((part) => {
    if (!isObject(part)) return part;
    return getString(part, '$ref') === from ? { ...part, $ref: to } : extending(part, from, to);
  });
  const own = getString(schema, '$ref') === from ? { ...schema, $ref: to } : schema;
  return allOf.length > 0 ? { ...own, allOf } : own;
}

/** Whether a field may have these values: a spec that lists others, or another type than string, means something else. */
function allows(schema: JsonObject, property: string, values: readonly string[], resolver: Resolver): boolean {
  const field = fieldOf(schema, property, resolver);
  if (field === undefined) return true;
  const list = listedValues(field);
  return list === undefined ? mayBeText(field) : values.every((value) => list.includes(value));
}
