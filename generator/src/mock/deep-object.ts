import type { Json, Resolver, Schema } from '../schema/index.js';
import { outline, scalar } from './outline.js';

/** Names and values, the names decoded and the values not. */
export type Pairs = (readonly [string, string])[];

const DEEPEST = 20;

/** `name[a]=1&name[b][c]=2`; a list is repeated, with or without `[]`. */
export function deepObject(
  rest: Pairs,
  name: string,
  schema: Schema,
  unquote: (text: string) => string,
  resolver: Resolver,
): Json | undefined {
  const taken = take(rest, (key) => isDeep(key, name));
  if (taken.length === 0) return undefined;
  const root = new Map<string, Branch>();
  for (const [key, raw] of taken) {
    const path = key
      .slice(name.length + 1, -1)
      .split('][')
      .filter((part) => part !== '');
    place(root, path, unquote(raw));
  }
  return toJson(root, schema, resolver);
}

type Branch = Map<string, Branch> | string[];

function place(root: Map<string, Branch>, path: readonly string[], text: string): void {
  let level = root;
  for (const [index, key] of path.entries()) {
    const known = level.get(key);
    if (index === path.length - 1) {
      if (Array.isArray(known)) known.push(text);
      else if (known === undefined) level.set(key, [text]);
      return;
    }
    const next = known instanceof Map ? known : new Map<string, Branch>();
    level.set(key, next);
    level = next;
  }
}

function toJson(branch: Branch, schema: Schema, resolver: Resolver): Json {
  const { types, items, properties, additional } = outline(schema, resolver);
  if (Array.isArray(branch)) {
    const [first = ''] = branch;
    if (types.has('array') && !types.has('string')) return branch.map((text) => scalar(text, items, resolver));
    return branch.length === 1 ? scalar(first, schema, resolver) : branch;
  }
  const entries = [...branch].map(([key, part]) => {
    const below = properties.get(key) ?? (types.has('array') ? items : (additional ?? true));
    return [key, toJson(part, below, resolver)] as const;
  });
  const isList = types.has('array') && !types.has('object');
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function isDeep(key: string, name: string): boolean {
  return key.startsWith(`${name}[`) && key.endsWith(']') && key.split('[').length <= DEEPEST;
}

/** Removes the pairs with such keys from the list and returns them. */
export function take(rest: Pairs, isOwn: (key: string) => boolean): Pairs {
  const taken = rest.filter(([key]) => isOwn(key));
  const left = rest.filter(([key]) => !isOwn(key));
  rest.splice(0, rest.length, ...left);
  return taken;
}
