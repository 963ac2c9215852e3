import {
  canonical,
  get,
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  stringsAt,
} from './json.js';
import { isAnnotation, keywords } from './keywords.js';
import type { References } from './references.js';

/** How the facts of one document are brought into another, which has texts, examples and an order besides. */
export interface FactRules {
  /** Extensions that state facts. */
  readonly extensions: ReadonlySet<string>;
  /** A new schema; `place` is a name that readers see, such as that of a field. */
  fresh(schema: Json, place: string | undefined): Json;
  /** What becomes of an entry that the other document does not have; nothing where it goes. */
  absent(entry: Json, name: string): Json | undefined;
  /** An entry that both have. */
  present(entry: Json): Json;
  /** Whether two schemas, one of them a reference to another place than the other, are the same. */
  isSame(ours: Json, theirs: Json): boolean;
  /** Whether a reference of ours is to what only we have a name for: then it stays, and what they write out is for its target. */
  isOnlyOurs(own: string, theirs: Json): boolean;
  /** Called with a reference where something else was. */
  redirected(ours: Json, other: string): void;
  /** The fields of an object, also those of what it is combined of. */
  fieldsOf(schema: JsonObject, side: 'ours' | 'theirs'): JsonObject;
  /** Called with the entries that only one of the two has. */
  compared(gone: ReadonlyMap<string, Json>, added: ReadonlyMap<string, Json>): void;
}

/** Combined objects are followed down to this depth. */
const MOST_PARTS = 8;

/** Marks what the other document does not have, with its version, or `keep`. */
export const ABSENT = 'x-absent';

/** Whether a keyword is a fact: no remark, with a few exceptions. */
function isFact(keyword: string, { extensions }: Pick<FactRules, 'extensions'>): boolean {
  return !isAnnotation(keyword) || keyword === 'deprecated' || keyword === 'default' || extensions.has(keyword);
}

/** The keywords that are lists without an order. */
const SETS: ReadonlySet<string> = new Set(['required', 'enum', 'type']);

/** One text for schemas that state the same facts. */
export function factsOf(schema: Json, rules: FactRules): string {
  return canonical(bare(schema, rules));
}

function bare(schema: Json, rules: FactRules): Json {
  if (schema === true) return {};
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (!isFact(keyword, rules) && keyword !== ABSENT) return [];
      // Nothing is required without a list as well.
      if (keyword === 'required' && isArray(value) && value.length === 0) return [];
      const holds = keywords.get(keyword)?.holds ?? 'data';
      if (SETS.has(keyword) && isArray(value)) return [[keyword, [...new Set(value.map(canonical))].sort()] as const];
      // The lists of an extension have no order either.
      if (holds === 'data') return [[keyword, keyword.startsWith('x-') ? unordered(value) : value] as const];
      if (holds === 'schema' || !isObject(value)) {
        return [[keyword, isArray(value) ? value.map((one) => bare(one, rules)) : bare(value, rules)] as const];
      }
      const entries = Object.entries(value).map(([name, one]) => [name, bare(one, rules)] as const);
      return [[keyword, Object.fromEntries(entries)] as const];
    }),
  );
}

function unordered(value: Json): Json {
  if (isArray(value)) return value.map(canonical).sort();
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}

/**
 * A schema with the facts of another one, and all else as it was: texts, examples, the order of keys and lists. The very
 * same schema when the facts are the same.
 */
