import { METHODS } from '../load/bundle/grammar.js';
import {
  ABSENT,
  getArray,
  getObject,
  getString,
  type Json,
  type JsonObject,
  nodeAt,
  pointerToken,
  References,
} from '../schema/index.js';
import { Changes } from './changes.js';
import { type Edit, withEdits } from './edits.js';
import { type Located, operationsIn } from './located.js';
import { NewParts } from './new-parts.js';
import { OperationMerge } from './operations.js';
import { extensionsIn, type Note, Rules } from './rules.js';

/** What makes the facts of one bundled document those of another one, which is the vendor's. */
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

  constructor(ours: JsonObject, theirs: JsonObject) {
    this.#ours = ours;
    this.#theirs = theirs;
    this.#own = new References(ours);
    this.#other = new References(theirs);
    const version = getString(getObject(theirs, 'info'), 'version') ?? '';
    this.#rules = new Rules(version, extensionsIn(ours), this.#own, this.#other);
    this.#changes = new Changes(this.#rules);
    this.#fresh = new NewParts(ours, this.#other, this.#rules);
    this.#merge = new OperationMerge(this.#own, this.#other, this.#rules, this.#changes, this.#fresh);
  }

  run(): Merged {
    this.#operations();
    const gone = this.#schemas();
    const { edits } = this.#changes;
    // A schema to which something still refers stays until that is gone as well.
    const removals = [...gone.keys()].map((name) => ({ tokens: ['components', 'schemas', name], value: undefined }));
    const referred = referencesIn(withEdits(this.#ours, [...edits, ...removals]));
    for (const [name, entry] of gone) {
      const tokens = ['components', 'schemas', name];
      if (referred.has(schemaReference(name))) continue;
      this.#rules.note('removed', `${name}, absent since ${getString(entry, ABSENT)}`);
      edits.push({ tokens, value: undefined });
    }
    return { edits, notes: this.#rules.notes };
  }

  #operations(): void {
    const [own, other] = [operationsIn(this.#ours), operationsIn(this.#theirs)];
    const at = (list: readonly Located[]) => new Map(list.map((one) => [`${one.method} ${one.path}`, one]));
    const [before, after] = [at(own), at(other)];
    const moved = new Map<string, Located>();
    for (const [place, one] of before) if (!after.has(place)) moved.set(String(one.operation.operationId), one);
    for (const [place, { path, method, operation }] of after) {
      const known = before.get(place);
      const id = String(operation.operationId);
      const from = known === undefined ? moved.get(id) : undefined;
      if (known !== undefined) {
        this.#merge.operation(['paths', path, method], known.operation, operation);
      } else if (from !== undefined) {
        moved.delete(id);
        this.#rules.note('changed', `${id} is at ${method.toUpperCase()} ${path}, was at ${from.path}`);
        this.#move(from, path, method, operation);
      } else {
        this.#rules.note('added', `${id}: ${method.toUpperCase()} ${path}`);
        this.#changes.add(['paths', path, method], this.#fresh.operation(operation, path));
      }
    }
    const gone = new Map<string, Json>();
    for (const [id, { path, method, operation }] of moved) {
      const tokens = ['paths', path, method];
      const kept = this.#rules.absent(operation, id);
      if (kept === undefined) this.#changes.remove(tokens);
      else this.#changes.change(tokens, operation, kept);
      gone.set(id, this.#shapeOf(operation));
    }
    const added = [...after].filter(
      ([place, one]) =>
        !before.has(place) && !own.some(({ operation }) => operation.operationId === one.operation.operationId),
    );
    const shapes = added.map(([, { operation }]) => [String(operation.operationId), this.#shapeOf(operation)] as const);
    this.#rules.suspectRenames('The operation', gone, new Map(shapes));
  }

  /** A path all of whose operations move is renamed where it is, and its facts follow in the next round. */
  #move(from: Located, path: string, method: string, operation: JsonObject): void {
    const item = (root: JsonObject, at: string) => getObject(getObject(root, 'paths'), at);
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
      for (const one of methods) this.#renamePathParameters([...tokens, one], namesIn(from.path), namesIn(path));
      return;
    }
    this.#changes.add(['paths', path, method], {
      ...from.operation,
      ...this.#fresh.operation(operation, path, from.operation),
    });
    this.#changes.remove(['paths', from.path, from.method]);
  }

  /** What is in the path is known by its place there. */
  #renamePathParameters(tokens: readonly string[], before: readonly string[], after: readonly string[]): void {
    const operation = nodeAt(this.#ours, tokens);
    for (const [index, entry] of getArray(operation, 'parameters').entries()) {
      const target = this.#merge.target([...tokens, 'parameters', String(index)], entry);
      const name = target.value.in === 'path' ? after[before.indexOf(String(target.value.name))] : undefined;
      if (name !== undefined) this.#changes.change([...target.tokens, 'name'], target.value.name ?? '', name);
    }
  }

  /** Similarity of two operations: their arguments and results. */
  #shapeOf({ requestBody, responses }: JsonObject): Json {
    return [...referencesIn([requestBody ?? null, responses ?? null])].sort();
  }

  /** @returns the schemas that are to go. */
  #schemas(): ReadonlyMap<string, Json> {
    const schemasOf = (root: JsonObject): JsonObject => getObject(getObject(root, 'components'), 'schemas') ?? {};
    const [own, other] = [schemasOf(this.#ours), schemasOf(this.#theirs)];
    const gone = new Map<string, Json>();
    for (const [name, schema] of Object.entries(own)) {
      const theirs = other[name];
      const tokens = ['components', 'schemas', name];
      if (theirs !== undefined) {
        this.#changes.change(tokens, schema, this.#merge.schema(this.#rules.present(schema, name), theirs, name));
        continue;
      }
      const before = this.#rules.notes.length;
      const kept = this.#rules.absent(schema, name);
      if (kept !== undefined) this.#changes.change(tokens, schema, kept);
      else {
        this.#rules.notes.length = before;
        gone.set(name, schema);
      }
    }
    for (const [name, schema] of Object.entries(other)) {
      if (own[name] !== undefined) continue;
      const donor = this.#rules.donors.get(schemaReference(name));
      const before = donor === undefined ? undefined : this.#own.lookup(donor);
      const from = donor === undefined ? '' : `, where ${donor.split('/').at(-1)} was: its texts are copied`;
      this.#rules.note('added', `${name}${from}`);
      this.#changes.add(['components', 'schemas', name], this.#rules.fresh(schema, name, before));
    }
    return gone;
  }
}

/** The names in a path, in order. */
function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}

function schemaReference(name: string): string {
  return `#/components/schemas/${pointerToken(name)}`;
}

/** All references in a value. */
function referencesIn(value: Json, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string' && value.startsWith('#/')) found.add(value);
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values<Json>(value)) referencesIn(inner, found);
  return found;
}
