import { getArray, getObject, getString, isObject, type Json, type JsonObject, type Schema } from './json.js';

const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const mapKeywords = ['properties', 'patternProperties'];
const schemaKeywords = ['items', 'additionalProperties'];
const keywords: ReadonlySet<string> = new Set([...listKeywords, ...mapKeywords, ...schemaKeywords]);

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
