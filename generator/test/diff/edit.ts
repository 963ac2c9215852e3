import { isArray, isObject, type Json, type JsonObject } from '../../src/schema/index.js';
import { SERVICE } from './service.js';

/** One step from a spec to its next version. A path's tokens are joined by ` > `, since paths have slashes. */
export type Edit = (description: JsonObject) => JsonObject;

/** Puts a value at a place: a field of an object, an index of a list, or `-`, its end. */
export function put(path: string, value: Json): Edit {
  return (description) => changed(description, path.split(' > '), () => value);
}

/** Merges fields into an object. */
export function lay(path: string, fields: JsonObject): Edit {
  return (description) => changed(description, path.split(' > '), (old) => ({ ...objectAt(old, path), ...fields }));
}

/** Removes a field of an object or an entry of a list. */
export function drop(path: string): Edit {
  return (description) => changed(description, path.split(' > '), () => undefined);
}

/** Renames a field of an object in place. */
export function rename(path: string, name: string): Edit {
  const tokens = path.split(' > ');
  const last = tokens.pop();
  return (description) =>
    changed(description, tokens, (old) =>
      Object.fromEntries(Object.entries(objectAt(old, path)).map(([key, value]) => [key === last ? name : key, value])),
    );
}

/** Renames a named schema and all references to it. */
export function renameSchema(from: string, to: string): Edit {
  return (description) => {
    const renamed = rename(`components > schemas > ${from}`, to)(description);
    return JSON.parse(
      JSON.stringify(renamed).replaceAll(`#/components/schemas/${from}"`, `#/components/schemas/${to}"`),
    );
  };
}

export function edited(...edits: readonly Edit[]): JsonObject {
  return edits.reduce((description, edit) => edit(description), SERVICE);
}

function changed(
  node: JsonObject,
  path: readonly string[],
  to: (old: Json | undefined) => Json | undefined,
): JsonObject {
  const value = changedNode(node, path, to);
  return objectAt(value, 'the root');
}

function objectAt(value: Json | undefined, path: string): JsonObject {
  if (!isObject(value)) throw new Error(`There is no object at ${path}.`);
  return value;
}

function changedNode(
  node: Json | undefined,
  [token, ...rest]: readonly string[],
  to: (old: Json | undefined) => Json | undefined,
): Json | undefined {
  if (token === undefined) return to(node);
  if (isArray(node)) {
    const list: Json[] = [...node];
    const index = token === '-' ? list.length : Number(token);
    const value = changedNode(list[index], rest, to);
    list.splice(index, 1, ...(value === undefined ? [] : [value]));
    return list;
  }
  const fields = new Map(Object.entries(objectAt(node, token)));
  const value = changedNode(fields.get(token), rest, to);
  if (value === undefined) {
    if (!fields.delete(token)) throw new Error(`There is no ${token} to take away.`);
  } else {
    fields.set(token, value);
  }
  return Object.fromEntries(fields);
}
