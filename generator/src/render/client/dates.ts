import type { Model } from '../../model/model.js';
import { NameAllocator } from '../../naming/allocate.js';
import { toDeclarationName } from '../../naming/identifiers.js';
import { camelCase } from '../../naming/index.js';
import type { JsonObject, Schema } from '../../schema/index.js';
import {
  branchesOf,
  distinguishingField,
  get,
  getObject,
  getString,
  isDateTime,
  isSchema,
  itemsOf,
  lastToken,
  objectShape,
  partsBesideUnions,
  referencedName,
  schemaTypes,
  tupleItems,
  unwrapFully,
} from '../../schema/index.js';
import { objectLiteral, stringLiteral } from '../encode.js';
import { listOf, merge, type Plan, replaceMaps } from './date-plan.js';
import { schemasWithDates } from './date-reach.js';

/**
 * Builds the table of date-times in responses: one constant per schema that contains any, shared by all operations, ordered so
 * that each is declared before its use; recursion goes through a function.
 */
export class DatePlans {
  readonly #model: Model;
  readonly #leads: ReadonlySet<string>;
  readonly #plans = new Map<JsonObject, Plan | null>();
  /** The schemas whose plans are being made, each with a number: branches of a union may lead back to it. */
  readonly #unfinished = new Map<JsonObject, number>();
  readonly #names = new Map<string, string>();
  readonly #allocator: NameAllocator;
  readonly #open = new Set<string>();
  /** By circular reference: the names of the functions that return their plans. */
  readonly #recursive = new Map<string, string>();
  readonly #declarations: string[] = [];
  readonly #mentioned = new Set<string>();

  /** @param taken other names in the module of the operations */
  constructor(model: Model, taken: readonly string[]) {
    this.#model = model;
    this.#leads = schemasWithDates(model);
    this.#allocator = new NameAllocator(['DatePlan', ...taken]);
  }

  /** The expression for a response of this schema; `undefined` if it contains no date-time. */
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

  /** The constants used by the expressions since the last call. */
  takeMentioned(): readonly string[] {
    const names = [...this.#mentioned].sort();
    this.#mentioned.clear();
    return names;
  }

  #plan(schema: Schema): Plan | undefined {
    if (typeof schema === 'boolean') return undefined;
    const known = this.#plans.get(schema);
    if (known !== undefined) return known ?? undefined;
    this.#unfinished.set(schema, this.#unfinished.size);
    const plan = this.#makePlan(schema);
    this.#unfinished.delete(schema);
    this.#plans.set(schema, plan ?? null);
    return plan;
  }

