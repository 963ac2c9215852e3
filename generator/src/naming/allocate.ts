import { freeName } from '../problems/index.js';

/** Allocates unique names, case-insensitively where files or anchors need that. */
export class NameAllocator {
  readonly #taken = new Set<string>();
  readonly #ignoreCase: boolean;

  constructor(taken: Iterable<string> = [], ignoreCase = false) {
    this.#ignoreCase = ignoreCase;
    for (const name of taken) this.#keep(name);
  }

  /** Returns the first candidate that is free, otherwise the last one with the first free number appended. */
  take(candidates: readonly [string, ...string[]]): string {
    const free = candidates.find((candidate) => !this.has(candidate));
    return this.#keep(free ?? freeName(candidates.at(-1) ?? candidates[0], (name) => this.has(name)));
  }

  has(name: string): boolean {
    return this.#taken.has(this.#key(name));
  }

  #keep(name: string): string {
    this.#taken.add(this.#key(name));
    return name;
  }

  #key(name: string): string {
    return this.#ignoreCase ? name.toLowerCase() : name;
  }
}
