import { isObject, type JsonObject } from '../../schema/index.js';
import type { Place } from '../places/source-file.js';

/** Gives names to components that were pulled in from elsewhere; the names that the root document uses are taken. */
export class ComponentNames {
  readonly #taken = new Map<string, Set<string>>();
  readonly #next = new Map<string, number>();

  constructor(components: JsonObject) {
    for (const [section, entries] of Object.entries(components)) {
      this.#taken.set(section, new Set(isObject(entries) ? Object.keys(entries) : []));
    }
  }

  /** After the last token of the pointer, or the file's base name; `_2`, `_3` ... when that is taken. */
  give(section: string, place: Place): string {
    const taken = this.#taken.get(section) ?? new Set();
    this.#taken.set(section, taken);
    const base = baseName(place);
    const key = `${section}/${base}`;
    let number = this.#next.get(key) ?? 1;
    let name = number === 1 ? base : `${base}_${number}`;
    while (taken.has(name)) {
      number += 1;
      name = `${base}_${number}`;
    }
    this.#next.set(key, number + 1);
    taken.add(name);
    return name;
  }
}

function baseName(place: Place): string {
  const file =
    place.file.id
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  const last = place.tokens.at(-1) ?? file.replace(/\.[^.]*$/, '');
  const text = /^\d+$/.test(last) ? `${place.tokens.at(-2) ?? ''}_${last}` : last;
  // What a component's name may consist of.
  const name = text.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+(?=.)/, '');
  return name === '' || name === '_' ? 'Unnamed' : name;
}