export function mergeFacts(ours: Json, theirs: Json, rules: FactRules, place?: string): Json {
  if (factsOf(ours, rules) === factsOf(theirs, rules)) return ours;
  const [own, other] = [getString(ours, '$ref'), getString(theirs, '$ref')];
  if (own !== undefined && other === undefined && rules.isOnlyOurs(own, theirs)) return ours;
  if (own !== other && rules.isSame(ours, theirs)) return ours;
  if (other !== undefined && own !== other) rules.redirected(ours, other);
  if (!isObject(ours) || !isObject(theirs)) return rules.fresh(theirs, place);
  const merged = new Map(Object.entries(ours));
  for (const keyword of Object.keys(ours)) {
    if (isFact(keyword, rules) && !isAnnotation(keyword) && get(theirs, keyword) === undefined) merged.delete(keyword);
  }
  // A map of fields that they lack altogether is one whose fields are all absent, unless what they have cannot have any.
  const types = theirs.type === undefined ? undefined : [theirs.type].flat();
  const maps = Object.keys(ours).filter((keyword) => {
    const { holds, about } = keywords.get(keyword) ?? {};
    const isPossible = other === undefined && (about === undefined || types?.includes(about) !== false);
    return holds === 'map' && isObject(ours[keyword]) && isPossible;
  });
  for (const keyword of new Set([...maps, ...Object.keys(theirs)])) {
    if (!isFact(keyword, rules)) continue;
    const value = mergeKeyword(keyword, ours, theirs, rules);
    if (value !== undefined) merged.set(keyword, value);
  }
  keepRequired(ours, theirs, merged);
  return Object.fromEntries(merged);
}

function mergeKeyword(keyword: string, ours: JsonObject, theirs: JsonObject, rules: FactRules): Json | undefined {
  const [own, value] = [get(ours, keyword), get(theirs, keyword)];
  const holds = keywords.get(keyword)?.holds ?? 'data';
  if (holds === 'map') {
    const map = mergeMap(keyword, ours, theirs, rules);
    return value === undefined && Object.keys(map).length === 0 ? undefined : map;
  }
  if (value === undefined) return undefined;
  if (holds === 'schema') return own === undefined ? rules.fresh(value, undefined) : mergeFacts(own, value, rules);
  if (holds === 'list' && isArray(value)) {
    const before = isArray(own) ? own : [];
    // Alternatives that were there keep what is ours; others are paired by their place.
    const known = new Map(before.map((part) => [factsOf(part, rules), part]));
    const isPaired = before.length === value.length;
    const fields = keyword === 'allOf' && !isPaired ? { properties: rules.fieldsOf(ours, 'ours') } : undefined;
    return value.map((part, index) => {
      const same = known.get(factsOf(part, rules));
      const paired = isPaired ? before[index] : undefined;
      if (same !== undefined) return same;
      if (paired !== undefined) return mergeFacts(paired, part, rules);
      return fields === undefined ? rules.fresh(part, undefined) : mergeNew(fields, part, rules);
    });
  }
  if (SETS.has(keyword) && isArray(own) && isArray(value)) return mergeSet(own, value);
  const isSame = own !== undefined && factsOf({ [keyword]: own }, rules) === factsOf({ [keyword]: value }, rules);
  return isSame ? own : value;
}

/** A list in our order, without what they do not have, and with what they have more at its end. */
function mergeSet(own: readonly Json[], value: readonly Json[]): readonly Json[] {
  const [before, after] = [own, value].map((list) => new Set(list.map(canonical)));
  return [...own.filter((one) => after?.has(canonical(one))), ...value.filter((one) => !before?.has(canonical(one)))];
}

/** Fields that are kept although they are absent stay required where they were. */
function keepRequired(ours: JsonObject, theirs: JsonObject, merged: Map<string, Json>): void {
  const kept = getObject(Object.fromEntries(merged), 'properties') ?? {};
  const described = getObject(theirs, 'properties') ?? {};
  const names = stringsAt(ours, 'required').filter((name) => {
    const isAbsent = Object.hasOwn(kept, name) && !Object.hasOwn(described, name);
    return isAbsent || stringsAt(theirs, 'required').includes(name);
  });
  const all = [...new Set([...names, ...stringsAt(theirs, 'required')])];
  if (all.length > 0) merged.set('required', all);
  else merged.delete('required');
}

