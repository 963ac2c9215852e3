import { type Direction, isHidden } from './directions.js';
import {
  get,
  getObject,
  getString,
  isSchema,
  type Json,
  type JsonObject,
  type Schema,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringsAt,
} from './json.js';
import type { Resolver } from './references.js';
import { listedStrings, schemaTypes, typesAt } from './types.js';
import { branchesOf, unwrapFully } from './unions.js';
import { regularExpression } from './values/regular-expressions.js';

export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** The fields of an object schema, with `$ref` and `allOf` merged. */
export interface ObjectShape {
  readonly properties: readonly Property[];
  /** The schema of additional fields; `undefined` if the schema does not define them. */
  readonly additional: Schema | undefined;
  /** The schemas of fields by the pattern of their name. */
  readonly patterns: readonly Schema[];
}

/** The fields of several schemas for the same value. */
interface Gathered {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** Fields that only some of the values have: those of `then`, `else` and `dependentSchemas`. */
  readonly conditional: ReadonlyMap<string, Schema>;
  readonly additional: Schema | undefined;
  readonly patterns: readonly Schema[];
}

function gather(schema: Schema, resolver: Resolver): Gathered {
  const properties = new Map<string, Schema>();
  const required = new Set<string>();
  const conditional = new Map<string, Schema>();
  const patterns: Schema[] = [];
  let additional: Schema | undefined;
  const seen = new Set<Schema>();
  const visit = (part: Schema, isCertain: boolean): void => {
    if (typeof part === 'boolean' || seen.has(part)) return;
    seen.add(part);
    const ref = getString(part, '$ref');
    if (ref !== undefined) visit(resolver.resolve(ref) ?? true, isCertain);
    for (const item of schemasAt(part, 'allOf')) visit(item, isCertain);
    for (const [name, property] of schemaEntries(part, 'properties')) {
      if (isCertain) properties.set(name, both(properties.get(name), property));
      else conditional.set(name, either(conditional.get(name), property));
    }
    for (const item of conditionalParts(part)) visit(item, false);
    if (!isCertain) return;
    for (const name of stringsAt(part, 'required')) required.add(name);
    const more = get(part, 'additionalProperties');
    if (isSchema(more)) additional = more;
    patterns.push(...schemaEntries(part, 'patternProperties').map(([, field]) => field));
  };
  visit(schema, true);
  for (const name of properties.keys()) conditional.delete(name);
  return { properties, required, conditional, additional, patterns };
}

/** The schemas that apply to some of the values. */
function conditionalParts(schema: JsonObject): Schema[] {
  const cases = ['then', 'else'].map((keyword) => get(schema, keyword)).filter(isSchema);
  return [...cases, ...schemaEntries(schema, 'dependentSchemas').map(([, part]) => part)];
}

/** The schemas beside a union that may apply to the same value. */
export function partsBesideUnions(schema: JsonObject): Schema[] {
  return [...schemasAt(schema, 'allOf'), ...conditionalParts(schema)];
}

/** The fields of an object schema in the order of the spec; a later occurrence does not move a field. */
export function objectShape(schema: Schema, resolver: Resolver): ObjectShape {
  const { properties, required, conditional, additional, patterns } = gather(schema, resolver);
  const fields = new Map([...properties, ...conditional]);
  // A field may be required but not defined.
  const isObjectSchema = fields.size > 0 || typesAt(schema)?.join() === 'object';
  if (isObjectSchema) for (const name of required) if (!fields.has(name)) fields.set(name, additional ?? true);
  return {
    properties: [...fields].map(([name, property]) => ({ name, schema: property, required: required.has(name) })),
    additional,
    patterns,
  };
}

/** The same objects with `true` in a field; `undefined` if that is not a boolean. */
export function withTrue(schema: Json | undefined, name: string, resolver: Resolver): Schema | undefined {
  if (!isSchema(schema)) return undefined;
  const field = objectShape(schema, resolver).properties.find((property) => property.name === name);
  const value = unwrapFully(field?.schema ?? true, resolver).schema;
  if (field === undefined || !schemaTypes(value, resolver).includes('boolean')) return undefined;
  return { allOf: [schema, { type: 'object', properties: { [name]: { const: true } }, required: [name] }] };
}

/** The schema of the fields that an object does not define by name; `undefined` if its type has none. */
export function furtherValues({
  patterns,
  additional,
  properties = [],
}: Pick<ObjectShape, 'patterns' | 'additional'> & Partial<ObjectShape>): Schema | undefined {
  if (patterns.length === 0) return additional;
  // Without other fields, names that match no pattern are not meant, although JSON Schema allows them.
  if (additional === true || (additional === undefined && properties.length > 0)) return true;
  const [only = true, ...others] =
    additional === undefined || additional === false ? patterns : [...patterns, additional];
  return others.length === 0 ? only : { anyOf: [only, ...others] };
}

function either(before: Schema | undefined, property: Schema): Schema {
  return before === undefined || before === property ? property : { anyOf: [before, property] };
}

/** A field in two parts: if both define fields, they are merged; otherwise the later one is used. */
function both(before: Schema | undefined, property: Schema): Schema {
  const areObjects = getObject(before, 'properties') && getObject(property, 'properties');
  return areObjects && before !== undefined && before !== property ? { allOf: [before, property] } : property;
}

