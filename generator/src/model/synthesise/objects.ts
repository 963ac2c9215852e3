import { type Constraints, type Json, type JsonObject, regularExpression, type Schema } from '../../schema/index.js';
import type { Filler } from './filler.js';
import { textsForPattern } from './patterns.js';

const MOST = 1_000;

/** Objects that satisfy the constraints: the fullest one first, followed by smaller ones if other schemas must not match. */
export function* objectsFor(
  demand: Constraints,
  depth: number,
  variant: number,
  filler: Filler,
): Generator<JsonObject> {
  const declared = new Map<string, readonly Schema[]>();
  for (const { properties } of demand.objects) {
    for (const name of properties.keys()) if (!declared.has(name)) declared.set(name, schemasFor(demand, name));
  }
  const hidden = new Set([...declared].filter(([, schemas]) => schemas.some(filler.isHidden)).map(([name]) => name));
  const required = new Set(demand.required.filter((name) => !hidden.has(name)));
  const values = new Map<string, Json>();
  const wanted = filler.isWanted(depth);
  const least = Math.max(demand.minProperties, depth > 0 ? filler.leastItems : 0);
  const state: Draft = { demand, depth, variant, filler, declared, hidden, required, least };
  for (const name of new Set([...declared.keys(), ...required])) {
    if (hidden.has(name) || !(required.has(name) || wanted)) continue;
    const value = valueFor(state, name);
    if (value !== undefined) values.set(name, value);
    else if (required.has(name)) return;
  }
  if (wanted) addEntries(state, values, 1);
  const draft = complete(state, values);
  if (draft !== undefined) yield draft;
  if (demand.composed) yield* others(state, values, wanted);
}

/** Objects of another size, if the requested one does not satisfy the constraints (`oneOf`, `not`, `if`). */
function* others(state: Draft, values: ReadonlyMap<string, Json>, wanted: boolean): Generator<JsonObject> {
  const { demand, declared, hidden, required } = state;
  const drafts: Map<string, Json>[] = [];
  if (wanted) {
    const keep = (name: string): boolean => required.has(name) || !demand.requiredElsewhere.includes(name);
    drafts.push(new Map([...values].filter(([name]) => keep(name))));
    drafts.push(new Map([...values].filter(([name]) => required.has(name))));
  } else {
    const fuller = new Map(values);
    for (const name of declared.keys()) {
      if (values.has(name) || hidden.has(name)) continue;
      const value = valueFor(state, name);
      if (value !== undefined) fuller.set(name, value);
    }
    drafts.push(fuller);
  }
  for (const draft of drafts) {
    const object = complete(state, draft);
    if (object !== undefined) yield object;
  }
}

interface Draft {
  readonly demand: Constraints;
  readonly depth: number;
  readonly variant: number;
  readonly filler: Filler;
  /** The names of `properties`, each with all schemas that it must match. */
  readonly declared: ReadonlyMap<string, readonly Schema[]>;
  readonly hidden: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** The number of fields to reach, where that is possible. */
  readonly least: number;
}

/** All schemas that a property of this name must match. */
function schemasFor(demand: Constraints, name: string): readonly Schema[] {
  const found = demand.objects.flatMap(({ properties, patterns, additional }) => {
    const listed = properties.get(name);
    const matching = patterns.filter(([pattern]) => regularExpression(pattern)?.test(name)).map(([, schema]) => schema);
    const schemas = listed === undefined ? matching : [listed, ...matching];
    return schemas.length === 0 && additional !== undefined ? [additional] : schemas;
  });
  const { properties: rest } = demand.unevaluated;
  return found.length === 0 && rest !== undefined ? [rest] : found;
}

function valueFor({ demand, depth, variant, filler, declared }: Draft, name: string): Json | undefined {
  if (!demand.propertyNames.every((schema) => filler.matches(name, schema))) return undefined;
  const schemas = declared.get(name) ?? schemasFor(demand, name);
  const tag = demand.tags.get(name);
  const tagged = tag === undefined ? undefined : filler.fill([...schemas, { const: tag }], name, depth + 1, variant);
  return tagged ?? filler.fill(schemas, name, depth + 1, variant);
}

/** Adds what the number of properties and their dependencies require; `undefined` if that is impossible. */
function complete(state: Draft, chosen: ReadonlyMap<string, Json>): JsonObject | undefined {
  const { demand, declared, hidden, required, least } = state;
  const values = new Map(chosen);
  for (const name of declared.keys()) {
    if (values.size >= least) break;
    if (values.has(name) || hidden.has(name) || demand.requiredElsewhere.includes(name)) continue;
    const value = valueFor(state, name);
    if (value !== undefined) values.set(name, value);
  }
  const missing = least - values.size;
  if (missing > MOST) return undefined;
  if (missing > 0) addEntries(state, values, missing);
  if (values.size < demand.minProperties || !addDependents(state, values)) return undefined;
  for (const name of [...values.keys()].reverse()) {
    if (values.size <= demand.maxProperties) break;
    if (!required.has(name)) values.delete(name);
  }
  if (values.size > demand.maxProperties) return undefined;
  const object: { [key: string]: Json } = Object.create(null);
  for (const [name, value] of values) object[name] = value;
  return object;
}

/** `dependentRequired`: adds what a property requires, or removes the property. */
function addDependents(state: Draft, values: Map<string, Json>): boolean {
  const { demand, required } = state;
  for (let round = 0; round <= demand.dependencies.length; round += 1) {
    for (const [name, dependents] of demand.dependencies) {
      for (const dependent of dependents) {
        if (!values.has(name) || values.has(dependent)) continue;
        const value = valueFor(state, dependent);
        if (value !== undefined) values.set(dependent, value);
        else if (required.has(name)) return false;
        else values.delete(name);
      }
    }
  }
  return true;
}

/** Adds entries whose names are free: of `patternProperties` and of `additionalProperties`. */
function addEntries(state: Draft, values: Map<string, Json>, count: number): void {
  const { demand, declared } = state;
  const { properties: rest } = demand.unevaluated;
  const others = [...demand.objects.map(({ additional }) => additional), rest].filter((other) => other !== undefined);
  const closed = others.includes(false);
  const isDefined = others.some((other) => typeof other === 'object' && Object.keys(other).length > 0);
  const free = !closed && (isDefined || declared.size === 0) && others.length > 0;
  const target = values.size + count;
  const add = (name: string | undefined): void => {
    if (name === undefined || declared.has(name) || values.has(name) || values.size >= demand.maxProperties) return;
    const value = valueFor(state, name);
    if (value !== undefined) values.set(name, value);
  };
  for (const [pattern] of demand.objects.flatMap((layer) => layer.patterns)) {
    for (let turn = 0; turn < count; turn += 1) {
      const names = [...textsForPattern(pattern, 0, 100, turn), ...textsForPattern(pattern, 3 + turn, 100, turn)];
      add(names.find((name) => !values.has(name)));
    }
  }
  if (!free && (closed || values.size >= state.least)) return;
  for (let turn = 0; values.size < target && turn < count + 8; turn += 1) add(nameOf(state, turn, [...values.keys()]));
}

function nameOf({ demand, filler }: Draft, turn: number, names: readonly string[]): string | undefined {
  const usual = turn === 0 ? 'key' : `key-${turn + 1}`;
  if (demand.propertyNames.length === 0) return usual;
  const taken: Schema = names.length === 0 || { not: { enum: names } };
  const name = filler.fill([{ type: 'string' }, taken, ...demand.propertyNames], 'key', 0, turn);
  return typeof name === 'string' ? name : undefined;
}
