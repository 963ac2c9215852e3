import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  branchesOf,
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
import { conforms } from './conforms.js';
import { synthesise } from './synthesise.js';

export interface MendedExample {
  /** `undefined` when the schema allows no value that could be found. */
  readonly value: Json | undefined;
  /** What was wrong, each with its place; empty when the example was valid. */
  readonly changes: readonly string[];
}

/**
 * An example as it may be sent: valid values stay, an invalid one is replaced where it stands, a missing required one
 * is added, and a field that is `readOnly` or that the object does not have is left out (the generated types would
 * refuse it).
 */
export function mendExample(value: Json, schema: Schema, resolver: Resolver, name: string): MendedExample {
  const changes: string[] = [];
  const mended = new Mender(resolver, changes).mend(value, schema, name, name);
  return { value: mended, changes };
}

class Mender {
  readonly #resolver: Resolver;
  readonly #changes: string[];

  constructor(resolver: Resolver, changes: string[]) {
    this.#resolver = resolver;
    this.#changes = changes;
  }

  mend(value: Json, schema: Schema, name: string, place: string): Json | undefined {
    const branch = this.#branch(value, schema);
    // A number cannot say its unit; requests carry date-times as text.
    const isInstant = typeof value === 'number' && isDateTime(branch);
    const repaired = this.#repairParts(value, branch, place);
    if (!isInstant && conforms(repaired, schema, this.#resolver)) return repaired;
    this.#changes.push(`${place} is not valid`);
    return this.#synthesise(schema, name);
  }

  /** Follows references and the first fitting branch of `oneOf` and `anyOf`, to the schema that describes the parts. */
  #branch(value: Json, schema: Schema, depth = 0): Schema {
    if (typeof schema === 'boolean' || depth > 32) return schema;
    const ref = getString(schema, '$ref');
    if (ref !== undefined && Object.keys(schema).length === 1) {
      return this.#branch(value, this.#resolver.resolve(ref) ?? true, depth + 1);
    }
    const fitting = branchesOf(schema).find((branch) => conforms(value, branch, this.#resolver));
    return fitting === undefined ? schema : this.#branch(value, fitting, depth + 1);
  }

  #repairParts(value: Json, schema: Schema, place: string): Json {
    if (isArray(value)) {
      return value.flatMap((item, index) => {
        const mended = this.mend(item, itemSchemaAt(schema, index), 'item', `${place}/${index}`);
        return mended === undefined ? [] : [mended];
      });
    }
    return isObject(value) ? this.#repairFields(value, schema, place) : value;
  }

  #repairFields(value: JsonObject, schema: Schema, place: string): JsonObject {
    const shape = objectShape(schema, this.#resolver);
    if (shape.properties.length === 0) return value;
    const known = new Map(shape.properties.map((property) => [property.name, property]));
    const entries: [string, Json][] = [];
    for (const [name, item] of Object.entries(value)) {
      const property = known.get(name);
      const itemSchema = property?.schema ?? shape.additional;
      if (itemSchema === undefined || itemSchema === false) {
        if (!isComposed(schema)) this.#changes.push(`${place}/${name} is not described`);
        if (isComposed(schema)) entries.push([name, item]);
        continue;
      }
      if (isReadOnly(itemSchema, this.#resolver)) {
        this.#changes.push(`${place}/${name} is readOnly`);
        continue;
      }
      if (item === null && !property?.required && !this.#allowsNull(itemSchema)) {
        this.#changes.push(`${place}/${name} is null`);
        continue;
      }
      const mended = this.mend(item, itemSchema, name, `${place}/${name}`);
      if (mended !== undefined) entries.push([name, mended]);
    }
    for (const { name, schema: missing, required } of shape.properties) {
      if (!required || Object.hasOwn(value, name) || isReadOnly(missing, this.#resolver)) continue;
      this.#changes.push(`${place}/${name} is missing`);
      const made = this.#synthesise(missing, name);
      if (made !== undefined) entries.push([name, made]);
    }
    return Object.fromEntries(entries);
  }

  #allowsNull(schema: Schema): boolean {
    const types = schemaTypes(schema, this.#resolver);
    return types.length === 0 ? conforms(null, schema, this.#resolver) : types.includes('null');
  }

  #synthesise(schema: Schema, name: string): Json | undefined {
    const resolve = (ref: string): Schema | undefined => this.#resolver.resolve(ref);
    return synthesise(schema, { resolve }, { fill: 'required', direction: 'request', name });
  }
}

/** Whether branches beside the properties may describe further fields. */
function isComposed(schema: Schema): boolean {
  return branchesOf(schema).length > 0;
}
