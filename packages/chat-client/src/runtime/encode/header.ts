import type { Parameter } from '../operation.js';
import { checkHeader } from '../options.js';
import { toJson } from './json.js';
import type { Place } from './place.js';
import { isPlainObject, percentEncode, presentFields, presentItems, scalarText } from './scalar.js';

/** Serialises a header parameter: style `simple` (OpenAPI 3.1, section 4.8.12.2). Line breaks are rejected. */
export function encodeHeader(parameter: Parameter, value: unknown, place: Place): string {
  const text = simpleText(parameter, value, place);
  checkHeader(parameter.name, text, place.argument, place);
  return text;
}

function simpleText(parameter: Parameter, value: unknown, place: Place): string {
  if (parameter.json) return toJson(value, place);
  if (Array.isArray(value)) return presentItems(value, place).join(',');
  if (!isPlainObject(value)) return scalarText(value, place);
  return presentFields(value, place)
    .map((field) => field.join(parameter.explode ? '=' : ','))
    .join(',');
}

/**
 * Serialises a cookie parameter as `name=value`: style `form`. Browsers ignore a `Cookie` header set by a program and send their
 * own cookies.
 */
export function encodeCookie(parameter: Parameter, value: unknown, place: Place): string[] {
  const encode = (text: string) => percentEncode(text, place);
  const name = encode(parameter.name);
  const explode = parameter.explode ?? true;
  if (parameter.json) return [`${name}=${encode(toJson(value, place))}`];
  if (Array.isArray(value)) {
    const items = presentItems(value, place).map(encode);
    return explode ? items.map((item) => `${name}=${item}`) : [`${name}=${items.join(',')}`];
  }
  if (isPlainObject(value)) {
    const fields = presentFields(value, place).map((field) => field.map(encode));
    return explode ? fields.map((field) => field.join('=')) : [`${name}=${fields.flat().join(',')}`];
  }
  return [`${name}=${encode(scalarText(value, place))}`];
}
