import { inOrder, isFact } from './fresh-schema.js';
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

/** How to merge the facts of another document into ours, which also has texts, examples and its own order. */
export interface FactRules {
  /** Extensions that are facts. */
  readonly extensions: ReadonlySet<string>;
  /** Returns a new schema; `place` is a name shown to readers, such as that of a field. */
  fresh(schema: Json, place: string | undefined): Json;
  /** Returns what remains of an entry that the other document lacks; undefined if it is removed. */
  absent(entry: Json, name: string): Json | undefined;
  /** Returns our entry with the facts of theirs. */
  merged(entry: Json, theirs: Json, name: string): Json;
  /** Called when a field that both documents have is required in only one of them. */
  requiredChanged(name: string): void;
  /** Whether two schemas are the same, if at least one of them is inlined. */
  isSame(ours: Json, theirs: Json): boolean;
  /** Whether the vendor inlines the schema that our reference points to; then our reference is kept. */
  isOnlyOurs(own: string, theirs: Json): boolean;
  /** Called when the other document has a reference in place of our schema. */
  redirected(ours: Json, other: string): void;
  /** The fields of an object, including those of its `allOf` parts. */
  fieldsOf(schema: JsonObject, side: 'ours' | 'theirs'): JsonObject;
  /** Called with the entries that only one of the two documents has. */
  compared(gone: ReadonlyMap<string, Json>, added: ReadonlyMap<string, Json>): void;
}

/** Maximum depth to which `allOf` parts are followed. */
const MOST_PARTS = 8;

/** Marks a part that the vendor's document lacks, with the version of that document, or `keep`. */
export const ABSENT = 'x-absent';

/** Keywords whose lists have no order. */
const SETS: ReadonlySet<string> = new Set(['required', 'enum', 'type']);

/** The same text for schemas with the same facts. */
export function factsOf(schema: Json, rules: FactRules): string {
  return canonical(bare(schema, rules));
}

function bare(wrapped: Json, rules: FactRules): Json {
  const schema = onlyPart(wrapped, rules);
  if (schema === true) return {};
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (!isFact(keyword, rules) && keyword !== ABSENT) return [];
      // An empty list has no effect.
      if (keyword === 'required' && isArray(value) && value.length === 0) return [];
      const kind = keywords.get(keyword)?.kind ?? 'data';
      if (SETS.has(keyword) && isArray(value)) return [[keyword, [...new Set(value.map(canonical))].sort()] as const];
      // Lists of extensions are compared without order.
      if (kind === 'data') return [[keyword, keyword.startsWith('x-') ? unordered(value) : value] as const];
      if (kind === 'schema' || !isObject(value)) {
        return [[keyword, isArray(value) ? value.map((one) => bare(one, rules)) : bare(value, rules)] as const];
      }
      const entries = Object.entries(value).map(([name, one]) => [name, bare(one, rules)] as const);
      return [[keyword, Object.fromEntries(entries)] as const];
    }),
  );
}

/** The part of an `allOf` of one without other facts, which is an equivalent spelling; any other schema unchanged. */
function onlyPart(schema: Json, rules: FactRules): Json {
  const [part, ...others] = getArray(schema, 'allOf');
  if (part === undefined || others.length > 0 || !isObject(schema)) return schema;
  return Object.keys(schema).some((keyword) => keyword !== 'allOf' && isFact(keyword, rules)) ? schema : part;
}

function unordered(value: Json): Json {
  if (isArray(value)) return value.map(canonical).sort();
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}

/**
 * Our schema with the facts of another one. Texts, examples and the order of keys and lists are kept. Returns the same object if
 * the facts are the same.
 */
export function mergeFacts(ours: Json, wrapped: Json, rules: FactRules): Json {
  const theirs = onlyPart(wrapped, rules);
  if (factsOf(ours, rules) === factsOf(theirs, rules)) return ours;
  const [own, other] = [getString(ours, '$ref'), getString(theirs, '$ref')];
  if (own !== undefined && other === undefined && rules.isOnlyOurs(own, theirs)) return ours;
  if (own !== other && rules.isSame(ours, theirs)) return ours;
  if (other !== undefined && own !== other) rules.redirected(ours, other);
  if (!isObject(ours) || !isObject(theirs)) return rules.fresh(theirs, undefined);
  const merged = new Map(Object.entries(ours));
  for (const keyword of Object.keys(ours)) {
    if (!isAnnotation(keyword) && get(theirs, keyword) === undefined) merged.delete(keyword);
  }
  // Without the keyword, all entries of a map are absent, unless the other type cannot have any.
  const types = theirs.type === undefined ? undefined : [theirs.type].flat();
  const maps = Object.keys(ours).filter((keyword) => {
    const { kind, about } = keywords.get(keyword) ?? {};
    const isPossible = other === undefined && (about === undefined || types?.includes(about) !== false);
    return kind === 'map' && isObject(ours[keyword]) && isPossible;
  });
  for (const keyword of new Set([...maps, ...Object.keys(theirs)])) {
    if (!isFact(keyword, rules)) continue;
    const value = mergeKeyword(keyword, ours, theirs, rules);
    if (value !== undefined) merged.set(keyword, value);
  }
  keepRequired(ours, theirs, merged, rules);
  return Object.fromEntries(merged);
}