  #makePlan(schema: JsonObject): Plan | undefined {
    if (isDateTime(schema)) return { kind: 'date', isOnly: true };
    const parts: Plan[] = [];
    const ref = getString(schema, '$ref');
    if (ref !== undefined) parts.push(...this.#referencePlan(ref));
    for (const part of partsBesideUnions(schema)) parts.push(...listOf(this.#plan(part)));
    parts.push(...this.#unionPlans(schema));
    const own = getObject(schema, 'properties') ?? {};
    const fields = Object.entries(own).flatMap(([name, property]) => {
      const plan = isSchema(property) ? this.#plan(property) : undefined;
      return plan ? [[name, plan] as const] : [];
    });
    if (fields.length > 0) parts.push({ kind: 'fields', fields: new Map(fields) });
    const entries = [
      get(schema, 'additionalProperties'),
      ...Object.values(getObject(schema, 'patternProperties') ?? {}),
    ];
    const value = merge(entries.flatMap((entry) => (isSchema(entry) ? listOf(this.#plan(entry)) : [])));
    // A named field has its own schema.
    if (value) parts.push({ kind: 'map', value, except: Object.keys(own) });
    return merge([...parts, ...this.#itemPlans(schema)]);
  }

  #itemPlans(schema: JsonObject): Plan[] {
    const rest = this.#plan(itemsOf(schema));
    const places = tupleItems(schema).map((item) => this.#plan(item));
    // Positions before items with dates: a string that is not a date is unchanged.
    if (rest || places.length === 0)
      return listOf(merge([...listOf(rest), ...places.flatMap(listOf)])).map((item) => ({ kind: 'array', item }));
    const dated = places.flatMap((plan, index) => (plan ? [[String(index), plan] as const] : []));
    return dated.length > 0 ? [{ kind: 'tuple', places: new Map(dated) }] : [];
  }

  /**
   * One plan for all branches of a union; one per branch if they disagree about a field and another field identifies the branch.
   */
  #unionPlans(schema: JsonObject): Plan[] {
    const branches = branchesOf(schema);
    const plans = branches.map((branch) => this.#plan(branch));
    const choice = this.#disagree(branches) ? distinguishingField(schema, this.#model) : undefined;
    if (choice === undefined) {
      const isText = branches.some(
        (branch) =>
          !isDateTime(unwrapFully(branch, this.#model).schema) && schemaTypes(branch, this.#model).includes('string'),
      );
      return plans
        .flatMap(listOf)
        .map((plan) => (plan.kind === 'date' && isText ? { kind: 'date', isOnly: false } : plan));
    }
    const cases = branches.flatMap((branch, index) => {
      const plan = plans[index];
      return plan === undefined ? [] : (choice.values.get(branch) ?? []).map((value) => [value, plan] as const);
    });
    return cases.length > 0 ? [{ kind: 'choice', property: choice.property, plans: new Map(cases) }] : [];
  }

  /** Whether two branches have a field of the same name that contains date-times in one and other strings in the other. */
  #disagree(branches: readonly Schema[]): boolean {
    const known = new Map<string, string | number>();
    return branches.some((branch) =>
      objectShape(branch, this.#model).properties.some(({ name, schema }) => {
        const unfinished = typeof schema === 'boolean' ? undefined : this.#unfinished.get(schema);
        const plan = unfinished ?? JSON.stringify(this.#plan(schema) ?? null, replaceMaps);
        const before = known.get(name) ?? plan;
        known.set(name, before);
        return before !== plan;
      }),
    );
  }

  #referencePlan(ref: string): Plan[] {
    return this.#leads.has(ref) ? [{ kind: 'reference', key: ref }] : [];
  }

  #print(plan: Plan): string {
    switch (plan.kind) {
      case 'date':
        return plan.isOnly ? '1' : '2';
      case 'array':
        return `[${this.#print(plan.item)}]`;
      case 'tuple':
        return this.#printAll(
          [...plan.places].map(([place, item]) => `['.', ${stringLiteral(place)}, ${this.#print(item)}]`),
        );
      case 'map':
        return `[${["'*'", this.#print(plan.value), ...plan.except.map(stringLiteral)].join(', ')}]`;
      case 'choice': {
        const cases = [...plan.plans].map(([value, one]) => [value, this.#print(one)] as const);
        return `['?', ${stringLiteral(plan.property)}, ${objectLiteral(cases)}]`;
      }
      case 'fields':
        return this.#printFields([...plan.fields]);
      case 'all':
        return this.#printAll(plan.parts.map((part) => this.#print(part)));
      case 'reference':
        return this.#declare(plan.key);
    }
  }

  /** An object literal; fields named like members of `Object.prototype` are printed separately. */
  #printFields(fields: readonly (readonly [name: string, plan: Plan])[]): string {
    const [named, inherited] = [false, true].map((isInherited) =>
      fields.filter(([name]) => name in Object.prototype === isInherited),
    );
    const single = (inherited ?? []).map(([name, plan]) => `['.', ${stringLiteral(name)}, ${this.#print(plan)}]`);
    const entries = (named ?? []).map(([name, plan]) => [name, this.#print(plan)] as const);
    const plans = entries.length > 0 ? [objectLiteral(entries), ...single] : single;
    return this.#printAll(plans);
  }

  #printAll(plans: readonly string[]): string {
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
    const described = referencedName(ref) ?? lastToken(ref);
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
