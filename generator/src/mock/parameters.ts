import type { Parameter } from '../model/model.js';
import { isSpread } from '../model/parameters.js';
import { addTo } from '../problems/index.js';
import {
  dereference,
  emptyObject,
  isArray as isArrayValue,
  type Json,
  listedValues,
  percentDecoded,
  type Resolver,
  type Schema,
} from '../schema/index.js';
import { cookiesOf, type Failure, headerOf, pairsOf, parseJson, type Received, splitPair } from './exchange.js';
import { deepObject, outline, type Pairs, scalar, take } from './values.js';

/** Whether a request has the required parameters that can have only one value: they distinguish operations of the same path. */
export function hasConstants(received: Received, parameters: readonly Parameter[], resolver: Resolver): boolean {
  return parameters.every(({ in: place, name, required, schema }) => {
    const values = listedValues(dereference(schema, resolver) ?? true) ?? [];
    if (!required || values.length !== 1) return true;
    if (place === 'header') return headerOf(received, name) === String(values[0]);
    return (
      place !== 'query' || pairsOf(received.query).some((pair) => pair[0] === name && pair[1] === String(values[0]))
    );
  });
}

/** The values of a request's parameters by location, as defined by their schemas; names of headers in lower case. */
export type ParameterValues = { readonly [place in Parameter['in']]: { readonly [name: string]: Json } };

/**
 * Parses parameters by `style`, `explode` and `content` (Parameter Object, OpenAPI 3.1, 4.8.12). Pairs that belong to no
 * parameter stay in `query`, to be rejected by the validation.
 *
 * @param undeclared names of pairs that are not parameters, such as those of credentials
 */
export function readParameters(
  received: Received,
  parameters: readonly Parameter[],
  pathValues: ReadonlyMap<string, string>,
  undeclared: ReadonlySet<string>,
  resolver: Resolver,
): { readonly values: ParameterValues; readonly failures: readonly Failure[] } {
  const failures: Failure[] = [];
  const places = { path: emptyObject(), query: emptyObject(), header: emptyObject(), cookie: emptyObject() };
  const declared = new Set(parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name));
  const rest: Pairs = pairsOf(received.query)
    .map(([key, value]) => [plain(key), value] as const)
    .filter(([key]) => declared.has(key) || !undeclared.has(key));
  const cookies: Pairs = [...cookiesOf(received)];
  // Those whose fields are beside the others come later, those that accept any name last.
  const rank = (parameter: Parameter): number => namesTaken(parameter, resolver);
  for (const parameter of [...parameters].sort((left, right) => rank(left) - rank(right))) {
    const read = reader(parameter, resolver, (message) => {
      failures.push({ place: `${parameter.in}/${parameter.name}`, message });
    });
    let value: Json | undefined;
    const others = (): ReadonlySet<string> =>
      new Set(parameters.filter((other) => other.in === parameter.in).map((other) => other.name));
    if (parameter.in === 'query') value = read.pairs(rest, others());
    else if (parameter.in === 'cookie') value = read.pairs(cookies, others());
    else if (parameter.in === 'header') value = read.text(givenHeader(received, parameter.name), false);
    else value = read.text(pathValues.get(parameter.name), true);
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    if (value !== undefined) places[parameter.in][name] = value;
  }
  for (const [key, value] of rest) {
    if (!Object.hasOwn(places.query, key)) places.query[key] = value;
  }
  return { values: places, failures };
}

/** A header of the caller: `fetch` adds `Accept-Language: *`. */
function givenHeader(received: Received, name: string): string | undefined {
  const value = headerOf(received, name);
  return name.toLowerCase() === 'accept-language' && value === '*' ? undefined : value;
}

/** Whether a parameter takes the pair of its name (0), those of its fields (1) or of any name (2). */
function namesTaken(parameter: Parameter, resolver: Resolver): number {
  if (!isSpread(parameter)) return 0;
  const { types, additional } = outline(parameter.schema, resolver);
  if (!types.has('object')) return 0;
  return additional === false ? 1 : 2;
}

