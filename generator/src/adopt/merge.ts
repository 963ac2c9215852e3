import { METHODS } from '../load/document.js';
import {
  ABSENT,
  factsOf,
  getArray,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  mergeNew,
  namedReference,
  nodeAt,
  References,
  schemasOf,
  templateNames,
} from '../schema/index.js';
import { Changes } from './changes.js';
import { type Edit, withEdits } from './edits.js';
import { type Located, operationsOfPaths, withUniqueIds } from './located.js';
import { NewParts } from './new-parts.js';
import { OperationMerge } from './operations.js';
import { extensionsIn, type Note, Rules } from './rules.js';
import { SecurityMerge } from './security.js';
import { referencesIn, shapeOf, usedSchemas } from './used-schemas.js';

/** The edits that update one bundled document to the facts of another, the vendor's. */
export interface Merged {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

export function mergeDocuments(ours: JsonObject, theirs: JsonObject): Merged {
  return new Merge(ours, theirs).run();
}

class Merge {
  readonly #ours: JsonObject;
  readonly #theirs: JsonObject;
  readonly #own: References;
  readonly #other: References;
  readonly #rules: Rules;
  readonly #changes: Changes;
  readonly #fresh: NewParts;
  readonly #merge: OperationMerge;
  readonly #security: SecurityMerge;

  constructor(ours: JsonObject, theirs: JsonObject) {
    this.#ours = ours;
    this.#theirs = theirs;
    this.#own = new References(ours);
    this.#other = new References(theirs);
    const version = String(getObject(theirs, 'info')?.version ?? 'without a version');
    this.#rules = new Rules(version, extensionsIn(ours), this.#own, this.#other);
    this.#changes = new Changes(this.#rules);
    this.#fresh = new NewParts(ours, this.#other, this.#rules);
    this.#security = new SecurityMerge(ours, theirs, this.#rules, this.#changes);
    this.#merge = new OperationMerge(this.#own, this.#other, this.#rules, this.#changes, this.#fresh);
  }

