import { get, getNumber, getString, isObject, type JsonObject, type Schema, schemasAt, stringsAt } from '../json.js';
import { layers } from '../keywords.js';
import type { MutableObject } from '../raise.js';
import { namedReference, type Resolver, referencedName } from '../references.js';
import { listedValues, typesAt } from '../types.js';
import { branchesOf } from '../unions.js';

/** A field that a schema requires although its values would be infinite. */
export interface InfiniteField {
  readonly schema: MutableObject;
  readonly name: string;
}

/**
 * Finds named schemas whose values would be infinite, such as a node that requires a node. Their endless fields can't be
 * required.
 */
export function infiniteFields(schemas: JsonObject, resolver: Resolver): InfiniteField[] {
  const possible = possibleSchemas(schemas, resolver);
  const isEndless = (schema: Schema): boolean => !hasEnd(schema, (ref) => possible.has(ref));
  return Object.entries(schemas).flatMap(([name, schema]) => {
    if (!isObject(schema) || possible.has(namedReference(name))) return [];
    return [schema, ...schemasAt(schema, 'allOf').filter(isObject)].flatMap((layer): InfiniteField[] => {
      const fields = get(layer, 'properties');
      return stringsAt(layer, 'required').flatMap((field) => {
        const described = get(fields, field);
        return isObject(described) && isEndless(described) ? [{ schema: layer, name: field }] : [];
      });
    });
  });
}

export function makeOptional(fields: readonly InfiniteField[]): void {
  for (const { schema, name } of fields)
    schema.required = stringsAt(schema, 'required').filter((other) => other !== name);
}

/** The references to named schemas that have finite values. */
function possibleSchemas(schemas: JsonObject, resolver: Resolver): ReadonlySet<string> {
  const possible = new Set<string>();
  const users = new Map<string, Set<string>>();
  const waiting = Object.keys(schemas).map(namedReference).reverse();
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    const own = ref;
    if (possible.has(own)) continue;
    const isPossible = (other: string): boolean => {
      if (!possible.has(other)) users.set(other, (users.get(other) ?? new Set()).add(own));
      // Only named schemas are followed.
      return possible.has(other) || !Object.hasOwn(schemas, referencedName(other) ?? '');
    };
    if (!hasEnd(resolver.resolve(own) ?? true, isPossible)) continue;
    possible.add(own);
    waiting.push(...(users.get(own) ?? []));
  }
  return possible;
}

/** Whether a schema has finite values, assuming that of the schemas it refers to. */
function hasEnd(schema: Schema, isPossible: (ref: string) => boolean): boolean {
  if (typeof schema === 'boolean' || listedValues(schema) !== undefined) return true;
  const ref = getString(schema, '$ref');
  if (ref !== undefined && !isPossible(ref)) return false;
  const below = (part: Schema): boolean => hasEnd(part, isPossible);
  if (!schemasAt(schema, 'allOf').every(below)) return false;
  const branches = branchesOf(schema);
  if (branches.length > 0 && !branches.some(below)) return false;
  const types = typesAt(schema);
  const isOnly = (type: string): boolean => types === undefined || types.join() === type;
  const fields = get(schema, 'properties');
  const required = isOnly('object') ? stringsAt(schema, 'required') : [];
  const items = get(schema, 'items');
  const isFilled = isOnly('array') && (getNumber(schema, 'minItems') ?? 0) > 0;
  return (
    required.every((name) => {
      const field = get(fields, name);
      return !isObject(field) || below(field);
    }) && !(isFilled && isObject(items) && !below(items))
  );
}

/** A chain of thousands is rejected, and must not cost its square here. */
const MOST_LAYERS = 100;

/** The types that the parts of a schema require, if no value has all of them. */
export function conflictingTypes(schema: JsonObject, resolver: Resolver): readonly string[] | undefined {
  if (schemasAt(schema, 'allOf').length === 0) return undefined;
  const demanded = layers(schema, resolver, MOST_LAYERS).flatMap((layer) => {
    const types = typesAt(layer);
    return types === undefined ? [] : [types];
  });
  const [first = []] = demanded;
  const isIn = (type: string, types: readonly string[]): boolean => {
    return (
      types.includes(type) ||
      (type === 'integer' && types.includes('number')) ||
      (type === 'number' && types.includes('integer'))
    );
  };
  const isConflict = first.length > 0 && !first.some((type) => demanded.every((types) => isIn(type, types)));
  return isConflict ? [...new Set(demanded.flat())] : undefined;
}