/** `text` reads one text; `pairs` reads the parameter's own pairs, and removes them from the list. */
function reader(parameter: Parameter, resolver: Resolver, fail: (message: string) => void) {
  const { name, schema, style, explode, mediaType } = parameter;
  const { types, items, places, properties, additional } = outline(schema, resolver);
  const isArray = types.has('array');
  const isObject = types.has('object');
  const onlyLists = !['string', 'number', 'integer', 'boolean'].some((type) => types.has(type));

  const decode = (text: string): string => {
    const decoded = percentDecoded(text);
    if (decoded === text && text.includes('%')) fail('is not percent-encoded properly');
    return decoded;
  };
  const property = (key: string): Schema => properties.get(key) ?? additional ?? true;
  const toObject = (pairs: readonly (readonly [string, string])[]): Json => {
    return Object.fromEntries(pairs.map(([key, value]) => [key, scalar(value, property(key), resolver)] as const));
  };
  /** The fields of an object as pairs: an array is repeated, and what no style defines is JSON. */
  const spread = (pairs: Pairs): Json => {
    const values = new Map<string, Json[]>();
    for (const [key, raw] of pairs) {
      const inner = outline(property(key), resolver);
      const isText = inner.types.has('string') || !(inner.types.has('object') || inner.types.has('array'));
      const given = plain(raw);
      const json = isText || !/^[[{]/.test(given) ? undefined : parseJson(given, () => {});
      addTo(values, key, json ?? scalar(given, inner.types.has('array') ? inner.items : property(key), resolver));
    }
    const fields = [...values].map(([key, [first = null, ...more]]): [string, Json] => {
      const isList = more.length > 0 || (!isArrayValue(first) && outline(property(key), resolver).types.has('array'));
      return [key, isList ? [first, ...more] : first];
    });
    return Object.fromEntries(fields);
  };
  const alternate = (parts: readonly string[]): Json => {
    return toObject(parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? ''] as const] : [])));
  };
  const single = (text: string): Json => scalar(text, schema, resolver);
  const list = (parts: readonly string[]): Json => {
    return parts.map((part, index) => scalar(part, places[index] ?? items, resolver));
  };
  const content = (text: string): Json => {
    if (!/json/i.test(mediaType ?? '')) return text;
    const value = parseJson(text, () => fail('is not JSON'));
    return value === undefined ? text : value;
  };

  /** Objects inside an array and arrays inside an object: no style defines them, so they are JSON. */
  const nestedJson = (given: string): Json | undefined => {
    const inner = isArray ? [items] : [...properties.values(), ...(additional === undefined ? [] : [additional])];
    const isNested = inner.some((part) => {
      const kinds = outline(part, resolver).types;
      return kinds.has('object') || kinds.has('array');
    });
    if (!isNested || !/^[[{]/.test(given)) return undefined;
    return parseJson(given, () => {});
  };

  /** One text with separators, such as `a,b,c`. */
  const separated = (raw: string, separator: RegExp, unquote: (text: string) => string): Json => {
    const parts = raw.split(separator).map(unquote);
    if (isArray && (onlyLists || parts.length > 1)) return raw === '' ? [] : list(parts);
    if (isObject && onlyLists) return alternate(parts);
    return single(unquote(raw));
  };

  const text = (raw: string | undefined, encoded: boolean): Json | undefined => {
    if (raw === undefined) return undefined;
    const unquote = encoded ? decode : (value: string): string => value;
    if (mediaType !== undefined) return content(unquote(raw));
    let given = raw;
    let separator = encoded ? /,/ : /\s*,\s*/;
    if (style === 'label') {
      if (!given.startsWith('.')) fail('does not start with "."');
      given = given.slice(1);
      if (explode) separator = /\./;
    } else if (style === 'matrix') {
      if (!given.startsWith(';')) fail('does not start with ";"');
      const parts = given.slice(1).split(';').map(splitPair);
      if (explode && isObject && !isArray) return toObject(parts.map(([key, value]) => [decode(key), decode(value)]));
      if (parts.some(([key]) => decode(key) !== name)) fail(`does not name "${name}"`);
      if (explode && isArray) return list(parts.map(([, value]) => decode(value)));
      given = parts[0]?.[1] ?? '';
    }
    if (explode && isObject && !isArray) {
      return toObject(
        given
          .split(separator)
          .map(splitPair)
          .map(([key, value]) => [unquote(key), unquote(value)]),
      );
    }
    return separated(given, separator, unquote);
  };

  const pairs = (rest: Pairs, others: ReadonlySet<string>): Json | undefined => {
    if (style === 'deepObject') return deepObject(rest, name, schema, plain, resolver, others);
    if (style === 'form' && explode && isObject && onlyLists && !isArray && mediaType === undefined) {
      const free = additional === undefined ? properties.size === 0 : additional !== false;
      const taken = take(rest, (key) => properties.has(key) || (free && !others.has(key)));
      return taken.length === 0 ? undefined : spread(taken);
    }
    const taken = take(rest, (key) => key === name || (key === `${name}[]` && !others.has(key))).map(
      ([, value]) => value,
    );
    const [first] = taken;
    if (first === undefined) return undefined;
    if (mediaType !== undefined && taken.length === 1) return content(plain(first));
    const nested = taken.length === 1 && onlyLists ? nestedJson(plain(first)) : undefined;
    if (nested !== undefined) return nested;
    if (taken.length > 1) return isArray && explode ? list(taken.map(plain)) : taken.map(plain);
    if (explode) return isArray && onlyLists ? list([plain(first)]) : single(plain(first));
    const separators = { spaceDelimited: /%20|\+| /, pipeDelimited: /%7C|\|/i };
    return separated(first, style === 'spaceDelimited' || style === 'pipeDelimited' ? separators[style] : /,/, plain);
  };

  return { text, pairs };
}

/** One query parameter, removed from the pairs. */
export function readPairs(
  rest: Pairs,
  parameter: Parameter,
  others: ReadonlySet<string>,
  resolver: Resolver,
  fail: (message: string) => void,
): Json | undefined {
  return reader(parameter, resolver, fail).pairs(rest, others);
}

/** Decodes like a form: `+` is a space, and invalid encoding is kept. */
export function plain(text: string): string {
  return percentDecoded(text.replaceAll('+', ' '));
}
