import { getArray, getObject, getString, isObject, type Json, type JsonObject, type Schema } from './json.js';
import { dereference, objectShape, propertySchema } from './objects.js';
import { lastToken, type Resolver } from './references.js';
import { listedStrings, listedValues, typesAt } from './types.js';
import { branchesOf } from './unions.js';

/** Discriminator Object (OpenAPI 3.1, 4.8.25). */
export interface Discriminator {
  readonly property: string;
  /** The values mapped to a reference; empty if there are none. */
  mappedTo(ref: string): readonly string[];
  /** Whether a value of the mapping refers to something other than a schema of the document. */
  readonly leadsElsewhere: boolean;
}

export function discriminatorOf(schema: Json): Discriminator | undefined {
  const object = getObject(schema, 'discriminator');
  const property = getString(object, 'propertyName');
  if (property === undefined) return undefined;
  const mapping = Object.entries(getObject(object, 'mapping') ?? {});
  const mappedTo = (ref: string): string[] => {
    return mapping.flatMap(([value, target]) => (target === ref || target === lastToken(ref) ? [value] : []));
  };
  const leadsElsewhere = mapping.some(([, target]) => typeof target === 'string' && !isOfDocument(target));
  return { property, mappedTo, leadsElsewhere };
}

/** References were resolved on loading: other URIs did not resolve. */
function isOfDocument(target: string): boolean {
  return target.startsWith('#') || /^[A-Za-z0-9._-]+$/.test(target);
}

/** The discriminator value of the schema behind a reference: the first that is mapped, otherwise its name. */
export function discriminatorValue(discriminator: Discriminator, ref: string): string {
  return valuesFor(discriminator, ref)[0] ?? '';
}

function valuesFor(discriminator: Discriminator, ref: string): readonly string[] {
  const mapped = discriminator.mappedTo(ref);
  return mapped.length > 0 ? mapped : [lastToken(ref)];
}

/** A field whose value determines the kind of an object, with the schema of the values of this kind. */
export interface Tag {
  readonly property: string;
  readonly schema: JsonObject;
}

/** The tag of a branch of a union with a discriminator; `undefined` if the branch itself lists its values. */
export function tagOfBranch(union: JsonObject, branch: Json, resolver: Resolver): Tag | undefined {
  const discriminator = discriminatorOf(union);
  const ref = getString(branch, '$ref');
  if (discriminator === undefined || ref === undefined) return undefined;
  const { property } = discriminator;
  if (discriminator.leadsElsewhere && discriminator.mappedTo(ref).length === 0) return undefined;
  if (listsValues({ $ref: ref }, property, discriminator.mappedTo(ref), resolver)) return undefined;
  return { property, schema: { type: 'string', enum: valuesFor(discriminator, ref) } };
}

/**
 * The field that distinguishes the branches of a union, with the values of each branch: its discriminator, or a field with
 * different values in each.
 */
export function distinguishingField(union: JsonObject, resolver: Resolver) {
  const branches = branchesOf(union);
  const discriminator = discriminatorOf(union);
  const [first] = branches;
  if (first === undefined) return undefined;
  const names = objectShape(first, resolver).properties.map(({ name }) => name);
  for (const property of discriminator ? [discriminator.property] : names) {
    const values = branches.map((branch): readonly string[] => {
      const listed = listedStrings(fieldOf(branch, property, resolver));
      const ref = getString(branch, '$ref');
      const mapped = ref === undefined ? [] : (discriminator?.mappedTo(ref) ?? []);
      if (mapped.length > 0 || listed.length > 0) return mapped.length > 0 ? mapped : listed;
      return discriminator && ref !== undefined ? [lastToken(ref)] : [];
    });
    const all = values.flatMap((list) => [...new Set(list)]);
    if (values.every((list) => list.length > 0) && new Set(all).size === all.length) {
      return { property, values: new Map(branches.map((branch, index) => [branch, [...new Set(values[index])]])) };
    }
  }
  return undefined;
}

/** Several branches may share a list of values: the mapping is more exact. */
function listsValues(branch: Schema, property: string, mapped: readonly string[], resolver: Resolver): boolean {
  const field = fieldOf(branch, property, resolver);
  if (field === undefined) return false;
  const values = getArray(field, 'enum');
  if (mapped.length > 0 && mapped.length < values.length && mapped.every((value) => values.includes(value)))
    return false;
  const isListed = Object.hasOwn(field, 'enum') || listedValues(field) !== undefined;
  return isListed || !mayBeText(field);
}

export function mayBeText(field: JsonObject): boolean {
  return (typesAt(field)?.join() ?? 'string') === 'string';
}

/** The schema of a field behind its reference; `undefined` if it is not defined. */
export function fieldOf(schema: Schema, property: string, resolver: Resolver): JsonObject | undefined {
  const described = propertySchema(schema, property, resolver);
  const field = described === undefined ? undefined : dereference(described, resolver);
  return isObject(described) ? (isObject(field) ? field : {}) : undefined;
}
