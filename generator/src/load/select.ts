import { didYouMean } from '../config/index.js';
import { errorProblem, type Problem } from '../problems/index.js';
import {
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type MutableObject,
  namedReference,
  parsePointer,
  pointerToken,
  schemasAt,
  schemasOf,
  stringsAt,
} from '../schema/index.js';
import { METHODS } from './document.js';

/**
 * Selects operations of a document. A selector is an `operationId`, `tag:NAME`, a path, a method in upper case, or a method and a
 * path: `getPet`, `tag:pets`, `/pets/*`, `DELETE`, `GET /pets/**`. `*` matches any text, in a path within one segment; `**`
 * matches any text. `schema:NAME` is a schema that no operation needs.
 */
export interface Selection {
  /** All operations if empty. */
  readonly select: readonly string[];
  readonly exclude: readonly string[];
  /** Schemas to keep as well, if they exist. */
  readonly keep?: readonly string[];
}

interface Candidate {
  readonly id: string;
  readonly tags: readonly string[];
  readonly path: string;
  readonly method: string;
}

/**
 * Reduces a bundled document, in place, to the selected operations and webhooks and the components that they need.
 *
 * @returns a problem for each selector that matches nothing, and for a reference to what is not selected.
 */
export function selectOperations(
  root: MutableObject,
  { select, exclude, keep = [] }: Selection,
  onRemoved: (tokens: readonly string[]) => void = () => {},
): Problem[] {
  if (select.length + exclude.length === 0) return [];
  const candidates: Candidate[] = [];
  const unmatched = new Set([...select, ...exclude]);
  const matches = (candidate: Candidate, selectors: readonly string[]): boolean => {
    const found = selectors.filter((selector) => fits(selector, candidate));
    for (const selector of found) unmatched.delete(selector);
    return found.length > 0;
  };
  const schemas = Object.keys(schemasOf(root));
  // Without `select`, components that no operation needed before are kept for their types.
  const before = select.length === 0 ? reachable(root) : undefined;
  for (const section of ['paths', 'webhooks']) {
    const items = root[section];
    if (!isObject(items)) continue;
    for (const [path, item] of Object.entries(items)) {
      if (!isObject(item)) continue;
      for (const method of METHODS) {
        const operation = item[method];
        if (!isObject(operation)) continue;
        const candidate = {
          id: getString(operation, 'operationId') ?? '',
          tags: stringsAt(operation, 'tags'),
          path,
          method,
        };
        candidates.push(candidate);
        // Both are evaluated, so that both record which of their selectors match.
        const isSelected = select.length === 0 || matches(candidate, select);
        const isExcluded = matches(candidate, exclude);
        if (isSelected && !isExcluded) continue;
        Reflect.deleteProperty(item, method);
        onRemoved([section, path, method]);
      }
      if (METHODS.every((method) => item[method] === undefined)) Reflect.deleteProperty(items, path);
    }
  }
  const named = [...schemasNamed(schemas, select, unmatched), ...keep.map(namedReference)];
  const needed = reachable(root, named);
  removeComponents(root, (place) => needed.has(place) || before?.has(place) === false, onRemoved);
  return [
    ...[...unmatched].map((selector) => nothingMatches(selector, candidates, schemas)),
    ...[...needed].filter((place) => isGone(root, place)).map(refersOutside),
  ];
}

function fits(selector: string, { id, tags, path, method }: Candidate): boolean {
  if (selector.startsWith('tag:')) return tags.some((tag) => glob(selector.slice('tag:'.length), '.*').test(tag));
  const [, verb = '*', place] = /^(?:([A-Z*]+) +)?(\/.*)$/.exec(selector) ?? [];
  const ofMethod = (wanted: string): boolean => wanted === '*' || wanted.toLowerCase() === method;
  if (place !== undefined) return ofMethod(verb) && glob(place, '[^/]*').test(path);
  if (METHODS.some((one) => one.toUpperCase() === selector)) return ofMethod(selector);
  return id !== '' && glob(selector, '.*').test(id);
}

