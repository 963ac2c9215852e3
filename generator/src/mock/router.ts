import type { Method, Model, Operation } from '../model/model.js';
import { sentPath } from '../model/servers.js';
import { percentDecoded } from '../schema/index.js';

export interface Route {
  readonly operation: Operation;
  /** The path's values by parameter name, undecoded. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * A segment of a path template: the texts around its parameters, one more than these; a single decoded text if there are none.
 */
type Segment = readonly string[];

interface Template {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
}

/** Finds the operation of a method and path (Paths Object, OpenAPI 3.1, 4.8.8), with the servers' base paths and without. */
export class Router {
  /** By number of segments, in order of priority: concrete segments before those with parameters. */
  readonly #templates = new Map<number, Template[]>();

  constructor(model: Pick<Model, 'operations' | 'servers'>) {
    for (const operation of model.operations) {
      const servers = operation.servers.length > 0 ? operation.servers : model.servers;
      for (const base of new Set(['', ...servers.map(({ url }) => basePath(url))])) {
        const segments = split(base + sentPath(operation)).map(segmentOf);
        const alike = this.#templates.get(segments.length) ?? [];
        this.#templates.set(segments.length, alike);
        alike.push({ operation, segments });
      }
    }
    for (const alike of this.#templates.values()) alike.sort(compare);
  }

  /**
   * The route, or the methods of the path: none if no operation has the path.
   * @param isMeant selects one of several operations with the same method and path; otherwise it is the first.
   */
  match(
    method: string,
    path: string,
    isMeant: (operation: Operation) => boolean = () => true,
  ): Route | { readonly allowed: readonly string[] } {
    const segments = split(path);
    const wanted = method.toLowerCase();
    const allowed = new Set<Method>();
    let fallback: Route | undefined;
    let first: Route | undefined;
    for (const { operation, segments: template } of this.#templates.get(segments.length) ?? []) {
      const captures = template.map((segment, index) => capture(segment, segments[index] ?? ''));
      if (captures.includes(undefined)) continue;
      const values = captures.flatMap((found) => found ?? []);
      const known = fallback ?? first;
      if (known !== undefined && sentPath(known.operation) !== sentPath(operation)) break;
      const names = [...sentPath(operation).matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
      const route = { operation, values: new Map(names.map((name, index) => [name, values[index] ?? ''] as const)) };
      if (operation.method === wanted && isMeant(operation)) return route;
      if (operation.method === wanted) first ??= route;
      if (wanted === 'head' && operation.method === 'get') fallback ??= route;
      allowed.add(operation.method);
    }
    if (first !== undefined || fallback !== undefined || allowed.size === 0)
      return first ?? fallback ?? { allowed: [] };
    const names = [...allowed].map((known) => known.toUpperCase());
    return { allowed: [...new Set([...names, ...(allowed.has('get') ? ['HEAD'] : []), 'OPTIONS'])] };
  }
}

function split(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function segmentOf(text: string): Segment {
  const texts = text.split(/\{[^{}]*\}/);
  return texts.length === 1 ? [percentDecoded(text)] : texts;
}

/** The values in a segment, each as short as possible and not empty; `undefined` if the segment does not match. */
function capture([first = '', ...rest]: Segment, segment: string): string[] | undefined {
  const last = rest.at(-1);
  if (last === undefined) return percentDecoded(segment) === first ? [] : undefined;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const values: string[] = [];
  let from = first.length;
  for (const [index, text] of rest.entries()) {
    const at = index === rest.length - 1 ? segment.length - last.length : segment.indexOf(text, from + 1);
    if (at <= from) return undefined;
    values.push(segment.slice(from, at));
    from = at + text.length;
  }
  return values;
}

/** Orders templates by priority: the one whose first different segment has no parameter, or more text around them. */
function compare({ segments: left }: Template, { segments: right }: Template): number {
  for (const [index, segment] of left.entries()) {
    const difference = weight(right[index] ?? []) - weight(segment);
    if (difference !== 0) return difference;
  }
  return 0;
}

function weight(segment: Segment): number {
  return segment.length === 1 ? Number.MAX_SAFE_INTEGER : segment.join('').length;
}

/** The path of a server's URL, which may be relative, without a trailing slash. */
function basePath(url: string): string {
  if (!URL.canParse(url, 'http://127.0.0.1')) return '';
  return new URL(url, 'http://127.0.0.1').pathname.replace(/\/+$/, '');
}
