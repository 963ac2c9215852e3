import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  branchesOf,
  conforms,
  dereference,
  getString,
  isArray,
  isDateTime,
  isObject,
  isReadOnly,
  itemSchemaAt,
  objectShape,
  pointerToken,
  type Resolver,
  schemaTypes,
} from '../schema/index.js';
import { synthesise } from './synthesise/index.js';

/** What was wrong at a place of an example. */
export interface Change {
  /** The example's name, and a pointer. */
  readonly place: string;
  readonly reason: string;
}

/**
 * Repairs an example: valid values stay, an invalid one is replaced, a missing required one is added, and a field that is
 * `readOnly` or not in the schema is removed (the generated types would reject it).
 *
 * @returns the value, `undefined` if none could be found for the schema, and the changes, none if the example was valid.
 */
export function repairExample(value: Json, schema: Schema, resolver: Resolver, name: string) {
  const changes: Change[] = [];
  return { value: repair(value, schema, name, name), changes };

  function repair(part: Json, described: Schema, field: string, place: string): Json | undefined {
    const branch = fittingBranch(part, described);
    // A number has no unit; requests contain date-times as strings.
    const isInstant = typeof part === 'number' && isDateTime(branch);
    const repaired = repairParts(part, branch, place);
    if (!isInstant && conforms(repaired, described, resolver)) return repaired;
    changes.push({ place, reason: rejected(part, described, resolver) });
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
        else changes.push({ place: `${place}/${pointerToken(field)}`, reason: 'is not in the schema' });
      } else if (isReadOnly(itemSchema, resolver)) {
        changes.push({ place: `${place}/${pointerToken(field)}`, reason: 'is read-only' });
      } else if (item === null && !property?.required && !allowsNull(itemSchema)) {
        changes.push({ place: `${place}/${pointerToken(field)}`, reason: 'must not be null' });
      } else {
        const repaired = repair(item, itemSchema, field, `${place}/${pointerToken(field)}`);
        if (repaired !== undefined) entries.push([field, repaired]);
      }
    }
    for (const { name: field, schema: missing, required: isRequired } of shape.properties) {
      if (!isRequired || Object.hasOwn(object, field) || isReadOnly(missing, resolver)) continue;
      changes.push({ place, reason: `lacks the required field \`${field}\`` });
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

/** The value, and the keyword that it breaks. */
function rejected(value: Json, schema: Schema, resolver: Resolver): string {
  const target = dereference(schema, resolver);
  const [keyword, rule] =
    Object.entries(isObject(target) ? target : {}).find(([key, one]) => !conforms(value, { [key]: one }, resolver)) ??
    [];
  const broken = keyword === undefined ? 'its schema' : `\`${keyword}${isScalar(rule) ? `: ${shown(rule)}` : ''}\``;
  return isScalar(value) ? `is ${shown(value)}, which does not match ${broken}` : `does not match ${broken}`;
}

/** Also true for a list of values, such as that of `enum`. */
function isScalar(value: Json | undefined): boolean {
  return isArray(value) ? value.every((item) => !isObject(item)) : !isObject(value);
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
