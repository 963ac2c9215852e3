import { isArray, isObject, type Json } from './json.js';

/** JSON pointers (RFC 6901) and the references that contain them. */

const NAMED = '#/components/schemas/';

/** One token of a JSON pointer, escaped. */
export function pointerToken(token: string | number): string {
  const text = String(token);
  return text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}

export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

export function formatPointer(tokens: readonly string[]): string {
  let pointer = '';
  for (const token of tokens) pointer += `/${pointerToken(token)}`;
  return pointer;
}

/** The tokens of a pointer, unescaped; `undefined` when the text is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? pointer.slice(1).split('/').map(unescapeToken) : undefined;
}

/** The child that a token names; own keys and existing elements only. */
export function childOf(value: Json | undefined, token: string): Json | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The node at a pointer; `undefined` when there is none. */
export function nodeAt(root: Json, tokens: readonly string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const token of tokens) {
    node = childOf(node, token);
    if (node === undefined) return undefined;
  }
  return node;
}

/**
 * A `$ref` to a place of the same document. Only `%` is percent-encoded, so that the text means the same to a reader that
 * decodes fragments and, names with `%` apart, to one that does not.
 */
export function formatReference(tokens: readonly string[]): string {
  return `#${formatPointer(tokens).replaceAll('%', '%25')}`;
}

/** The tokens of the fragment of a `$ref` (without its `#`), percent-decoded; `undefined` when it is not a JSON pointer. */
export function parseFragment(fragment: string): string[] | undefined {
  return parsePointer(percentDecoded(fragment));
}

/** The text itself where its `%` encode nothing. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The reference to a schema of `components.schemas`. */
export function namedReference(name: string): string {
  return NAMED + pointerToken(name);
}

/** The name of the schema of `components.schemas` that a reference leads to; `undefined` for any other place. */
export function referencedName(ref: string | undefined): string | undefined {
  if (ref?.startsWith(NAMED) !== true || ref.includes('/', NAMED.length)) return undefined;
  return unescapeToken(ref.slice(NAMED.length));
}

/** The last token of a reference: the name of a component. */
export function lastToken(ref: string): string {
  return unescapeToken(ref.slice(ref.lastIndexOf('/') + 1));
}
