import { canonical, isArray, isObject, type Json } from '../schema/index.js';

/** Sets the node at these tokens, or removes it if there is no value. `-` appends to a list. */
export interface Edit {
  readonly tokens: readonly string[];
  readonly value: Json | undefined;
  /** Renames the key instead. */
  readonly rename?: string;
}

/** The edited text, and the edits that could not be made. */
export interface Edited {
  readonly text: string;
  readonly refused: readonly Edit[];
}

/** The smallest changes that make one value the other. */
export function editsBetween(before: Json, after: Json, tokens: readonly string[] = []): Edit[] {
  if (canonical(before) === canonical(after)) return [];
  if (isObject(before) && isObject(after)) {
    const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
    return [
      ...removed.map((key) => ({ tokens: [...tokens, key], value: undefined })),
      ...Object.entries(after).flatMap(([key, value]) => {
        const at = [...tokens, key];
        const own = Object.hasOwn(before, key) ? before[key] : undefined;
        return own === undefined ? [{ tokens: at, value }] : editsBetween(own, value, at);
      }),
    ];
  }
  if (isArray(before) && isArray(after)) return listEdits(before, after, tokens);
  return [{ tokens, value: after }];
}

/** Compares two lists: elements are removed and appended if the order of the others is unchanged. */
function listEdits(before: readonly Json[], after: readonly Json[], tokens: readonly string[]): Edit[] {
  const left = [...after];
  const removed: Edit[] = [];
  for (const [index, element] of before.entries()) {
    if (left[0] !== undefined && canonical(left[0]) === canonical(element)) left.shift();
    else removed.push({ tokens: [...tokens, String(index)], value: undefined });
  }
  if (removed.length < before.length) {
    return [...removed, ...left.map((value) => ({ tokens: [...tokens, '-'], value }))];
  }
  if (before.length !== after.length) return [{ tokens, value: after }];
  return after.flatMap((value, index) => editsBetween(before[index] ?? null, value, [...tokens, String(index)]));
}

/** A value with edits applied. */
export function withEdits(value: Json, edits: readonly Edit[]): Json {
  const isAppended = ({ tokens }: Edit): boolean => tokens.at(-1) === '-';
  // In reverse order, so that indices remain valid.
  const others = edits.filter((edit) => !isAppended(edit)).reverse();
  return [...others, ...edits.filter(isAppended)].reduce((result, { tokens, value: to, rename }) => {
    return rename === undefined ? withEdit(result, tokens, to) : withName(result, tokens, rename);
  }, value);
}

function withName(value: Json, tokens: readonly string[], name: string): Json {
  const [first = '', ...rest] = tokens;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key !== first) return [key, inner] as const;
    return rest.length === 0 ? ([name, inner] as const) : ([key, withName(inner, rest, name)] as const);
  });
  return Object.fromEntries(entries);
}

function withEdit(value: Json, tokens: readonly string[], to: Json | undefined): Json {
  const [first, ...rest] = tokens;
  if (first === undefined) return to ?? null;
  if (isArray(value)) {
    if (first === '-') return to === undefined ? value : [...value, to];
    return value.flatMap((element, index) => {
      if (String(index) !== first) return [element];
      return rest.length === 0 && to === undefined ? [] : [withEdit(element, rest, to)];
    });
  }
  const map = new Map(isObject(value) ? Object.entries(value) : []);
  if (rest.length === 0 && to === undefined) map.delete(first);
  else map.set(first, withEdit(map.get(first) ?? {}, rest, to));
  return Object.fromEntries(map);
}