/** A map of schemas: entries of both are merged, and the rules decide about the others. */
function mergeMap(keyword: string, ours: JsonObject, theirs: JsonObject, rules: FactRules): JsonObject {
  const [own, other] = [getObject(ours, keyword) ?? {}, getObject(theirs, keyword) ?? {}];
  const merged = new Map<string, Json>();
  // A field may have come out of what an object is combined of, or went there.
  const areFields = keyword === 'properties';
  const combined = areFields ? rules.fieldsOf({ ...ours, properties: {} }, 'ours') : {};
  const elsewhere = areFields ? rules.fieldsOf({ ...theirs, properties: {} }, 'theirs') : {};
  const gone = new Map<string, Json>();
  for (const [name, entry] of Object.entries(own)) {
    const is = get(other, name);
    if (is === undefined && Object.hasOwn(elsewhere, name)) {
      if (Object.hasOwn(combined, name)) merged.set(name, entry);
      continue;
    }
    if (is === undefined) gone.set(name, entry);
    const result = is === undefined ? rules.absent(entry, name) : mergeFacts(rules.present(entry), is, rules, name);
    if (result !== undefined) merged.set(name, result);
  }
  const isNew = ([name]: readonly [string, Json]): boolean => !Object.hasOwn(own, name);
  const added = Object.entries(other).filter(isNew);
  const fresh = new Map(added.filter(([name]) => !Object.hasOwn(combined, name)));
  if (gone.size > 0 && fresh.size > 0) rules.compared(gone, fresh);
  for (const [name, entry] of added) {
    const before = get(combined, name);
    merged.set(name, before === undefined ? rules.fresh(entry, name) : mergeFacts(rules.present(before), entry, rules));
  }
  return Object.fromEntries(merged);
}

/** The fields of an object, also those of what it is combined of. */
export function fieldsIn(schema: Json, references: References, depth = MOST_PARTS): JsonObject {
  const object = references.object(schema);
  if (object === undefined || depth === 0) return {};
  const parts = getArray(object, 'allOf').map((part) => fieldsIn(part, references, depth - 1));
  const entries = [...parts, getObject(object, 'properties') ?? {}].flatMap((fields) => Object.entries(fields));
  return Object.fromEntries(entries);
}

/** A new schema, with what is ours of the one whose place it takes: all but the fields that it does not have. */
export function mergeNew(donor: JsonObject, schema: Json, rules: FactRules, place?: string): Json {
  const ref = getString(schema, '$ref');
  if (ref !== undefined) rules.redirected(donor, ref);
  if (ref !== undefined || !isObject(schema)) return rules.fresh(schema, place);
  const names = rules.fieldsOf(schema, 'theirs');
  const fields = Object.entries(getObject(donor, 'properties') ?? {}).filter(([name]) => Object.hasOwn(names, name));
  const { [ABSENT]: _, ...own } = donor;
  const merged = mergeFacts({ ...own, properties: Object.fromEntries(fields) }, schema, rules, place);
  return isObject(merged) ? inOrder(Object.entries(merged)) : merged;
}

function inOrder(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries([...entries].sort(([one], [other]) => keywordRank(one) - keywordRank(other)));
}

/** Of the keywords of a schema in the order in which people write them. */
export function keywordRank(keyword: string): number {
  if (keyword.startsWith('x-')) return 6;
  const first = ['$ref', 'type', 'format'].indexOf(keyword);
  if (first >= 0) return -1 / (first + 1);
  if (keyword === 'description') return 2;
  if (keyword === 'required') return 3;
  return (keywords.get(keyword)?.holds ?? 'data') === 'data' ? 1 : 4;
}

/**
 * The facts of a new schema, with a place for texts where readers look for one.
 *
 * @param place the name under which readers see it, if any.
 */
export function freshSchema(
  schema: Json,
  place: string | undefined,
  rules: Pick<FactRules, 'extensions'> & { readonly todo: string },
): Json {
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]): (readonly [string, Json])[] => {
    if (!isFact(keyword, rules)) return [];
    const holds = keywords.get(keyword)?.holds ?? 'data';
    if (holds === 'schema') return [[keyword, freshSchema(value, undefined, rules)]];
    if (holds === 'list' && isArray(value)) {
      return [[keyword, value.map((part) => freshSchema(part, undefined, rules))]];
    }
    if (holds !== 'map' || !isObject(value)) return [[keyword, value]];
    const fields = Object.entries(value).map(([name, part]) => [name, freshSchema(part, name, rules)] as const);
    return [[keyword, Object.fromEntries(fields)]];
  });
  if (place !== undefined) entries.push(['description', rules.todo]);
  return inOrder(entries);
}
