import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  branchesOf,
  conforms,
  getString,
  isArray,
  isDateTime,
  isObject,
  isReadOnly,
  itemSchemaAt,
  objectShape,
  type Resolver,
  schemaTypes,
} from '../schema/index.js';
import { synthesise } from './synthesise.js';

export interface RepairedExample {
  /** `undefined` if no value could be found for the schema. */
  readonly value: Json | undefined;
  /** What was repaired, with pointers; empty if the example was valid. */
  readonly changes: readonly string[];
}

/**
 * Repairs an example: valid values stay, an invalid one is replaced, a missing required one is added, and a field that is
 * `readOnly` or not in the schema is removed (the generated types would reject it).
 */
export function repairExample(value: Json, schema: Schema, resolver: Resolver, name: string): RepairedExample {
  const changes: string[] = [];
  return { value: repair(value, schema, name, name), changes };

  function repair(part: Json, described: Schema, field: string, place: string): Json | undefined {
    const branch = fittingBranch(part, described);
    // A number has no unit; requests contain date-times as strings.
    const isInstant = typeof part === 'number' && isDateTime(branch);
    const repaired = repairParts(part, branch, place);
    if (!isInstant && conforms(repaired, described, resolver)) return repaired;
    changes.push(`${place} ${rejected(part)}`);
    // Many specs have one item as the example of a list.
    return !isArray(part) && conforms([repaired], described, resolver) ? [repaired] : required(described, field);
  }

  /** Follows references and the first matching branch of `oneOf` and `anyOf` to the schema that describes the parts. */
  function fittingBranch(part: Json, described: Schema, depth = 0): Schema {
    if (typeof described === 'boolean' || depth > 32) return described;
    const ref = getString(described, '$ref');
    if (ref !== undefined && Object.keys(described).length === 1) {
      return fittingBranch(part, resolver.resolve(ref) ?? true, depth + 1);
    }
    const fitting = branchesOf(described).find((branch) => conforms(part, branch, resolver));
    return fitting === undefined ? described : fittingBranch(part, fitting, depth + 1);
  }

  function repairParts(part: Json, described: Schema, place: string): Json {
    if (isObject(part)) return repairFields(part, described, place);
    if (!isArray(part)) return part;
    return part
      .map((item, index) => repair(item, itemSchemaAt(described, index), 'item', `${place}/${index}`))
      .filter((item) => item !== undefined);
  }

  function repairFields(object: JsonObject, described: Schema, place: string): JsonObject {
    const shape = objectShape(described, resolver);
    if (shape.properties.length === 0) return object;
    // Branches beside the properties may describe further fields.
    const isComposed = branchesOf(described).length > 0;
    const known = new Map(shape.properties.map((property) => [property.name, property]));
    const entries: [string, Json][] = [];
    for (const [field, item] of Object.entries(object)) {
      const property = known.get(field);
      const itemSchema = property?.schema ?? shape.additional;
      if (itemSchema === undefined || itemSchema === false) {
        if (isComposed) entries.push([field, item]);
        else changes.push(`${place}/${field} is not in the schema`);
      } else if (isReadOnly(itemSchema, resolver)) {
        changes.push(`${place}/${field} is readOnly`);
      } else if (item === null && !property?.required && !allowsNull(itemSchema)) {
        changes.push(`${place}/${field} is null`);
      } else {
        const repaired = repair(item, itemSchema, field, `${place}/${field}`);
        if (repaired !== undefined) entries.push([field, repaired]);
      }
    }
    for (const { name: field, schema: missing, required: isRequired } of shape.properties) {
      if (!isRequired || Object.hasOwn(object, field) || isReadOnly(missing, resolver)) continue;
      changes.push(`${place}/${field} is missing`);
      const made = required(missing, field);
      if (made !== undefined) entries.push([field, made]);
    }
    return Object.fromEntries(entries);
  }

  function allowsNull(described: Schema): boolean {
    const types = schemaTypes(described, resolver);
    return types.length === 0 ? conforms(null, described, resolver) : types.includes('null');
  }

  function required(described: Schema, field: string): Json | undefined {
    return synthesise(described, resolver, { fill: 'required', direction: 'request', name: field });
  }
}

function rejected(value: Json): string {
  if (typeof value === 'object') return 'is not valid';
  const text = JSON.stringify(value);
  return `must not be the ${typeof value} ${text.length > 40 ? `${text.slice(0, 40)}...` : text}`;
}
