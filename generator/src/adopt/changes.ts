import { formatPointer, type Json } from '../schema/index.js';
import { type Edit, editsBetween } from './edits.js';
import type { Rules } from './rules.js';

/** The edits of a document, by pointer. */
export class Changes {
  readonly #rules: Rules;
  /** `contested`: several operations share the object and would change it differently. */
  readonly #places = new Map<string, readonly Edit[] | 'contested'>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  get edits(): Edit[] {
    return [...this.#places.values()].flatMap((one) => (one === 'contested' ? [] : one));
  }

  change(tokens: readonly string[], before: Json, after: Json): void {
    // Recorded even if nothing changes: another operation that shares the object may disagree.
    const edits = editsBetween(before, after, tokens);
    const key = formatPointer(tokens);
    const earlier = this.#places.get(key);
    if (earlier === undefined) this.#places.set(key, edits);
    else if (earlier !== 'contested' && JSON.stringify(earlier) !== JSON.stringify(edits)) {
      this.#places.set(key, 'contested');
      this.#rules.note('decide', `#${key} is shared, and the operations that use it differ now: split it.`);
    }
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