/** The pointers of the schemas selected by `schema:NAME`. */
function schemasNamed(names: readonly string[], selectors: readonly string[], unmatched: Set<string>): string[] {
  return selectors.flatMap((selector) => {
    if (!selector.startsWith('schema:')) return [];
    const found = names.filter((name) => glob(selector.slice('schema:'.length), '.*').test(name));
    if (found.length > 0) unmatched.delete(selector);
    return found.map(namedReference);
  });
}

function glob(pattern: string, star: string): RegExp {
  const source = pattern
    .split(/(\*+)/)
    .map((part) => (/^\*+$/.test(part) ? (part.length > 1 ? '.*' : star) : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`, 's');
}

/**
 * The components, as `#/components/SECTION/NAME`, that the operations and some pointers need, and other pointers that they refer
 * to.
 */
function reachable(root: JsonObject, places: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  const schemas = schemasOf(root);
  const waiting: Json[] = [root.paths ?? null, root.webhooks ?? null];
  const reach = (place: string): void => {
    const tokens = parsePointer(place.slice(1));
    const [first, section = '', name = ''] = tokens ?? [];
    const isComponent = first === 'components';
    const key = isComponent ? `#/components/${place.split('/').slice(2, 4).join('/')}` : place;
    if (tokens === undefined || found.has(key)) return;
    found.add(key);
    const value = isComponent ? getObject(getObject(getObject(root, 'components'), section), name) : undefined;
    if (value === undefined) return;
    waiting.push(value);
    // A schema that extends a base with a discriminator is one of its alternatives.
    if (getObject(value, 'discriminator') === undefined) return;
    for (const [extending, schema] of Object.entries(schemas)) {
      if (schemasAt(schema, 'allOf').some((part) => getString(part, '$ref') === key)) {
        reach(namedReference(extending));
      }
    }
  };
  for (const requirement of getArray(root, 'security')) reachSchemes(requirement, reach);
  for (const place of places) reach(place);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isArray(value)) waiting.push(...value);
    if (!isObject(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner.startsWith('#/')) reach(inner);
      else if (key === 'security' && isArray(inner)) for (const one of inner) reachSchemes(one, reach);
      else waiting.push(inner);
    }
  }
  return found;
}

function reachSchemes(requirement: Json, reach: (place: string) => void): void {
  if (!isObject(requirement)) return;
  for (const name of Object.keys(requirement)) {
    reach(`#/components/securitySchemes/${pointerToken(name)}`);
  }
}

function removeComponents(
  root: MutableObject,
  isKept: (place: string) => boolean,
  onRemoved: (tokens: readonly string[]) => void,
): void {
  const { components } = root;
  for (const [section, entries] of Object.entries(isObject(components) ? components : {})) {
    if (!isObject(entries)) continue;
    for (const name of Object.keys(entries)) {
      const place = `#/components/${section}/${pointerToken(name)}`;
      if (isKept(place)) continue;
      Reflect.deleteProperty(entries, name);
      onRemoved(['components', section, name]);
    }
  }
}

/** Whether a reference points to an operation that is not selected. */
function isGone(root: JsonObject, place: string): boolean {
  const [section = '', path = '', method = ''] = parsePointer(place.slice(1)) ?? [];
  if (section !== 'paths' && section !== 'webhooks') return false;
  return getObject(getObject(getObject(root, section), path), method) === undefined;
}

function nothingMatches(selector: string, candidates: readonly Candidate[], schemas: readonly string[]): Problem {
  const words = candidates.flatMap(({ id, tags, path }) => [id, path, ...tags.map((tag) => `tag:${tag}`)]);
  words.push(...schemas.map((name) => `schema:${name}`));
  const usual = 'Use an operationId, tag:NAME, a path, a method and a path, or schema:NAME; * matches any text.';
  const hint = didYouMean(selector, new Set(words), usual);
  return errorProblem('select-unmatched', {}, `No operation matches the selector ${selector}.`, hint);
}

function refersOutside(place: string): Problem {
  const message = `A selected operation refers to ${place}, which is not selected.`;
  return errorProblem('select-unmatched', {}, message, 'Select that operation as well.');
}
