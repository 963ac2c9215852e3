import type { Json, JsonObject } from '../../schema/index.js';
import { get, getArray, getObject, getString, isObject, objectShape, type Resolver } from '../../schema/index.js';

/**
 * The branches with the discriminator's value where they do not say it themselves (Discriminator Object, 4.8.25). Here,
 * and not in the branches' own types: elsewhere the same schema may stand without a tag.
 */
export function tagged(
  schema: JsonObject,
  keyword: 'oneOf' | 'anyOf',
  branches: readonly Json[],
  resolver: Resolver,
): readonly Json[] {
  const discriminator = getObject(schema, 'discriminator');
  const property = getString(discriminator, 'propertyName');
  if (property === undefined) return branches;
  const mapping = Object.entries(getObject(discriminator, 'mapping') ?? {});
  return getArray(schema, keyword).map((branch, index) => {
    const converted = branches[index] ?? true;
    const ref = getString(branch, '$ref');
    if (ref === undefined) return converted;
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    const mapped = mapping.flatMap(([value, target]) => (target === ref || target === name ? [value] : []));
    if (saysValue(ref, property, mapped, resolver)) return converted;
    const tag = { type: 'string', enum: mapped.length > 0 ? mapped : [name] };
    return { allOf: [converted, { type: 'object', properties: { [property]: tag }, required: [property] }] };
  });
}

/** Several branches may share a list of values: what is mapped to one of them says more. */
function saysValue(ref: string, property: string, mapped: readonly string[], resolver: Resolver): boolean {
  const shape = objectShape({ $ref: ref }, resolver);
  const described = shape.properties.find(({ name }) => name === property)?.schema;
  if (!isObject(described)) return false;
  const target = getString(described, '$ref');
  const field = target === undefined ? described : resolver.resolve(target);
  const type = get(field, 'type');
  const values = getArray(field, 'enum');
  if (mapped.length > 0 && mapped.length < values.length && mapped.every((value) => values.includes(value)))
    return false;
  return ['enum', 'const'].some((key) => get(field, key) !== undefined) || (type !== undefined && type !== 'string');
}

/** A field that tells which of several kinds an object is, with the values that mean this kind. */
export interface Tag {
  readonly property: string;
  readonly schema: JsonObject;
}

/**
 * The tags of a schema that extends, through `allOf`, one with a discriminator but no list of branches. Not where it
 * describes the field itself, and not where further schemas extend it: those have values of their own.
 * @param own the reference to the schema
 * @param extended references that stand in an `allOf` somewhere
 */
export function inheritedTags(
  schema: JsonObject,
  own: string | undefined,
  extended: ReadonlySet<string>,
  resolver: Resolver,
): readonly Tag[] {
  if (own === undefined || extended.has(own)) return [];
  const name = own
    .slice(own.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return bases(schema, resolver).flatMap((base): Tag[] => {
    const discriminator = getObject(base, 'discriminator');
    const property = getString(discriminator, 'propertyName');
    if (property === undefined || Object.hasOwn(base, 'oneOf') || Object.hasOwn(base, 'anyOf')) return [];
    const mapping = Object.entries(getObject(discriminator, 'mapping') ?? {});
    const mapped = mapping.flatMap(([value, target]) => (target === own || target === name ? [value] : []));
    const values = mapped.length > 0 ? mapped : [name];
    return allows(schema, property, values, resolver) ? [{ property, schema: { type: 'string', enum: values } }] : [];
  });
}

/** The schemas that an `allOf` refers to, theirs too. */
function bases(schema: JsonObject, resolver: Resolver, seen = new Set<Json>()): JsonObject[] {
  return getArray(schema, 'allOf').flatMap((part) => {
    const ref = getString(part, '$ref');
    const target = ref === undefined ? undefined : resolver.resolve(ref);
    if (!isObject(target) || seen.has(target)) return [];
    seen.add(target);
    return [target, ...bases(target, resolver, seen)];
  });
}

/** Whether the field may have these values: a description that lists others, or no text, means something else. */
function allows(schema: JsonObject, property: string, values: readonly string[], resolver: Resolver): boolean {
  const described = objectShape(schema, resolver).properties.find(({ name }) => name === property)?.schema;
  if (!isObject(described)) return true;
  const target = getString(described, '$ref');
  const field = target === undefined ? described : resolver.resolve(target);
  const type = get(field, 'type');
  const list = getArray(field, 'enum');
  const fits = list.length === 0 || values.every((value) => list.includes(value));
  return fits && get(field, 'const') === undefined && (type === undefined || type === 'string');
}