  run(): Merged {
    this.#operations();
    this.#changes.settle();
    const gone = this.#schemas();
    const { edits } = this.#changes;
    // A schema that is still referred to is kept until those references are removed.
    const removals = [...gone.keys()].map((name) => ({ tokens: ['components', 'schemas', name], value: undefined }));
    const referred = referencesIn(withEdits(this.#ours, [...edits, ...removals]));
    for (const [name, entry] of gone) {
      const tokens = ['components', 'schemas', name];
      if (referred.has(namedReference(name))) continue;
      this.#rules.note('removed', `${name}, absent since ${getString(entry, ABSENT)}`);
      edits.push({ tokens, value: undefined });
    }
    return { edits, notes: this.#rules.notes };
  }

  #operations(): void {
    const own = operationsOfPaths(this.#ours);
    const other = withUniqueIds(operationsOfPaths(this.#theirs), this.#rules);
    const at = (list: readonly Located[]) => new Map(list.map((one) => [`${one.method} ${one.path}`, one]));
    const [before, after] = [at(own), at(other)];
    const moved = new Map<string, Located>();
    const nameOf = ({ path, method, operation }: Located): string =>
      getString(operation, 'operationId') ?? `${method.toUpperCase()} ${path}`;
    for (const [place, one] of before) if (!after.has(place)) moved.set(nameOf(one), one);
    for (const [place, other] of after) {
      const { path, method, operation } = other;
      const known = before.get(place);
      const id = nameOf(other);
      const from = known === undefined ? moved.get(id) : undefined;
      if (known !== undefined) {
        this.#merge.operation(['paths', path, method], known.operation, operation);
        this.#security.operation(['paths', path, method], known.operation, operation, id);
      } else if (from !== undefined) {
        moved.delete(id);
        this.#rules.note(
          'changed',
          `${id} is at ${method.toUpperCase()} ${path}, was at ${from.method.toUpperCase()} ${from.path}`,
        );
        this.#move(from, path, method);
      } else {
        this.#rules.note('added', `${id}: ${method.toUpperCase()} ${path}`);
        const fresh = { ...this.#fresh.operation(operation, path), ...this.#security.fresh(operation) };
        this.#changes.add(['paths', path, method], fresh);
      }
    }
    const gone = new Map<string, Json>();
    for (const [id, { path, method, operation }] of moved) {
      const tokens = ['paths', path, method];
      const kept = this.#rules.absent(operation, id);
      if (kept === undefined) this.#changes.remove(tokens);
      else this.#changes.change(tokens, operation, kept);
      gone.set(id, shapeOf(operation, this.#own));
    }
    const ids = new Set(own.map(nameOf));
    const added = [...after].filter(([place, one]) => !before.has(place) && !ids.has(nameOf(one)));
    const shapes = added.map(([, one]) => [nameOf(one), shapeOf(one.operation, this.#other)] as const);
    this.#rules.suspectRenames('The operation', gone, new Map(shapes));
  }

  /**
   * An operation that only gets another method, and a path whose operations all move, are renamed in place. A single operation is
   * moved with our texts and examples. Its facts are merged in the next round.
   */
  #move(from: Located, path: string, method: string): void {
    const item = (root: JsonObject, at: string) => getObject(getObject(root, 'paths'), at);
    if (from.path === path && item(this.#ours, path)?.[method] === undefined) {
      this.#changes.rename(['paths', path, from.method], method);
      return;
    }
    const [before, after] = [templateNames(from.path), templateNames(path)];
    const methods = METHODS.filter((one) => getObject(item(this.#ours, from.path), one) !== undefined);
    const isWhole = methods.every((one) => {
      const [id, next] = [item(this.#ours, from.path), item(this.#theirs, path)].map((at) =>
        getString(getObject(at, one), 'operationId'),
      );
      return id === next && id !== undefined && getObject(item(this.#theirs, from.path), one) === undefined;
    });
    if (isWhole && item(this.#ours, path) === undefined) {
      const tokens = ['paths', from.path];
      this.#changes.rename(tokens, path);
      for (const one of methods) this.#renamePathParameters([...tokens, one], before, after);
      return;
    }
    const parameters = getArray(from.operation, 'parameters').map((entry) => {
      const name =
        getString(entry, 'in') === 'path' ? after[before.indexOf(getString(entry, 'name') ?? '')] : undefined;
      return name === undefined || !isObject(entry) ? entry : { ...entry, name };
    });
    const moved = { ...from.operation, ...(parameters.length > 0 ? { parameters } : {}) };
    this.#changes.add(['paths', path, method], moved);
    this.#changes.remove(['paths', from.path, from.method]);
  }

  /** Path parameters are matched by position. */
  #renamePathParameters(tokens: readonly string[], before: readonly string[], after: readonly string[]): void {
    const operation = nodeAt(this.#ours, tokens);
    for (const [index, entry] of getArray(operation, 'parameters').entries()) {
      const target = this.#merge.target([...tokens, 'parameters', String(index)], entry);
      const name = target.value.in === 'path' ? after[before.indexOf(String(target.value.name))] : undefined;
      if (name !== undefined) this.#changes.change([...target.tokens, 'name'], target.value.name ?? '', name);
    }
  }

  /** @returns the schemas to be removed. */
  #schemas(): ReadonlyMap<string, Json> {
    const [own, other] = [schemasOf(this.#ours), schemasOf(this.#theirs)];
    const used = usedSchemas(this.#ours);
    const isMarked = (name: string): boolean => getString(own[name], ABSENT) !== undefined;
    // Those that no operation of ours uses are documented for themselves.
    const needed = usedSchemas(
      this.#theirs,
      Object.keys(own).filter((name) => !used.has(name) && !isMarked(name)),
    );
    const absent = new Map<string, Json>();
    for (const [name, schema] of Object.entries(own)) {
      const theirs = needed.has(name) ? other[name] : undefined;
      if (theirs === undefined) absent.set(name, schema);
      else this.#mergeSchema(name, schema, theirs);
    }
    // Merging one inlined schema may reveal others that are inlined within it.
    for (let size = -1; size !== absent.size; ) {
      size = absent.size;
      for (const [name, schema] of absent) if (this.#mergeInlined(name, schema)) absent.delete(name);
    }
    const gone = new Map<string, Json>();
    for (const [name, schema] of absent) {
      const before = this.#rules.notes.length;
      const kept = this.#rules.absent(schema, name);
      if (kept !== undefined) this.#changes.change(['components', 'schemas', name], schema, kept);
      else {
        this.#rules.notes.length = before;
        gone.set(name, schema);
      }
    }
    this.#addSchemas(Object.entries(other).filter(([name]) => own[name] === undefined && needed.has(name)));
    return gone;
  }

  #mergeSchema(name: string, schema: Json, theirs: Json): void {
    const merged = this.#rules.merged(this.#rules.present(schema, name), theirs, name);
    this.#changes.change(['components', 'schemas', name], schema, merged);
  }

  /** Whether the vendor inlines a schema that we refer to, so that it is not absent. */
  #mergeInlined(name: string, schema: Json): boolean {
    const [first, ...others] = this.#rules.inlined.get(namedReference(name)) ?? [];
    if (first === undefined) return false;
    const rules = this.#rules.of(name);
    const facts = factsOf(first, rules);
    if (others.every((one) => factsOf(one, rules) === facts)) this.#mergeSchema(name, schema, first);
    else this.#rules.note('decide', `${name} is shared, and its inlined versions differ now: split it.`);
    return true;
  }

  /**
   * Adds schemas with a donor of texts first, since those that they refer to may get donors too. A schema that we inline is only
   * added if something new refers to it.
   */
  #addSchemas(schemas: readonly (readonly [string, Json])[]): void {
    const waiting = new Map(schemas.map(([name, schema]) => [namedReference(name), { name, schema }]));
    const { donors, named } = this.#rules;
    for (;;) {
      const refs = [...waiting.keys()];
      const isNeeded = (ref: string): boolean =>
        referencesIn(this.#changes.edits.map(({ value }) => value ?? null)).has(ref);
      const ref = refs.find((one) => donors.has(one)) ?? refs.find((one) => !named.has(one)) ?? refs.find(isNeeded);
      const { name, schema } = waiting.get(ref ?? '') ?? {};
      if (ref === undefined || name === undefined || schema === undefined) return;
      waiting.delete(ref);
      const donor = donors.get(ref);
      const from =
        donor?.ref === undefined ? '' : `, in place of ${donor.ref.split('/').at(-1)}, whose texts are copied`;
      this.#rules.note('added', `${name}${from}`);
      const rules = this.#rules.of(name);
      const value = donor === undefined ? this.#rules.fresh(schema, name) : mergeNew(donor.schema, schema, rules);
      this.#changes.add(['components', 'schemas', name], value);
    }
  }
}
