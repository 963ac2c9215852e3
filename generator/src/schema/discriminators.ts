import {
  getArray,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  type Schema,
  schemasAt,
} from './json.js';
import { dereference, propertySchema } from './objects.js';
import { lastToken, type Resolver } from './references.js';
import { listedValues, typesAt } from './types.js';
import { branchesOf } from './unions.js';

/** Discriminator Object (OpenAPI 3.1, 4.8.25). */
export interface Discriminator {
  readonly property: string;
  /** The values that are mapped to a reference; empty where none is. */
  mappedTo(ref: string): readonly string[];
}

export function discriminatorOf(schema: Json): Discriminator | undefined {
  const object = getObject(schema, 'discriminator');
  const property = getString(object, 'propertyName');
  if (property === undefined) return undefined;
  const mapping = Object.entries(getObject(object, 'mapping') ?? {});
  const mappedTo = (ref: string): string[] => {
    return mapping.flatMap(([value, target]) => (target === ref || target === lastToken(ref) ? [value] : []));
  };
  return { property, mappedTo };
}

/** The value of the discriminator that means the schema behind a reference: the first that is mapped, or else its name. */
export function discriminatorValue(discriminator: Discriminator, ref: string): string {
  return valuesFor(discriminator, ref)[0] ?? '';
}

function valuesFor(discriminator: Discriminator, ref: string): readonly string[] {
  const mapped = discriminator.mappedTo(ref);
  return mapped.length > 0 ? mapped : [lastToken(ref)];
}

/** A field whose value determines of which kind an object is, with the schema of the values that mean this kind. */
export interface Tag {
  readonly property: string;
  readonly schema: JsonObject;
}

/** The tag of a branch of a union with a discriminator; `undefined` where the branch itself lists the values that mean it. */
export function tagOfBranch(union: JsonObject, branch: Json, resolver: Resolver): Tag | undefined {
  const discriminator = discriminatorOf(union);
  const ref = getString(branch, '$ref');
  if (discriminator === undefined || ref === undefined) return undefined;
  const { property } = discriminator;
  if (listsValues({ $ref: ref }, property, discriminator.mappedTo(ref), resolver)) return undefined;
  return { property, schema: { type: 'string', enum: valuesFor(discriminator, ref) } };
}

/** Several branches may share a list of values: what is mapped to one of them is more exact. */
function listsValues(branch: Schema, property: string, mapped: readonly string[], resolver: Resolver): boolean {
  const field = fieldOf(branch, property, resolver);
  if (field === undefined) return false;
  const values = getArray(field, 'enum');
  if (mapped.length > 0 && mapped.length < values.length && mapped.every((value) => values.includes(value)))
    return false;
  const isListed = Object.hasOwn(field, 'enum') || listedValues(field) !== undefined;
  return isListed || !mayBeText(field);
}

/**
 * The tags of a schema that extends, through `allOf`, one with a discriminator but no list of branches. Not where it
 * describes the field itself, and not where further schemas extend it: those have their own values.
 *
 * @param own the reference to the schema
 * @param extended references that are in an `allOf` somewhere
 */
export function inheritedTags(
  schema: JsonObject,
  own: string | undefined,
  extended: ReadonlySet<string>,
  resolver: Resolver,
): readonly Tag[] {
  if (own === undefined || extended.has(own)) return [];
  return extendedBy(schema, resolver).flatMap((base): Tag[] => {
    const discriminator = discriminatorOf(base);
    if (discriminator === undefined || branchesOf(base).length > 0) return [];
    const { property } = discriminator;
    const values = valuesFor(discriminator, own);
    return allows(schema, property, values, resolver) ? [{ property, schema: { type: 'string', enum: values } }] : [];
  });
}

/** The schemas that an `allOf` refers to, theirs too. */
function extendedBy(schema: JsonObject, resolver: Resolver, seen = new Set<Json>()): JsonObject[] {
  return schemasAt(schema, 'allOf').flatMap((part) => {
    const ref = getString(part, '$ref');
    const target = ref === undefined ? undefined : resolver.resolve(ref);
    if (!isObject(target) || seen.has(target)) return [];
    seen.add(target);
    return [target, ...extendedBy(target, resolver, seen)];
  });
}

/** Whether the field may have these values: a spec that lists others, or something else than text, means another thing. */
function allows(schema: JsonObject, property: string, values: readonly string[], resolver: Resolver): boolean {
  const field = fieldOf(schema, property, resolver);
  if (field === undefined) return true;
  const list = getArray(field, 'enum');
  const fits = list.length === 0 || values.every((value) => list.includes(value));
  return fits && !Object.hasOwn(field, 'const') && mayBeText(field);
}

function mayBeText(field: JsonObject): boolean {
  return (typesAt(field)?.join() ?? 'string') === 'string';
}

function fieldOf(schema: Schema, property: string, resolver: Resolver): JsonObject | undefined {
  const described = propertySchema(schema, property, resolver);
  const field = described === undefined ? undefined : dereference(described, resolver);
  return isObject(described) ? (isObject(field) ? field : {}) : undefined;
}
