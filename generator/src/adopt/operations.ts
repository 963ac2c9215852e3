import {
  ABSENT,
  getArray,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  parseFragment,
  type References,
} from '../schema/index.js';
import type { Changes } from './changes.js';
import type { NewParts } from './new-parts.js';
import { mergedParameter } from './parameters.js';
import type { Rules } from './rules.js';

interface Target {
  readonly tokens: readonly string[];
  readonly value: JsonObject;
}

/** Merges the facts of an operation into ours. */
export class OperationMerge {
  readonly #own: References;
  readonly #other: References;
  readonly #rules: Rules;
  readonly #changes: Changes;
  readonly #fresh: NewParts;

  constructor(own: References, other: References, rules: Rules, changes: Changes, fresh: NewParts) {
    this.#own = own;
    this.#other = other;
    this.#rules = rules;
    this.#changes = changes;
    this.#fresh = fresh;
  }

  operation(tokens: readonly string[], own: JsonObject, other: JsonObject): void {
    const id = getString(other, 'operationId') ?? getString(own, 'operationId') ?? tokens.slice(1).reverse().join(' ');
    if (other.operationId !== undefined && own.operationId !== other.operationId) {
      this.#rules.note('changed', `${getString(own, 'operationId') ?? 'An operation without a name'} is called ${id}`);
      this.#changes.add([...tokens, 'operationId'], id);
    }
    if (other.deprecated === true && own.deprecated !== true) {
      this.#rules.note('changed', `${id} is deprecated`);
      this.#changes.add([...tokens, 'deprecated'], true);
    }
    if (this.#rules.present(own, id) !== own) this.#changes.remove([...tokens, ABSENT]);
    this.#parameters(tokens, own, other, id);
    this.#body(tokens, own, other, id);
    const [before, after] = [getObject(own, 'responses') ?? {}, getObject(other, 'responses') ?? {}];
    const [[was = '', ...more], [is = '', ...others]] = [successesIn(before), successesIn(after)];
    if (was !== is && was !== '' && is !== '' && more.length + others.length === 0) {
      // Its facts are merged in the next round.
      this.#rules.note('changed', `${id} succeeds with ${is}, was ${was}`);
      this.#changes.rename([...tokens, 'responses', was], is);
      const [reply, content] = [[...tokens, 'responses', was], 'content'];
      const isEmpty = getObject(this.#other.object(after[is]), content) === undefined;
      if (isEmpty && getObject(getObject(before, was), content) !== undefined)
        this.#changes.remove([...reply, content]);
      return;
    }
    this.#entries([...tokens, 'responses'], before, after, id, {
      fresh: (status, reply) => this.#fresh.reply(status, reply),
      merge: (at, reply, theirs, place) => {
        const object = this.#other.object(theirs) ?? {};
        this.#headers(at, reply, object, place);
        this.#content(at, reply, object, place);
      },
    });
  }

  #parameters(tokens: readonly string[], own: JsonObject, other: JsonObject, id: string): void {
    const keyOf = (parameter: JsonObject): string => `${String(parameter.in)} ${String(parameter.name)}`;
    const theirs = new Map(this.#fresh.parametersOf(other).map((one) => [keyOf(one), one]));
    const ours = new Map(
      getArray(own, 'parameters').map((entry, index) => {
        const target = this.target([...tokens, 'parameters', String(index)], entry);
        return [keyOf(target.value), { entry, target, at: [...tokens, 'parameters', String(index)] }] as const;
      }),
    );
    const gone = new Map<string, Json>();
    const left = new Map([...theirs].filter(([key]) => !ours.has(key)));
    for (const [key, { entry, target, at }] of ours) {
      const moved = theirs.has(key) ? undefined : [...left].find(([, { name }]) => name === target.value.name);
      const parameter = theirs.get(key) ?? moved?.[1];
      if (moved !== undefined) left.delete(moved[0]);
      const place = `${id}.${String(target.value.name)}`;
      if (parameter === undefined) {
        gone.set(String(target.value.name), target.value.schema ?? null);
        this.#absent(at, entry, place);
        continue;
      }
      this.#at(at, entry, place, (target, name) => {
        const present = this.#rules.present(target.value, name);
        const merged = mergedParameter(isObject(present) ? present : {}, parameter, name, this.#rules, this.#fresh);
        this.#changes.change(target.tokens, target.value, merged);
      });
    }
    const added = [...left.values()];
    for (const { name } of added) this.#rules.note('added', `${id}.${String(name)}`);
    this.#rules.suspectRenames(id, gone, new Map(added.map(({ name, schema }) => [String(name), schema ?? null])));
    const fresh = added.map((parameter) => this.#fresh.parameter(parameter));
    if (fresh.length === 0) return;
    if (own.parameters === undefined) this.#changes.add([...tokens, 'parameters'], fresh);
    else this.#changes.append([...tokens, 'parameters'], fresh);
  }

