import { addTo } from '../problems/index.js';
import { formatPointer, type Json } from '../schema/index.js';
import { type Edit, editsBetween } from './edits.js';
import type { Note, Rules } from './rules.js';

/** The edits that a reference's user makes to the object that it leads to, with their notes. */
interface Version {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
  /** Replaces the reference by a copy of the object. */
  readonly copy: Edit;
}

/** The edits of a document, by pointer. */
export class Changes {
  readonly #rules: Rules;
  readonly #shared = new Map<string, Version[]>();
  #places = new Map<string, readonly Edit[]>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  get edits(): Edit[] {
    return [...this.#places.values()].flat();
  }

  /** Records the edits of an object, to which the reference at other tokens leads. */
  through(tokens: readonly string[], target: { readonly tokens: readonly string[]; value: Json }, record: () => void) {
    const { notes } = this.#rules;
    const [places, before] = [this.#places, notes.length];
    this.#places = new Map();
    record();
    const version = { edits: this.edits, notes: notes.splice(before), copy: { tokens, value: target.value } };
    this.#places = places;
    addTo(this.#shared, formatPointer(target.tokens), version);
  }

  /** Edits each shared object as most of its users need it. The others get a copy of it, which is edited in the next round. */
  settle(): void {
    for (const [pointer, versions] of this.#shared) {
      const alike = new Map<string, Version[]>();
      for (const version of versions) addTo(alike, JSON.stringify(version.edits), version);
      const editsOf = ([version]: readonly Version[]): readonly Edit[] => version?.edits ?? [];
      const [most = [], ...others] = [...alike.values()].sort((one, other) => {
        return other.length - one.length || editsOf(one).length - editsOf(other).length;
      });
      this.#places.set(pointer, editsOf(most));
      this.#rules.notes.push(...(most[0]?.notes ?? []));
      for (const { copy } of others.flat()) this.#places.set(formatPointer(copy.tokens), [copy]);
    }
  }

  change(tokens: readonly string[], before: Json, after: Json): void {
    this.#places.set(formatPointer(tokens), editsBetween(before, after, tokens));
  }

  add(tokens: readonly string[], value: Json): void {
    this.#places.set(formatPointer(tokens), [{ tokens, value }]);
  }

  remove(tokens: readonly string[]): void {
    this.#places.set(formatPointer(tokens), [{ tokens, value: undefined }]);
  }

  rename(tokens: readonly string[], name: string): void {
    this.#places.set(formatPointer(tokens), [{ tokens, value: undefined, rename: name }]);
  }

  append(tokens: readonly string[], values: readonly Json[]): void {
    const edits = values.map((value) => ({ tokens: [...tokens, '-'], value }));
    this.#places.set(`${formatPointer(tokens)}/-`, edits);
  }
}
