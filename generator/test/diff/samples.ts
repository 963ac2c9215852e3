import { conforms, isArray, isObject, type Json, type Resolver, type Schema } from '../../src/schema/index.js';

/** Sample values of each type, including those on both sides of common constraints. They do not depend on the schemas. */
const SCALARS: readonly Json[] = [
  ...['', 'a', 'b', 'aa', 'ab', 'abc', 'text of some words', 'YQ==', 'a'.repeat(60)],
  ...['a@b.example', 'https://a.example/b', '6ba7b810-9dad-41d1-80b4-00c04fd430c8', '2026-01-31'],
  ...[-1, 0, 0.01, 0.1, 0.5, 1, 2, 3, 4, 6, 1_000_000_000_000, true, false, null],
];
const MORE: readonly Json[] = [
  ['a', 'b'],
  ['a', 'b', 'c', 'd'],
  ['a', 'a', 'a'],
];
const MOST_VALUES = 60;

/**
 * Valid values of a schema: of every type, around its bounds and those of another one, and with each combination of its
 * fields.
 */
export function samplesOf(schema: Schema, other: Schema, resolver: Resolver): readonly Json[] {
  const found = { values: new Set(SCALARS), names: new Set<string>() };
  for (const one of [schema, other]) collect(one, found, one === schema);
  const all = [...found.values];
  const few = all.filter((value) => typeof value !== 'number' || Number.isInteger(value));
  const lists = [[], ...few.map((value) => [value]), ...few.map((value) => [value, value]), ...MORE];
  const names = [...found.names];
  const objects = names.flatMap((name) => few.map((value) => ({ [name]: value })));
  const pairs = names.flatMap((one) =>
    names.flatMap((two) => ['b', 'abcd'].map((value) => ({ [one]: 'a', [two]: value }))),
  );
  const whole = Object.fromEntries(names.map((name) => [name, 'a']));
  return [...all, ...lists, {}, ...objects, ...pairs, whole].filter((value) => conforms(value, schema, resolver));
}

/** The constants of a schema, the values around its numbers, and, if it is `own`, the names of its fields. */
function collect(node: Json, found: { values: Set<Json>; names: Set<string> }, isOwn: boolean): void {
  if (typeof node === 'number' && found.values.size < MOST_VALUES) {
    for (const value of [node - 1, node, node + 1]) found.values.add(value).add('a'.repeat(Math.max(0, value)));
  }
  if (isArray(node)) for (const one of node) if (typeof one === 'string') found.values.add(one);
  if (isArray(node)) for (const one of node) collect(one, found, isOwn);
  if (!isObject(node)) return;
  if (node.const !== undefined) found.values.add(node.const);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && isObject(value) && isOwn) for (const name of Object.keys(value)) found.names.add(name);
    // Any name of a map, and those of patterns.
    if (isOwn && /^(additional|pattern)Properties$/.test(key) && value !== false)
      for (const name of ['a', 'b', 'abcd', 'x-1', 'y-1']) found.names.add(name);
    collect(value, found, isOwn);
  }
}
