import type { Method, Model, Operation } from '../model/model.js';
import { sentPath } from '../model/servers.js';
import { addTo } from '../problems/index.js';
import { percentDecoded, templateNames } from '../schema/index.js';

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
  /** The index of the segment that may be several; -1 if there is none. */
  readonly open: number;
  /** The pairs of a path such as `/users?action=find&name={name}`. */
  readonly fixed: readonly (readonly [string, string])[];
}

/** Finds the operation of a method and path (Paths Object, OpenAPI 3.1, 4.8.8), with the servers' base paths and without. */
export class Router {
  /** By number of segments, in order of priority: concrete segments before those with parameters. */
  readonly #templates = new Map<number, Template[]>();
  readonly #open: Template[] = [];

  constructor(model: Pick<Model, 'operations' | 'servers'>) {
    for (const operation of model.operations) {
      const { path, fixed } = splitQuery(sentPath(operation));
      const servers = operation.servers.length > 0 ? operation.servers : model.servers;
      for (const base of new Set(['', ...servers.map(({ url }) => basePath(url))])) {
        const texts = split(base + path);
        const open = texts.findIndex((text) => templateNames(text).some((name) => isOpen(operation, name)));
        const template = { operation, segments: texts.map(segmentOf), open, fixed };
        addTo(this.#templates, texts.length, template);
        if (open >= 0) this.#open.push(template);
      }
    }
    for (const alike of [...this.#templates.values(), this.#open]) alike.sort(compare);
  }

  /**
   * The route, or several whose paths differ in names only; or the methods of the path: none if no operation has the path.
   */
  match(method: string, path: string, query = ''): readonly Route[] | { readonly allowed: readonly string[] } {
    const segments = split(path);
    const sent = new URLSearchParams(query);
    const wanted = method.toLowerCase();
    const allowed = new Set<Method>();
    const routes: Route[] = [];
    let best: Template | undefined;
    const longer = this.#open.filter((template) => template.segments.length < segments.length);
    for (const template of [...(this.#templates.get(segments.length) ?? []), ...longer]) {
      const { operation, fixed, open } = template;
      const end = open + 1 + segments.length - template.segments.length;
      const parts =
        segments.length === template.segments.length
          ? segments
          : segments.toSpliced(open, end - open, segments.slice(open, end).join('/'));
      const captures = template.segments.map((segment, index) => capture(segment, parts[index] ?? ''));
      const hasFixed = fixed.every(([name, value]) => {
        return parameter.test(value) ? sent.has(name) : sent.getAll(name).includes(value);
      });
      if (captures.includes(undefined) || !hasFixed) continue;
      const inQuery = fixed.filter(([, value]) => parameter.test(value));
      const values = [
        ...captures.flatMap((found) => found ?? []),
        ...inQuery.map(([name]) => encodeURIComponent(sent.get(name) ?? '')),
      ];
      const names = templateNames(sentPath(operation));
      const route = { operation, values: new Map(names.map((name, index) => [name, values[index] ?? ''] as const)) };
      if (best !== undefined && compare(best, template) !== 0) break;
      allowed.add(operation.method);
      if (operation.method !== wanted && !(wanted === 'head' && operation.method === 'get')) continue;
      best ??= template;
      if (operation.method === wanted) routes.unshift(route);
      else routes.push(route);
    }
    if (routes.length > 0) return routes;
    if (allowed.size === 0) return { allowed: [] };
    const names = [...allowed].map((known) => known.toUpperCase());
    return { allowed: [...new Set([...names, ...(allowed.has('get') ? ['HEAD'] : []), 'OPTIONS'])] };
  }
}

function isOpen({ parameters }: Operation, name: string): boolean {
  return parameters.some((one) => one.in === 'path' && one.name === name && one.allowReserved);
}

const parameter = /^\{[^{}]*\}$/;

/** The path of an operation, and the pairs of the query that some have in it. */
export function splitQuery(whole: string): { readonly path: string; readonly fixed: Template['fixed'] } {
  const [path = '', query = ''] = whole.split('?', 2);
  return { path, fixed: [...new URLSearchParams(query)] };
}

function split(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function segmentOf(text: string): Segment {
  const texts = text.split(/\{[^{}]*\}/);
  return texts.length === 1 ? [percentDecoded(text)] : texts;
}

/**
 * The values in a segment, none of them empty: of `{name}.{format}` the name may contain a dot. `undefined` if the segment does
 * not match.
 */
function capture([first = '', ...rest]: Segment, segment: string): string[] | undefined {
  const last = rest.pop();
  if (last === undefined) return percentDecoded(segment) === first ? [] : undefined;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const values: string[] = [];
  let to = segment.length - last.length;
  for (const text of rest.reverse()) {
    const at = segment.lastIndexOf(text, to - 1 - text.length);
    if (at < 0) return undefined;
    values.unshift(segment.slice(at + text.length, to));
    to = at;
  }
  return to <= first.length ? undefined : [segment.slice(first.length, to), ...values];
}

/** Orders templates by priority: the one whose first different segment has no parameter, or more text around them. */
function compare(left: Template, right: Template): number {
  for (const [index, segment] of left.segments.entries()) {
    const difference = weight(right.segments[index] ?? []) - weight(segment);
    if (difference !== 0) return difference;
  }
  return right.fixed.length - left.fixed.length;
}

function weight(segment: Segment): number {
  return segment.length === 1 ? Number.MAX_SAFE_INTEGER : segment.join('').length;
}

/** The path of a server's URL, which may be relative, without a trailing slash. */
function basePath(url: string): string {
  if (!URL.canParse(url, 'http://127.0.0.1')) return '';
  return new URL(url, 'http://127.0.0.1').pathname.replace(/\/+$/, '');
}