/** The schema of the field with a name. */
export function propertySchema(schema: Schema, name: string, resolver: Resolver): Schema | undefined {
  return objectShape(schema, resolver).properties.find((property) => property.name === name)?.schema;
}

/** The same for a nested field, by the names on the way to it. */
export function fieldAt(schema: Schema | undefined, path: readonly string[], resolver: Resolver): Schema | undefined {
  const [name, ...below] = path;
  if (name === undefined || schema === undefined) return schema;
  return fieldAt(propertySchema(schema, name, resolver), below, resolver);
}

/** The names of the fields that a schema itself defines. */
export function ownFieldNames(schema: Schema): readonly string[] {
  return schemaEntries(schema, 'properties').map(([name]) => name);
}

/** The names that a map may have, if `propertyNames` lists them. */
export function listedNames(schema: JsonObject, resolver: Resolver): readonly string[] {
  return listedStrings(dereference(schemaAt(schema, 'propertyNames') ?? true, resolver));
}

/** The schema of a field by the pattern of its name. */
export function schemaByPattern(schema: Schema, name: string): Schema | undefined {
  return schemaEntries(schema, 'patternProperties').find(([pattern]) => regularExpression(pattern)?.test(name))?.[1];
}

/**
 * Fields that the type of an object needs besides its `properties`, and its required fields in this direction, also those that
 * inline parts define. Further fields follow only from the combination of parts: one requires a field that another one defines.
 * Also fields that only some values have.
 *
 * @param isPart whether the schema is in the `allOf` of another one, to which undefined and conditional fields belong.
 */
export function furtherFields(schema: JsonObject, direction: Direction, resolver: Resolver, isPart: boolean) {
  const own = getObject(schema, 'properties') ?? {};
  const together = gather(schema, resolver);
  const parts = schemasAt(schema, 'allOf');
  const inline = new Set([...Object.keys(own), ...parts.flatMap(ownFieldNames)]);
  const elsewhere = new Set(
    parts.flatMap((part) => {
      const { properties, required } = gather(part, resolver);
      return [...required].filter((name) => properties.has(name));
    }),
  );
  const required = [...together.required].filter((name) => {
    const field = together.properties.get(name);
    return field === undefined || !isHidden(field, direction, resolver);
  });
  const isObjectSchema =
    ['properties', 'allOf'].some((key) => get(schema, key) !== undefined) || typesAt(schema)?.join() === 'object';
  const missing = required.filter((name) => {
    if (inline.has(name) || elsewhere.has(name) || !isObjectSchema) return false;
    return !isPart || together.properties.has(name);
  });
  const written = isPart ? [] : conditionalFields(schema, resolver).filter(([name]) => !together.properties.has(name));
  return {
    fields: [...missing.map((name) => [name, together.properties.get(name) ?? true] as const), ...written],
    required: [...required.filter((name) => inline.has(name)), ...missing],
  };
}

/** Choices between the absence of a field and the presence of the fields that it requires. */
export function dependentChoices(schema: JsonObject, resolver: Resolver): readonly JsonObject[] {
  const named = getObject(schema, 'dependentRequired') ?? {};
  const entries = [
    ...Object.keys(named).map((name) => [name, stringsAt(named, name)] as const),
    ...schemaEntries(schema, 'dependentSchemas').map(([name, part]) => [name, stringsAt(part, 'required')] as const),
  ].filter(([, required]) => required.length > 0);
  if (entries.length === 0) return [];
  const { properties, conditional } = gather(schema, resolver);
  return entries.map(([name, required]) => {
    const fields = required.map((other) => [other, properties.get(other) ?? conditional.get(other) ?? true] as const);
    const present = { type: 'object', properties: Object.fromEntries(fields), required };
    return { anyOf: [{ type: 'object', properties: { [name]: false } }, present] };
  });
}

/** The conditional fields of a schema, inline or in its `allOf`. */
function conditionalFields(schema: JsonObject, resolver: Resolver): (readonly [string, Schema])[] {
  const written = schemasAt(schema, 'allOf').filter((part) => getString(part, '$ref') === undefined);
  const { $ref: _, ...own } = schema;
  return [...gather({ ...own, allOf: written }, resolver).conditional];
}

/** The target of a reference, or the schema itself. */
export function dereference(schema: Schema, resolver: Resolver): Schema | undefined {
  const ref = getString(schema, '$ref');
  return ref === undefined ? schema : resolver.resolve(ref);
}

/** Whether the fields of a value depend on a branch. Those that `allOf` inherits from a named schema do not. */
export function hasBranches(schema: Schema, resolver: Resolver): boolean {
  const target = dereference(schema, resolver);
  return target !== undefined && [target, ...schemasAt(target, 'allOf')].some((part) => branchesOf(part).length > 0);
}

/**
 * The fields that an object itself requires in a direction.
 *
 * @param whole the schema in whose `allOf` it is, if any: another part may define the field.
 */
export function requiredFields(
  schema: JsonObject,
  direction: Direction,
  resolver: Resolver,
  whole: JsonObject = schema,
): readonly string[] {
  const names = stringsAt(schema, 'required');
  if (names.length === 0) return names;
  const hidden = new Set(
    objectShape(whole, resolver)
      .properties.filter((field) => isHidden(field.schema, direction, resolver))
      .map(({ name }) => name),
  );
  return names.filter((name) => !hidden.has(name));
}
