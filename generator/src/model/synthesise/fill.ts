import type { Json, Schema } from '../../schema/index.js';
import {
  type Choice,
  Constraints,
  constrain,
  copyConstraints,
  dereference,
  discriminatorValue,
  getString,
  isArray,
  isHidden,
  type MatchContext,
  matches,
  type Overlap,
  stringsAt,
  type TypeName,
  typeOf,
} from '../../schema/index.js';
import { arrayFor } from './arrays.js';
import type { Filler, Source } from './filler.js';
import { FillMemory, MOST_KEPT } from './memory.js';
import { numberFor } from './names.js';
import { numbersFor } from './numbers.js';
import { objectsFor } from './objects.js';
import { stringsFor } from './strings.js';

export interface Limits {
  /** How often a reference may be expanded at the same time: 1 cuts a recursion where it starts. */
  readonly expansions: number;
  /** The number of object levels in which optional fields are filled in. */
  readonly depth: number;
  /** The number of items in arrays down to that level. Default: 1. */
  readonly wantedItems?: number;
  /** The maximum number of values to try. */
  readonly steps: number;
  /** The minimum number of items in every array, whatever the schema. Default: 0. */
  readonly leastItems?: number;
  /** Default: `none`. */
  readonly overlap?: Overlap;
}

export function createFiller(model: Source, direction: 'request' | 'reply', limits: Limits): Filler {
  const open = new Map<string, number>();
  let steps = limits.steps;
  const dates = model.hooks?.dates;
  /** The references found since the start of the current memory entry. */
  let encountered = new Set<string>();
  const memory = memoryFor(model, direction, limits);
  const hides = (schema: Schema): boolean => isHidden(schema, direction, model);
  const context: MatchContext = {
    resolve: (ref) => model.resolve(ref),
    isHidden: hides,
    overlap: limits.overlap ?? 'none',
    steps: limits.steps * 20,
    known: new Map(),
  };
  const filler: Filler = {
    fill,
    isHidden: hides,
    wantedItems: limits.wantedItems ?? 1,
    isWanted: (depth) => depth < limits.depth,
    leastItems: limits.leastItems ?? 0,
    matches: (value, schema) => matches(value, schema, context),
    isExhausted: () => steps <= 0 || context.steps <= 0,
  };
  return filler;

  function timesOpen(ref: string): number {
    return open.get(ref) ?? 0;
  }

  function mayExpand(ref: string): boolean {
    encountered.add(ref);
    return timesOpen(ref) < limits.expansions;
  }

  function fill(schemas: readonly Schema[], name: string, depth: number, variant: number): Json | undefined {
    const [only] = schemas;
    const kept = schemas.length === 1 && only !== undefined ? memory?.recall(only, name, variant) : undefined;
    if (memory === undefined || kept === undefined) return fillAnew(schemas, name, depth, variant);
    const known = kept.find(({ opened }) => [...opened].every(([ref, count]) => timesOpen(ref) === count));
    if (known !== undefined && known.steps < steps && known.checks < context.steps) {
      steps -= known.steps;
      context.steps -= known.checks;
      for (const ref of known.opened.keys()) encountered.add(ref);
      return known.value;
    }
    const outside = encountered;
    const before = { steps, checks: context.steps };
    encountered = new Set();
    const value = fillAnew(schemas, name, depth, variant);
    const opened = new Map([...encountered].map((ref) => [ref, timesOpen(ref)]));
    if (!filler.isExhausted() && kept.length < MOST_KEPT) {
      kept.push({ value, steps: before.steps - steps, checks: before.checks - context.steps, opened });
    }
    for (const ref of encountered) outside.add(ref);
    encountered = outside;
    return value;
  }

  function fillAnew(schemas: readonly Schema[], name: string, depth: number, variant: number): Json | undefined {
    const demand = new Constraints();
    demand.lenient = context.overlap === 'any';
    for (const schema of schemas) constrain(demand, schema, model, mayExpand);
    for (const value of candidates(demand, name, depth, variant)) {
      if (steps <= 0) return undefined;
      // A value built here from matching parts matches; an example in the spec may not.
      const isBuilt = typeof value === 'object' && value !== null && !demand.samples.includes(value);
      const settled = isBuilt && !demand.composed && demand.values === undefined;
      if (settled || schemas.every((schema) => matches(value, schema, context))) return value;
    }
    return undefined;
  }

  function* candidates(demand: Constraints, name: string, depth: number, variant: number): Generator<Json> {
    if (demand.impossible || steps <= 0) return;
    const [choice, ...others] = demand.choices;
    if (choice !== undefined) {
      for (const next of branches({ ...demand, choices: others }, choice))
        yield* candidates(next, name, depth, variant);
      return;
    }
    for (const value of leaves(demand, name, depth, variant)) {
      steps -= 1;
      if (steps <= 0) return;
      yield value;
    }
  }

  function* branches(demand: Constraints, choice: Choice): Generator<Constraints> {
    const requirements = choice.branches.map((branch) => branch.flatMap((schema) => requiredBy(schema)));
    for (const [index, branch] of choice.branches.entries()) {
      steps -= 1;
      const next = copyConstraints(demand);
      next.composed = true;
      for (const schema of branch) constrain(next, schema, model, mayExpand);
      tag(next, choice, branch);
      const requiredElsewhere = requirements.flatMap((names, other) => (other === index ? [] : names));
      next.requiredElsewhere = [
        ...next.requiredElsewhere,
        ...requiredElsewhere.filter((name) => !next.required.includes(name)),
      ];
      yield next;
    }
  }

  function requiredBy(schema: Schema): readonly string[] {
    return stringsAt(dereference(schema, model), 'required');
  }

  function tag(demand: Constraints, { discriminator }: Choice, [branch]: readonly Schema[]): void {
    const ref = getString(branch, '$ref');
    if (discriminator === undefined || ref === undefined) return;
    const { property } = discriminator;
    demand.tags.set(property, discriminatorValue(discriminator, ref));
    if (!demand.required.includes(property)) demand.required = [...demand.required, property];
  }

  function* leaves(demand: Constraints, name: string, depth: number, variant: number): Generator<Json> {
    const types = orderOf(demand);
    const timed = direction === 'reply' && types[0] === 'number' && demand.formats.includes('date-time');
    const samples = timed ? [] : demand.samples.filter((sample) => isShort(sample) && types.includes(typeOf(sample)));
    // Another variant starts with another sample; if there is none, with a generated value.
    yield* samples.slice(variant);
    if (demand.values !== undefined) {
      const shift = variant % Math.max(1, demand.values.length);
      const values = [...demand.values.slice(shift), ...demand.values.slice(0, shift)];
      const last = (value: Json): number => (value === null ? 1 : 0);
      yield* values.filter((value) => types.includes(typeOf(value))).sort((left, right) => last(left) - last(right));
      return;
    }
    for (const type of types) yield* ofType(type, demand, name, depth, variant);
    yield* [...demand.defaults, ...samples];
  }

  function* ofType(type: TypeName, demand: Constraints, name: string, depth: number, variant: number): Generator<Json> {
    if (type === 'null') yield null;
    if (type === 'boolean') yield* (variant + turnOf(name)) % 2 === 0 ? [true, false] : [false, true];
    if (type === 'number') yield* numbersFor(demand, name, variant, dates);
    if (type === 'string') yield* stringsFor(demand, name, variant, direction === 'request');
    if (type === 'array' || type === 'object') {
      // Code before a `yield` opens the references, code after it closes them: the caller runs in between.
      const values = type === 'object' ? objectsFor(demand, depth, variant, filler) : undefined;
      for (let turn = 0; turn < 4; turn += 1) {
        for (const ref of demand.references) open.set(ref, timesOpen(ref) + 1);
        const value = values === undefined ? arrayFor(demand, name, depth, variant, filler) : values.next().value;
        for (const ref of demand.references) open.set(ref, timesOpen(ref) - 1);
        if (value === undefined) return;
        yield value;
        if (values === undefined) return;
      }
    }
  }

  /** In a response, `false` is as frequent as `true`, to detect clients that drop it; such values are not shown as examples. */
  function turnOf(name: string): number {
    return direction === 'reply' ? numberFor(name) : 0;
  }

  /** The types to try: the wire format of a date-time first, `null` last. */
  function orderOf(demand: Constraints): readonly TypeName[] {
    const all: readonly TypeName[] = ['string', 'object', 'array', 'number', 'boolean', 'null'];
    // A schema with `properties` and no `type` would allow a string as well, but authors do not mean that, not even with a `format`.
    const meant: readonly TypeName[] = demand.about.has('object') ? ['object', ...all] : all;
    const implied = new Set(meant.filter((type) => demand.about.has(type)));
    const types = demand.types ?? (implied.size > 0 && demand.values === undefined ? [...implied] : all);
    const timed = demand.formats.includes('date-time') && types.includes('number') && types.includes('string');
    const wire: TypeName = direction === 'reply' && dates?.toNumber ? 'number' : 'string';
    const rank = (type: TypeName): number => (type === 'null' ? 2 : timed && type === wire ? 0 : 1);
    return [...types].sort((left, right) => rank(left) - rank(right));
  }
}

/** Whether an example can be the whole value at any level: a scalar, or an array of scalars. */
function isShort(sample: Json): boolean {
  const items = isArray(sample) ? sample : [sample];
  return items.length > 0 && items.every((item) => typeof item !== 'object' || item === null) && sample !== null;
}

const memories = new WeakMap<Source, Map<string, FillMemory>>();

/** None if a value depends on its depth. */
function memoryFor(model: Source, direction: string, limits: Limits): FillMemory | undefined {
  const { depth, steps, ...others } = limits;
  if (depth > 0 && depth < Number.POSITIVE_INFINITY) return undefined;
  const known = memories.get(model) ?? new Map<string, FillMemory>();
  memories.set(model, known);
  const way = JSON.stringify([direction, depth > 0, others]);
  const memory = known.get(way) ?? new FillMemory(model);
  known.set(way, memory);
  return memory;
}
