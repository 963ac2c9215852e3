import type { Model } from '../../model/model.js';
import { NameAllocator } from '../../naming/allocate.js';
import { toDeclarationName } from '../../naming/identifiers.js';
import { camelCase } from '../../naming/index.js';
import type { Schema } from '../../schema/index.js';
import { get, getArray, getObject, getString, isDateTime, isSchema, pointerToken } from '../../schema/index.js';
import { objectLiteral, stringLiteral } from '../encode.js';

/** Where a value holds date-times; the runtime's `DatePlan` as data, with references by schema key. */
type Plan =
  | { readonly kind: 'date' }
  | { readonly kind: 'array'; readonly item: Plan }
  | { readonly kind: 'map'; readonly value: Plan }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Plan> }
  | { readonly kind: 'all'; readonly parts: readonly Plan[] }
  | { readonly kind: 'reference'; readonly key: string };

const schemaPrefix = '#/components/schemas/';

/**
 * Makes the table that tells the client where replies hold date-times: one constant a schema that leads to one,
 * shared by all operations, in an order in which each stands before its use; recursion goes through a function.
 */
export class DatePlans {
  readonly #model: Model;
  readonly #leads: ReadonlySet<string>;
  readonly #names = new Map<string, string>();
  readonly #allocator = new NameAllocator({ ignoreCase: false });
  readonly #open = new Set<string>();
  /** By the references that lead back to themselves: the names of the functions that return their plans. */
  readonly #recursive = new Map<string, string>();
  readonly #declarations: string[] = [];
  readonly #mentioned = new Set<string>();

  /** @param taken names that the module of the operations has beside the constants */
  constructor(model: Model, taken: readonly string[]) {
    this.#model = model;
    this.#leads = schemasWithDates(model);
    for (const name of ['DatePlan', ...taken]) this.#allocator.take([name]);
  }

  /** The expression for a reply of this schema; `undefined` when it holds no date-time. */
  expression(schema: Schema): string | undefined {
    const plan = this.#plan(schema);
    return plan && this.#print(plan);
  }

  /** The declarations that the expressions use. */
  get declarations(): readonly string[] {
    const thunks = [...this.#recursive].map(([ref, again]) => {
      return `const ${again} = (): DatePlan => ${this.#names.get(ref) ?? ''};`;
    });
    return [...thunks, ...this.#declarations];
  }

