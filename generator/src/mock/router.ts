import type { Method, Model, Operation } from '../model/model.js';

export interface Route {
  readonly operation: Operation;
  /** The path's values by parameter name, undecoded. */
  readonly values: ReadonlyMap<string, string>;
}

export type Match =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** One segment of the path's templates: concrete segments go before those with parameters. */
interface Node {
  readonly literals: Map<string, Node>;
  readonly templates: Map<string, { readonly expression: RegExp; readonly literal: number; readonly node: Node }>;
  readonly operations: Map<Method, Operation>;
}

/** Finds the operation of a method and path (Paths Object, OpenAPI 3.1, 4.8.8), with the servers' base paths and without. */
export class Router {
  readonly #root: Node = emptyNode();

  constructor(model: Pick<Model, 'operations' | 'servers'>) {
    for (const operation of model.operations) {
      const servers = operation.servers.length > 0 ? operation.servers : model.servers;
      for (const base of new Set(['', ...servers.map(({ url }) => basePath(url))])) this.#add(base, operation);
    }
  }

  match(method: string, path: string): Match {
    const segments = path.split('/').slice(1);
    const allowed = new Set<Method>();
    const wanted = method.toLowerCase();
    const fallback = wanted === 'head' ? 'get' : wanted;
    for (const { node, captures } of descend(this.#root, segments, 0, [])) {
      const entry = [...node.operations].find(([known]) => known === wanted);
      const operation = entry?.[1] ?? [...node.operations].find(([known]) => known === fallback)?.[1];
      if (operation !== undefined) {
        const names = namesOf(operation.path);
        const values = new Map(names.map((name, index) => [name, captures[index] ?? ''] as const));
        return { kind: 'route', route: { operation, values } };
      }
      for (const known of node.operations.keys()) allowed.add(known);
    }
    if (allowed.size === 0) return { kind: 'none' };
    const names = [...allowed].map((known) => known.toUpperCase());
    return { kind: 'method', allowed: [...new Set([...names, ...(allowed.has('get') ? ['HEAD'] : []), 'OPTIONS'])] };
  }

  #add(base: string, operation: Operation): void {
    let node = this.#root;
    for (const segment of (base + operation.path).split('/').slice(1)) node = child(node, segment);
    // Two templates that differ in their parameters' names alone are the same path: the first one stands.
    if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
  }
}

function emptyNode(): Node {
  return { literals: new Map(), templates: new Map(), operations: new Map() };
}

function child(node: Node, segment: string): Node {
  if (!/\{[^{}]*\}/.test(segment)) {
    const literal = decoded(segment);
    const next = node.literals.get(literal) ?? emptyNode();
    node.literals.set(literal, next);
    return next;
  }
  const texts = segment.split(/\{[^{}]*\}/);
  const key = texts.join('{}');
  const known = node.templates.get(key);
  if (known !== undefined) return known.node;
  const expression = new RegExp(`^${texts.map((text) => text.replace(/[^A-Za-z0-9]/g, '\\$&')).join('(.+?)')}$`);
  const next = emptyNode();
  node.templates.set(key, { expression, literal: texts.join('').length, node: next });
  return next;
}

function* descend(
  node: Node,
  segments: readonly string[],
  index: number,
  captures: readonly string[],
): Generator<{ readonly node: Node; readonly captures: readonly string[] }> {
  const segment = segments[index];
  if (segment === undefined) {
    if (node.operations.size > 0) yield { node, captures };
    return;
  }
  const literal = node.literals.get(decoded(segment));
  if (literal !== undefined) yield* descend(literal, segments, index + 1, captures);
  const templates = [...node.templates.values()].sort((left, right) => right.literal - left.literal);
  for (const { expression, node: next } of templates) {
    const match = expression.exec(segment);
    if (match !== null) yield* descend(next, segments, index + 1, [...captures, ...match.slice(1)]);
  }
}

function namesOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

/** The path of a server's URL, which may be relative, without the slash at its end. */
function basePath(url: string): string {
  if (!URL.canParse(url, 'http://127.0.0.1')) return '';
  return new URL(url, 'http://127.0.0.1').pathname.replace(/\/+$/, '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
