import { get, getString, isArray, isObject, type Json, type JsonObject } from './json.js';
import type { MutableObject } from './raise.js';
import type { Resolver } from './references.js';

/** A schema for the same value, directly below another one or behind its reference. */
interface Step {
  readonly schema: MutableObject;
  /** The list that contains it; absent for the target of a reference. */
  readonly entry?: { readonly holder: MutableObject; readonly keyword: string };
}

const MOST_ROUNDS = 100;

/**
 * Removes, in place, what makes a schema contain itself as the same value, through any number of references: such as a branch of
 * a `oneOf` that refers back to it. No value could be checked against it, and no type can be written.
 *
 * @param report receives the name of the schema from which an entry was reached, and the keyword of its list.
 */
export function cutCycles(
  schemas: JsonObject,
  resolver: Resolver,
  report: (name: string, keyword: string) => void,
): void {
  // After removing one entry, there may be another cycle.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const done = new Set<JsonObject>();
    let isCut = false;
    for (const [name, schema] of Object.entries(schemas)) {
      for (const keyword of isObject(schema) ? cutFrom(schema, done, resolver) : []) {
        isCut = true;
        report(name, keyword);
      }
    }
    if (!isCut) return;
  }
}

/** Cuts all cycles that start at a schema; returns the keywords of the lists that were cut. */
function cutFrom(start: MutableObject, done: Set<JsonObject>, resolver: Resolver): string[] {
  const cut: string[] = [];
  const way: (Step & { readonly steps: Step[] })[] = [];
  const depths = new Map<JsonObject, number>();
  const enter = (step: Step): void => {
    depths.set(step.schema, way.length);
    way.push({ ...step, steps: stepsFrom(step.schema, resolver).reverse() });
  };
  if (!done.has(start)) enter({ schema: start });
  for (let frame = way.at(-1); frame !== undefined; frame = way.at(-1)) {
    const step = frame.steps.pop();
    if (step === undefined) {
      done.add(frame.schema);
      depths.delete(frame.schema);
      way.pop();
      continue;
    }
    const depth = depths.get(step.schema);
    if (depth === undefined) {
      if (!done.has(step.schema)) enter(step);
      continue;
    }
    const lists = [...way.slice(depth + 1), step].filter(({ entry }) => entry !== undefined);
    const last = lists.findLast(({ entry }) => entry?.keyword !== 'allOf') ?? lists.at(-1);
    if (last?.entry !== undefined && removeEntry(last.entry, last.schema)) cut.push(last.entry.keyword);
  }
  return cut;
}

function stepsFrom(schema: MutableObject, resolver: Resolver): Step[] {
  const ref = getString(schema, '$ref');
  const target = ref === undefined ? undefined : resolver.resolve(ref);
  const steps: Step[] = isObject(target) ? [{ schema: target }] : [];
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const list: Json | undefined = get(schema, keyword);
    for (const part of isArray(list) ? list : []) {
      if (isObject(part)) steps.push({ schema: part, entry: { holder: schema, keyword } });
    }
  }
  return steps;
}

function removeEntry({ holder, keyword }: NonNullable<Step['entry']>, schema: Json): boolean {
  const list = holder[keyword];
  if (!isArray(list) || !list.includes(schema)) return false;
  const rest = list.filter((part) => part !== schema);
  if (rest.length > 0) holder[keyword] = rest;
  else delete holder[keyword];
  return true;
}