  /** The constants that the expressions made so far mention. */
  get mentioned(): readonly string[] {
    return [...this.#mentioned].sort();
  }

  #plan(schema: Schema): Plan | undefined {
    if (typeof schema === 'boolean') return undefined;
    if (isDateTime(schema)) return { kind: 'date' };
    const parts: Plan[] = [];
    const ref = getString(schema, '$ref');
    if (ref !== undefined) parts.push(...this.#referencePlan(ref));
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
      for (const part of getArray(schema, keyword)) if (isSchema(part)) parts.push(...listOf(this.#plan(part)));
    }
    const items = [get(schema, 'items'), ...getArray(schema, 'prefixItems')].flatMap((item) =>
      isSchema(item) ? listOf(this.#plan(item)) : [],
    );
    const item = merge(items);
    if (item) parts.push({ kind: 'array', item });
    const fields = Object.entries(getObject(schema, 'properties') ?? {}).flatMap(([name, property]) => {
      const plan = isSchema(property) ? this.#plan(property) : undefined;
      return plan ? [[name, plan] as const] : [];
    });
    if (fields.length > 0) parts.push({ kind: 'fields', fields: new Map(fields) });
    const additional = get(schema, 'additionalProperties');
    const value = isSchema(additional) ? this.#plan(additional) : undefined;
    if (value) parts.push({ kind: 'map', value });
    return merge(parts);
  }

  #referencePlan(ref: string): Plan[] {
    return this.#leads.has(ref) ? [{ kind: 'reference', key: ref }] : [];
  }

  #print(plan: Plan): string {
    switch (plan.kind) {
      case 'date':
        return '1';
      case 'array':
        return `[${this.#print(plan.item)}]`;
      case 'map':
        return `['*', ${this.#print(plan.value)}]`;
      case 'fields':
        return this.#printFields([...plan.fields]);
      case 'all':
        return `['&', ${plan.parts.map((part) => this.#print(part)).join(', ')}]`;
      case 'reference':
        return this.#declare(plan.key);
    }
  }

  /** An object literal; fields that every object has stand beside it, each by itself. */
  #printFields(fields: readonly (readonly [name: string, plan: Plan])[]): string {
    const [named, inherited] = [false, true].map((isInherited) =>
      fields.filter(([name]) => name in Object.prototype === isInherited),
    );
    const single = (inherited ?? []).map(([name, plan]) => `['.', ${stringLiteral(name)}, ${this.#print(plan)}]`);
    const entries = (named ?? []).map(([name, plan]) => [name, this.#print(plan)] as const);
    const plans = entries.length > 0 ? [objectLiteral(entries), ...single] : single;
    return plans.length === 1 ? plans.join('') : `['&', ${plans.join(', ')}]`;
  }

  #declare(ref: string): string {
    const known = this.#names.get(ref);
    const isMentioned = this.#open.size === 0;
    if (known !== undefined) {
      if (isMentioned) this.#mentioned.add(known);
      if (!this.#open.has(ref)) return known;
      const again = this.#recursive.get(ref) ?? this.#allocator.take([`${known}Again`]);
      this.#recursive.set(ref, again);
      return again;
    }
    const described = ref.startsWith(schemaPrefix) ? ref.slice(schemaPrefix.length) : (ref.split('/').pop() ?? '');
    const name = this.#allocator.take([toDeclarationName(camelCase(described) || 'dates')]);
    this.#names.set(ref, name);
    if (isMentioned) this.#mentioned.add(name);
    this.#open.add(ref);
    const schema = this.#model.resolve(ref) ?? true;
    const plan = this.#plan(schema);
    const text = plan ? this.#print(plan) : '{}';
    this.#open.delete(ref);
    this.#declarations.push(`export const ${name}: DatePlan = ${text};`);
    return name;
  }
}

function listOf(plan: Plan | undefined): Plan[] {
  return plan ? [plan] : [];
}

/** Several plans for one value as one: fields side by side, repeated references once. */
function merge(plans: readonly Plan[]): Plan | undefined {
  const flat = plans.flatMap((plan) => (plan.kind === 'all' ? plan.parts : [plan]));
  const fields = new Map<string, Plan>();
  const others = new Map<string, Plan>();
  for (const plan of flat) {
    if (plan.kind !== 'fields') {
      others.set(JSON.stringify(plan, replaceMaps), plan);
      continue;
    }
    for (const [name, field] of plan.fields) {
      const before = fields.get(name);
      fields.set(name, (before && merge([before, field])) ?? field);
    }
  }
  const parts = [...others.values(), ...(fields.size > 0 ? [{ kind: 'fields', fields } as const] : [])];
  const [first] = parts;
  return parts.length > 1 ? { kind: 'all', parts } : first;
}

function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

/** The references to schemas from which a date-time can be reached. */
function schemasWithDates(model: Model): Set<string> {
  const leads = new Set<string>();
  const referrers = new Map<string, string[]>();
  // A set takes in what is added while it is walked: the references that others lead to.
  const found = new Set(model.schemas.map(({ name }) => schemaPrefix + pointerToken(name)));
  for (const { replies } of model.operations) for (const { schema } of replies) scan(schema ?? true, { refs: found });
  for (const self of found) {
    const seen = { date: false, refs: new Set<string>() };
    scan(model.resolve(self) ?? true, seen);
    if (seen.date) leads.add(self);
    for (const ref of seen.refs) {
      found.add(ref);
      const known = referrers.get(ref);
      if (known) known.push(self);
      else referrers.set(ref, [self]);
    }
  }
  const queue = [...leads];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    for (const referrer of referrers.get(ref) ?? []) {
      if (leads.has(referrer)) continue;
      leads.add(referrer);
      queue.push(referrer);
    }
  }
  return leads;
}

function scan(schema: Schema, seen: { date?: boolean; readonly refs: Set<string> }): void {
  if (typeof schema === 'boolean') return;
  if (isDateTime(schema)) seen.date = true;
  const ref = getString(schema, '$ref');
  if (ref !== undefined) seen.refs.add(ref);
  const children = [
    ...['allOf', 'oneOf', 'anyOf', 'prefixItems'].flatMap((keyword) => getArray(schema, keyword)),
    ...Object.values(getObject(schema, 'properties') ?? {}),
    get(schema, 'items'),
    get(schema, 'additionalProperties'),
  ];
  for (const child of children) if (isSchema(child)) scan(child, seen);
}