function mergeKeyword(keyword: string, ours: JsonObject, theirs: JsonObject, rules: FactRules): Json | undefined {
  const [own, value] = [get(ours, keyword), get(theirs, keyword)];
  const kind = keywords.get(keyword)?.kind ?? 'data';
  if (kind === 'map') {
    const map = mergeMap(keyword, ours, theirs, rules);
    return value === undefined && Object.keys(map).length === 0 ? undefined : map;
  }
  if (value === undefined) return undefined;
  if (kind === 'schema') return own === undefined ? rules.fresh(value, undefined) : mergeFacts(own, value, rules);
  if (kind === 'list' && isArray(value)) {
    const before = isArray(own) ? own : [];
    // Unchanged alternatives are kept; others are matched by position if the number is the same.
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

/** The other list in our order, with new values at its end. */
function mergeSet(own: readonly Json[], value: readonly Json[]): readonly Json[] {
  const [before, after] = [own, value].map((list) => new Set(list.map(canonical)));
  return [...own.filter((one) => after?.has(canonical(one))), ...value.filter((one) => !before?.has(canonical(one)))];
}

/** A field that is kept although it is absent stays required. */
function keepRequired(ours: JsonObject, theirs: JsonObject, merged: Map<string, Json>, rules: FactRules): void {
  const kept = getObject(Object.fromEntries(merged), 'properties') ?? {};
  const described = getObject(theirs, 'properties') ?? {};
  const [before, after] = [stringsAt(ours, 'required'), stringsAt(theirs, 'required')];
  const names = before.filter((name) => {
    const isAbsent = Object.hasOwn(kept, name) && !Object.hasOwn(described, name);
    return isAbsent || after.includes(name);
  });
  for (const name of Object.keys(described)) {
    const isBoth = Object.hasOwn(getObject(ours, 'properties') ?? {}, name);
    if (isBoth && before.includes(name) !== after.includes(name)) rules.requiredChanged(name);
  }
  const all = [...new Set([...names, ...after])];
  if (all.length > 0) merged.set('required', all);
  else merged.delete('required');
}

/** Merges a map of schemas. `rules` decides about entries that only one document has. */
function mergeMap(keyword: string, ours: JsonObject, theirs: JsonObject, rules: FactRules): JsonObject {
  const [own, other] = [getObject(ours, keyword) ?? {}, getObject(theirs, keyword) ?? {}];
  const merged = new Map<string, Json>();
  // A field may have moved between an object and its `allOf` parts.
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
    const result = is === undefined ? rules.absent(entry, name) : rules.merged(entry, is, name);
    if (result !== undefined) merged.set(name, result);
  }
  const isNew = ([name]: readonly [string, Json]): boolean => !Object.hasOwn(own, name);
  const added = Object.entries(other).filter(isNew);
  const fresh = new Map(added.filter(([name]) => !Object.hasOwn(combined, name)));
  if (gone.size > 0 && fresh.size > 0) rules.compared(gone, fresh);
  for (const [name, entry] of added) {
    const before = get(combined, name);
    merged.set(name, before === undefined ? rules.fresh(entry, name) : rules.merged(before, entry, name));
  }
  return Object.fromEntries(merged);
}

/** The fields of an object, including those of its `allOf` parts. */
export function fieldsIn(schema: Json, references: References, depth = MOST_PARTS): JsonObject {
  const object = references.object(schema);
  if (object === undefined || depth === 0) return {};
  const parts = getArray(object, 'allOf').map((part) => fieldsIn(part, references, depth - 1));
  const entries = [...parts, getObject(object, 'properties') ?? {}].flatMap((fields) => Object.entries(fields));
  return Object.fromEntries(entries);
}

/** A new schema with the texts of the schema that it replaces. */
export function mergeNew(donor: JsonObject, schema: Json, rules: FactRules): Json {
  const ref = getString(schema, '$ref');
  if (ref !== undefined) rules.redirected(donor, ref);
  if (ref !== undefined || !isObject(schema)) return rules.fresh(schema, undefined);
  const names = rules.fieldsOf(schema, 'theirs');
  const fields = Object.entries(getObject(donor, 'properties') ?? {}).filter(([name]) => Object.hasOwn(names, name));
  const { [ABSENT]: _, ...own } = donor;
  const merged = mergeFacts({ ...own, properties: Object.fromEntries(fields) }, schema, rules);
  return isObject(merged) ? inOrder(Object.entries(merged)) : merged;
}