  #body(tokens: readonly string[], own: JsonObject, other: JsonObject, id: string): void {
    const theirs = this.#other.object(other.requestBody);
    const at = [...tokens, 'requestBody'];
    if (own.requestBody === undefined && theirs !== undefined) {
      this.#rules.note('added', `the body of ${id}`);
      this.#changes.add(at, this.#fresh.body(theirs));
    }
    if (own.requestBody === undefined) return;
    if (theirs === undefined) {
      this.#absent(at, own.requestBody, `the body of ${id}`);
      return;
    }
    this.#at(at, own.requestBody, id, (target, place) => {
      if ((target.value.required ?? false) !== (theirs.required ?? false)) {
        this.#rules.note('changed', `the body of ${place}: required`);
        if (theirs.required === true) this.#changes.add([...target.tokens, 'required'], true);
        else this.#changes.remove([...target.tokens, 'required']);
      }
      this.#content(target.tokens, target.value, theirs, place);
    });
  }

  /** If the vendor's response defines no headers, ours are kept. */
  #headers(tokens: readonly string[], own: JsonObject, other: JsonObject, id: string): void {
    const [before, after] = [getObject(own, 'headers'), getObject(other, 'headers')];
    const at = [...tokens, 'headers'];
    if (after === undefined || Object.keys(after).length === 0) return;
    if (before === undefined) {
      for (const name of Object.keys(after)) this.#rules.note('added', `${id} ${name}`);
      this.#changes.add(at, this.#fresh.headers(after));
      return;
    }
    this.#entries(at, before, after, id, {
      fresh: (_, header) => this.#fresh.header(this.#other.object(header) ?? {}),
      merge: (place, header, theirs) => {
        const definition = this.#other.object(theirs) ?? {};
        const merged = mergedParameter(header, definition, `${id} ${place.at(-1)}`, this.#rules, this.#fresh);
        this.#changes.change(place, header, merged);
      },
    });
  }

  #content(tokens: readonly string[], own: JsonObject, other: JsonObject, id: string): void {
    const [before, after] = [getObject(own, 'content') ?? {}, getObject(other, 'content') ?? {}];
    if (own.content === undefined && other.content !== undefined) {
      this.#changes.add([...tokens, 'content'], this.#fresh.content(after));
      return;
    }
    this.#entries([...tokens, 'content'], before, after, id, {
      fresh: (_, media) => this.#fresh.media(media),
      merge: (at, media, theirs) => {
        const schema = isObject(theirs) ? theirs.schema : undefined;
        if (schema === undefined) return;
        if (media.schema === undefined) this.#changes.add([...at, 'schema'], this.#rules.fresh(schema, undefined));
        else this.#changes.change([...at, 'schema'], media.schema, this.#rules.merged(media.schema, schema, id));
      },
    });
  }

  /** Merges, adds and removes the entries of a map, such as responses by status. */
  #entries(
    tokens: readonly string[],
    own: JsonObject,
    other: JsonObject,
    id: string,
    how: {
      fresh(key: string, value: Json): Json;
      merge(at: readonly string[], own: JsonObject, other: Json, id: string): void;
    },
  ): void {
    for (const [key, entry] of Object.entries(own)) {
      const theirs = other[key];
      const at = [...tokens, key];
      if (theirs === undefined) {
        if (!key.startsWith('x-')) this.#absent(at, entry, `${id} ${key}`);
        continue;
      }
      this.#at(at, entry, id, (target, place) => {
        if (this.#rules.present(target.value, `${place} ${key}`) !== target.value)
          this.#changes.remove([...target.tokens, ABSENT]);
        how.merge(target.tokens, target.value, theirs, place);
      });
    }
    for (const [key, value] of Object.entries(other)) {
      if (own[key] !== undefined || key.startsWith('x-')) continue;
      this.#rules.note('added', `${id} ${key}`);
      this.#changes.add([...tokens, key], how.fresh(key, value));
    }
  }

  /** Marks what is absent. A reference cannot be marked: it is removed, and what it leads to stays. */
  #absent(tokens: readonly string[], entry: Json, place: string): void {
    const isReference = getString(entry, '$ref') !== undefined;
    if (isReference) this.#rules.note('removed', place);
    const kept = isReference ? undefined : this.#rules.absent(entry, place);
    if (kept === undefined) this.#changes.remove(tokens);
    else this.#changes.change(tokens, entry, kept);
  }

  /** Merges the object itself, or the target of its reference, which has another name in notes. */
  #at(tokens: readonly string[], value: Json, place: string, merge: (target: Target, place: string) => void): void {
    const target = this.target(tokens, value);
    if (target.tokens === tokens) merge(target, place);
    else this.#changes.through(tokens, target, () => merge(target, target.tokens.at(-1) ?? place));
  }

  /** The object itself, or the target of its reference. */
  target(tokens: readonly string[], value: Json): Target {
    const ref = getString(value, '$ref');
    const target = ref === undefined ? undefined : parseFragment(ref.slice(1));
    const object = this.#own.object(value) ?? {};
    return { tokens: target ?? tokens, value: object };
  }
}

function successesIn(replies: JsonObject): string[] {
  return Object.keys(replies).filter((status) => status.startsWith('2'));
}
