import {
  get,
  getObject,
  getString,
  isArray,
  isObject,
  isSchema,
  type Json,
  type JsonObject,
  optional,
  type Schema,
} from './json.js';

/** JSON pointers (RFC 6901) and references with them. */

const NAMED = '#/components/schemas/';

/** The name of a parameter in a path template without what frameworks add, as to `{id:[0-9]+}`, `{id?}` and `{*rest}`. */
export function templateName(written: string): string {
  return /^[+*/]?\s*([^:=+*?\s]+)\s*(?:[+*?]|[:=].*)?$/s.exec(written)?.[1] ?? written;
}

/** Whether the value of a parameter may contain slashes, as those of `{name=shelves/*}`, `{rest+}` and `{*rest}`. */
export function spansSegments(template: string, name: string): boolean {
  const several = /^(?:[+*/][\w.-]+$|[\w.-]+(?:[+*]$|=.*(?:\*\*|\/)|:.*(?:\.[*+]|\/)))/s;
  return templateNames(template).some(
    (written) => templateName(written) === templateName(name) && several.test(written),
  );
}

/** The names in braces of a template of a path or a URL, in order. */
export function templateNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** One token of a JSON pointer, escaped. */
export function pointerToken(token: string | number): string {
  const text = `${token}`;
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

/** The unescaped tokens of a pointer; `undefined` if the text is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? pointer.slice(1).split('/').map(unescapeToken) : undefined;
}

/** The child at a token; own keys and existing elements only. */
export function childOf(value: Json | undefined, token: string): Json | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The node at a pointer; `undefined` if there is none. */
export function nodeAt(root: Json, tokens: readonly string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const token of tokens) {
    node = childOf(node, token);
    if (node === undefined) return undefined;
  }
  return node;
}

/**
 * A `$ref` within the same document. Only `%` is percent-encoded, so that the text has the same meaning for readers that decode
 * fragments and, except for names with `%`, for those that do not.
 */
export function formatReference(tokens: readonly string[]): string {
  return `#${formatPointer(tokens).replaceAll('%', '%25')}`;
}

/** The tokens of the fragment of a `$ref` (without its `#`), percent-decoded; `undefined` when it is not a JSON pointer. */
export function parseFragment(fragment: string): string[] | undefined {
  return parsePointer(percentDecoded(fragment));
}

/** Returns the text itself if its `%` are not valid encodings. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The schemas of `components.schemas`, by name. */
export function schemasOf(root: Json): JsonObject {
  return getObject(getObject(root, 'components'), 'schemas') ?? {};
}

/** The reference to a schema of `components.schemas`. */
export function namedReference(name: string): string {
  return NAMED + pointerToken(name);
}

/** The name of the schema of `components.schemas` that a reference points to; `undefined` for any other target. */
export function referencedName(ref: string | undefined): string | undefined {
  if (ref?.startsWith(NAMED) !== true || ref.includes('/', NAMED.length)) return undefined;
  return unescapeToken(ref.slice(NAMED.length));
}

/** The last token of a reference: the name of a component. */
export function lastToken(ref: string): string {
  return unescapeToken(ref.slice(ref.lastIndexOf('/') + 1));
}

/**
 * What references to a schema other than by pointer contain (JSON Schema 2020-12 Core, 8.2). An `$id` that is only a fragment
 * belongs to older drafts, and is ignored.
 */
export function addressesOf(schema: JsonObject) {
  const id = getString(schema, '$id');
  const dynamicAnchor = getString(schema, '$dynamicAnchor');
  const anchors = [getString(schema, '$anchor'), dynamicAnchor].filter((name) => name !== undefined);
  return { id: id?.startsWith('#') === true ? undefined : id, anchors, dynamicAnchor };
}

const MOST_HOPS = 100;

/** Finds the target of a `$ref` through chains of references; `undefined` for a dangling or circular one. */
export interface Resolver {
  resolve(ref: string): Schema | undefined;
}

/** For schemas as they are written: references lead nowhere. */
export const withoutTargets: Resolver = { resolve: () => undefined };

/** Finds nodes of a document by JSON pointer and follows `$ref`s, with a cache. */
export class References implements Resolver {
  readonly #root: JsonObject;
  readonly #found = new Map<string, Json | undefined>();
  readonly #replacements = new Map<string, Schema>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** The final target of a reference; `undefined` for a dangling or circular one. */
  lookup(ref: string): Json | undefined {
    if (!this.#found.has(ref)) {
      this.#found.set(ref, undefined); // Found by a cycle, which ends here.
      this.#found.set(ref, this.#follow(ref));
    }
    return this.#found.get(ref);
  }

  /** From now on the reference points to this schema instead of the original one. */
  replace(ref: string, schema: Schema): void {
    this.#replacements.set(ref, schema);
  }

  replacement(ref: string): Schema | undefined {
    return this.#replacements.get(ref);
  }

  resolve(ref: string): Schema | undefined {
    const replaced = this.#replacements.get(ref);
    if (replaced !== undefined) return replaced;
    const found = this.lookup(ref);
    return isSchema(found) ? found : undefined;
  }

  /**
   * The object itself, or the target of its `$ref` if it is a Reference Object, whose `summary` and `description` replace those of
   * the target (OpenAPI 3.1, 4.8.23).
   */
  object(value: Json | undefined): JsonObject | undefined {
    let texts: JsonObject = {};
    const target = this.definition(value, (reference) => {
      texts = {
        ...optional('summary', getString(reference, 'summary')),
        ...optional('description', getString(reference, 'description')),
        ...texts,
      };
    });
    return target !== undefined && Object.keys(texts).length > 0 ? { ...target, ...texts } : target;
  }

  /** The same without these texts, so never a copy. */
  definition(value: Json | undefined, visit?: (reference: Json | undefined) => void): JsonObject | undefined {
    let target = value;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const ref = getString(target, '$ref');
      if (ref === undefined) return isObject(target) ? target : undefined;
      visit?.(target);
      target = this.lookup(ref);
    }
    return undefined;
  }

  #follow(ref: string): Json | undefined {
    const tokens = ref.startsWith('#') ? parseFragment(ref.slice(1)) : undefined;
    const node = tokens && nodeAt(this.#root, tokens);
    const next = get(node, '$ref');
    // A `$ref` with siblings (3.1) is a separate schema, not an alias.
    return typeof next === 'string' && isObject(node) && Object.keys(node).length === 1 ? this.lookup(next) : node;
  }
}
