import type { Json, JsonObject } from '../load/document.js';
import { getArray, getObject, getString, isObject } from './json.js';
import type { Model, Schema } from './model.js';

const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const mapKeywords = ['properties', 'patternProperties'];
const schemaKeywords = ['items', 'additionalProperties'];
const keywords: ReadonlySet<string> = new Set([...listKeywords, ...mapKeywords, ...schemaKeywords]);

/** Which schemas travel which way; one may travel both, or, where no operation has it, none. */
export interface SchemaDirections {
  readonly sent: ReadonlySet<Json>;
  readonly received: ReadonlySet<Json>;
}

export function schemaDirections(model: Pick<Model, 'operations' | 'resolve'>): SchemaDirections {
  const { operations } = model;
  return {
    sent: reach(
      operations.flatMap(({ parameters, body }) => [...parameters.map(({ schema }) => schema), body?.schema ?? true]),
      model,
    ),
    received: reach(
      operations.flatMap(({ replies }) => replies.map(({ schema }) => schema ?? true)),
      model,
    ),
  };
}

/** Every schema object in some schemas, themselves included, references followed. */
export function reach(
  roots: Iterable<Json>,
  model: { resolve(ref: string): Schema | undefined },
): ReadonlySet<JsonObject> {
  const found = new Set<JsonObject>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isObject(next) || found.has(next)) continue;
    found.add(next);
    const ref = getString(next, '$ref');
    if (ref !== undefined) waiting.push(model.resolve(ref) ?? true);
    waiting.push(...partsOf(next));
  }
  return found;
}

/** The schemas that stand in a schema. */
export function partsOf(schema: JsonObject): Json[] {
  // Most are of a scalar, and have none.
  if (!Object.keys(schema).some((keyword) => keywords.has(keyword))) return [];
  return [
    ...listKeywords.flatMap((keyword) => getArray(schema, keyword)),
    ...mapKeywords.flatMap((keyword) => Object.values(getObject(schema, keyword) ?? {})),
    ...schemaKeywords.flatMap((keyword) => getObject(schema, keyword) ?? []),
  ];
}
