import { nameLikeness, pairByLikeness } from '../diff/likeness.js';
import { addTo } from '../problems/index.js';
import {
  ABSENT,
  canonical,
  type FactRules,
  factsOf,
  fieldsIn,
  freshSchema,
  getString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mergeFacts,
  type References,
} from '../schema/index.js';

/** Minimum similarity of names to report a possible rename. */
const ALIKE = 0.5;

/** A change or a decision to be made, as text. */
export interface Note {
  readonly kind: 'added' | 'changed' | 'removed' | 'kept' | 'back' | 'decide';
  readonly text: string;
}

/** The extensions that a document uses. */
export function extensionsIn(value: Json, found = new Set<string>()): ReadonlySet<string> {
  if (isArray(value)) for (const item of value) extensionsIn(item, found);
  if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('x-') && key !== ABSENT) found.add(key);
      extensionsIn(inner, found);
    }
  }
  return found;
}

/** Decides how each part is merged, and collects notes about it. */
export class Rules {
  readonly notes: Note[] = [];
  /** References to new schemas -> the schema that each replaces, and the reference to that if there was one. */
  readonly donors = new Map<string, { readonly schema: JsonObject; readonly ref: string | undefined }>();
  /** References to schemas that the vendor inlines -> the inlined schemas. */
  readonly inlined = new Map<string, Json[]>();
  /** The vendor's references to schemas that we inline. */
  readonly named = new Set<string>();
  readonly #version: string;
  readonly #extensions: ReadonlySet<string>;
  readonly #ours: References;
  readonly #theirs: References;

  /** @param version of the vendor's document. */
  constructor(version: string, extensions: ReadonlySet<string>, ours: References, theirs: References) {
    this.#version = version;
    this.#extensions = extensions;
    this.#ours = ours;
    this.#theirs = theirs;
  }

  note(kind: Note['kind'], text: string): void {
    this.notes.push({ kind, text });
  }

  /** The rules for the schemas of a schema or operation, by its name. */
  of(place: string): FactRules {
    const rules: FactRules = {
      extensions: this.#extensions,
      fresh: (schema, name) => {
        if (name !== undefined) this.note('added', `${place}.${name}`);
        return this.fresh(schema, name);
      },
      absent: (entry, name) => this.absent(entry, `${place}.${name}`),
      merged: (entry, theirs, name) => {
        const at = `${place}.${name}`;
        return this.merged(this.present(entry, at), theirs, at);
      },
      requiredChanged: (name) => this.note('changed', `${place}.${name}: required`),
      isSame: (ours, theirs) => {
        const [one, other] = [this.#ours.object(ours) ?? null, this.#theirs.object(theirs) ?? null];
        const [own, name] = [getString(ours, '$ref'), getString(theirs, '$ref')];
        const isSame = (own === undefined || name === undefined) && factsOf(one, rules) === factsOf(other, rules);
        if (isSame && name !== undefined) this.named.add(name);
        return isSame;
      },
      isOnlyOurs: (own, theirs) => {
        if (this.#theirs.lookup(own) !== undefined || this.#ours.lookup(own) === undefined) return false;
        addTo(this.inlined, own, theirs);
        return true;
      },
      redirected: (ours, other) => {
        const ref = getString(ours, '$ref');
        const schema = ref === undefined ? ours : this.#ours.lookup(ref);
        const isKnown = this.donors.has(other) || !isObject(schema);
        if (!isKnown && this.#isReplaced(schema, other)) this.donors.set(other, { schema, ref });
      },
      fieldsOf: (schema, side) => fieldsIn(schema, side === 'ours' ? this.#ours : this.#theirs),
      compared: (gone, added) => this.suspectRenames(place, gone, added),
    };
    return rules;
  }

  /** Whether a schema of theirs, which is used in place of ours, has mostly the fields of ours. */
  #isReplaced(schema: JsonObject, other: string): boolean {
    const [before, after] = [fieldsIn(schema, this.#ours), fieldsIn(this.#theirs.lookup(other) ?? null, this.#theirs)];
    const names = Object.keys(after);
    const isComparable = names.length > 0 || Object.keys(before).length === 0;
    return isComparable && names.filter((name) => Object.hasOwn(before, name)).length * 2 >= names.length;
  }

  /** Our schema with the facts of theirs. A change is noted unless a note for a part of it was added. */
  merged(own: Json | undefined, other: Json, place: string): Json {
    if (own === undefined) return this.fresh(other, undefined);
    const before = this.notes.length;
    const merged = mergeFacts(own, other, this.of(place));
    if (canonical(merged) !== canonical(own) && this.notes.length === before) this.note('changed', place);
    return merged;
  }

  /** A new schema, with placeholders for texts. */
  fresh(schema: Json, name: string | undefined): Json {
    return freshSchema(schema, name, { extensions: this.#extensions });
  }

  /**
   * What remains of a part that the vendor's document lacks. At first it is kept, marked with the version; it is removed if a
   * later version lacks it too. With the mark `keep` it is always kept.
   */
  absent(entry: Json, place: string): Json | undefined {
    const mark = getString(entry, ABSENT);
    if (!isObject(entry) || mark === 'keep') return entry;
    if (mark !== undefined && mark !== this.#version) {
      this.note('removed', `${place}, absent since ${mark}`);
      return undefined;
    }
    this.note('kept', `${place} is in the spec, but not in ${this.#version}`);
    return { ...entry, [ABSENT]: this.#version };
  }

  present(entry: Json, place: string): Json {
    if (!isObject(entry) || entry[ABSENT] === undefined || entry[ABSENT] === 'keep') return entry;
    this.note('back', `${place}, absent since ${String(entry[ABSENT])}`);
    return withoutMark(entry);
  }

  /** Reports removed and added entries with the same facts and similar names: they may be renamed. */
  suspectRenames(place: string, gone: ReadonlyMap<string, Json>, added: ReadonlyMap<string, Json>): void {
    const rules = this.of(place);
    const facts = (entries: ReadonlyMap<string, Json>): ReadonlyMap<string, string> =>
      new Map([...entries].map(([name, entry]) => [name, factsOf(withoutMark(entry), rules)]));
    const [before, after] = [facts(gone), facts(added)];
    const pairs = pairByLikeness([...gone.keys()], [...added.keys()], (was, is) => {
      const likeness = before.get(was) === after.get(is) ? nameLikeness(was, is) : 0;
      return likeness >= ALIKE ? likeness : -1;
    });
    for (const [was, is] of pairs) {
      this.note('decide', `${place}.${was} may have been renamed to ${is}: if so, move its text there and remove it.`);
    }
  }
}

function withoutMark(entry: Json): Json {
  if (!isObject(entry)) return entry;
  const { [ABSENT]: _, ...rest }: JsonObject = entry;
  return rest;
}
