import { getObject, isObject, type Json, type JsonObject } from '../schema/index.js';
import type { NewParts } from './new-parts.js';
import type { Rules } from './rules.js';

/** Our parameter or header with the facts of theirs; `in` is only a part of a parameter. */
export function mergedParameter(
  own: JsonObject,
  other: JsonObject,
  place: string,
  rules: Rules,
  fresh: NewParts,
): Json {
  const merged = new Map(Object.entries(own));
  for (const key of ['in', 'style', 'explode', 'allowReserved', 'required', 'deprecated']) {
    const value = other[key];
    const isOurs = key === 'deprecated' && value !== true;
    const isSame =
      key === 'explode'
        ? isExploded(Object.fromEntries(merged)) === isExploded(other)
        : (own[key] ?? false) === (value ?? false);
    if (isOurs || isSame) continue;
    rules.note('changed', `${place}: ${key}`);
    if (value === undefined || (value === false && key !== 'explode')) merged.delete(key);
    else merged.set(key, value);
  }
  if (other.schema !== undefined) {
    merged.set('schema', rules.merged(own.schema, other.schema, place));
    merged.delete('content');
  }
  const [content, theirs] = [getObject(own, 'content'), getObject(other, 'content')];
  if (theirs !== undefined) {
    const media = Object.entries(theirs).map(([type, value]) => {
      const [mine, schema] = [getObject(content, type), isObject(value) ? value.schema : undefined];
      if (mine === undefined || schema === undefined) return [type, fresh.media(value)] as const;
      return [type, { ...mine, schema: rules.merged(mine.schema, schema, place) }] as const;
    });
    if (content === undefined) rules.note('changed', `${place}: content`);
    merged.set('content', Object.fromEntries(media));
    merged.delete('schema');
  }
  return Object.fromEntries(merged);
}

/** Whether each element of a value is sent separately. The default of `explode` depends on the style. */
function isExploded({ in: place, style, explode }: JsonObject): boolean {
  if (typeof explode === 'boolean') return explode;
  return (style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple')) === 'form';
}
