import type { Parameter } from '../operation.js';
import { toJson } from './json.js';
import type { Place } from './place.js';
import { isAbsent, isPlainObject, percentEncode, presentFields, presentItems, scalarText } from './scalar.js';

/**
 * Serialises a query parameter as encoded `name=value` pairs; none for an absent value or an empty array. Styles `form`,
 * `spaceDelimited`, `pipeDelimited` and `deepObject` of OpenAPI 3.1, section 4.8.12.2. Values that a style does not define (an
 * object inside an array) are sent as JSON; an array in an exploded object is sent as one pair per item.
 */
export function encodeQuery(parameter: Parameter, value: unknown, place: Place): string[] {
  if (isAbsent(value)) return [];
  const encode = (text: string) => (parameter.allowReserved ? encodeReserved(text, place) : percentEncode(text, place));
  const name = percentEncode(parameter.name, place);
  const pair = (text: string) => `${name}=${text}`;
  if (parameter.json) return [pair(encode(toJson(value, place)))];
  if (parameter.style === 'deepObject' && isComposite(value)) return deepPairs(name, value, place, encode);
  const explode = parameter.explode ?? parameter.style === undefined;
  const delimiter = parameter.style === 'spaceDelimited' ? '%20' : parameter.style === 'pipeDelimited' ? '%7C' : ',';
  const joined = (parts: string[]) => (parts.length === 0 ? [] : [pair(parts.join(delimiter))]);
  if (Array.isArray(value)) {
    if (value.some(isComposite)) return [pair(encode(toJson(value, place)))];
    const items = presentItems(value, place).map(encode);
    return explode ? items.map(pair) : joined(items);
  }
  if (isPlainObject(value)) {
    if (explode) return Object.entries(value).flatMap(([key, item]) => spreadField(key, item, place, encode));
    if (Object.values(value).some(isComposite)) return [pair(encode(toJson(value, place)))];
    return joined(presentFields(value, place).flatMap(([key, text]) => [percentEncode(key, place), encode(text)]));
  }
  return [pair(encode(scalarText(value, place)))];
}

function spreadField(key: string, value: unknown, place: Place, encode: (text: string) => string): string[] {
  if (isAbsent(value)) return [];
  const isList = Array.isArray(value) && !value.some(isComposite);
  const texts = isList
    ? presentItems(value, place)
    : [isComposite(value) ? toJson(value, place) : scalarText(value, place)];
  return texts.map((text) => `${percentEncode(key, place)}=${encode(text)}`);
}

function isComposite(value: unknown): value is object {
  return Array.isArray(value) || isPlainObject(value);
}

/** Returns `name[field][inner]=value` pairs; items of an array by index. */
function deepPairs(name: string, value: object, place: Place, encode: (text: string) => string): string[] {
  const pairs: string[] = [];
  const open: { readonly name: string; readonly value: unknown }[] = [
    { name, value: JSON.parse(toJson(value, place)) },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name: prefix, value: inner } = next;
    if (isAbsent(inner)) continue;
    if (!isComposite(inner)) {
      pairs.push(`${prefix}=${encode(scalarText(inner, place))}`);
      continue;
    }
    for (const [key, item] of Object.entries(inner).reverse()) {
      open.push({ name: `${prefix}%5B${percentEncode(key, place)}%5D`, value: item });
    }
  }
  return pairs;
}

/** Implements `allowReserved`, but still encodes the characters that would end the value: `#`, `&` and `+`. */
function encodeReserved(text: string, place: Place): string {
  percentEncode(text, place);
  return encodeURI(text).replace(/[#&+]/g, encodeURIComponent);
}
