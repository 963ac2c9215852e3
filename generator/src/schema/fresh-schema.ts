import { isArray, isObject, type Json, type JsonObject } from './json.js';
import { isAnnotation, keywords } from './keywords.js';

/** Placeholder for a text to be written; `sdkgen validate` reports each. */
export const TODO = 'TODO';

/** The extensions that are facts. */
interface Facts {
  readonly extensions: ReadonlySet<string>;
}

/** Whether a keyword is a fact: not an annotation, except for `deprecated`, `default` and selected extensions. */
export function isFact(keyword: string, { extensions }: Facts): boolean {
  return !isAnnotation(keyword) || keyword === 'deprecated' || keyword === 'default' || extensions.has(keyword);
}

export function inOrder(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries([...entries].sort(([one], [other]) => keywordRank(one) - keywordRank(other)));
}

/** The position of a keyword in the usual order of a schema. */
export function keywordRank(keyword: string): number {
  if (keyword.startsWith('x-')) return 6;
  const first = ['$ref', 'type', 'format'].indexOf(keyword);
  if (first >= 0) return first - 3;
  if (keyword === 'description') return 2;
  if (keyword === 'required') return 3;
  return (keywords.get(keyword)?.kind ?? 'data') === 'data' ? 1 : 4;
}

/**
 * The facts of a new schema, with placeholders for texts.
 *
 * @param place the name shown to readers, if any.
 */
export function freshSchema(schema: Json, place: string | undefined, rules: Facts): Json {
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]): (readonly [string, Json])[] => {
    if (!isFact(keyword, rules)) return [];
    const kind = keywords.get(keyword)?.kind ?? 'data';
    if (kind === 'schema') return [[keyword, freshSchema(value, undefined, rules)]];
    if (kind === 'list' && isArray(value)) {
      return [[keyword, value.map((part) => freshSchema(part, undefined, rules))]];
    }
    if (kind !== 'map' || !isObject(value)) return [[keyword, value]];
    const fields = Object.entries(value).map(([name, part]) => [name, freshSchema(part, name, rules)] as const);
    return [[keyword, Object.fromEntries(fields)]];
  });
  if (place !== undefined) entries.push(['description', TODO]);
  return inOrder(entries);
}
