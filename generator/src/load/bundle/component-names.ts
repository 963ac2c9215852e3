import { getString, isObject, type JsonObject, nodeAt } from '../../schema/index.js';
import type { Place } from '../places/source-file.js';
import type { Site } from './transfer.js';

export function placeOf(site: Site): Place {
  return { file: site.place.file, tokens: [...site.place.tokens, site.key] };
}

/**
 * Names components added from elsewhere: the last token of the pointer, or the file's base name, with `_2`, `_3` ... if that is
 * taken.
 */
export function namesBeside(components: JsonObject): (section: string, place: Place) => string {
  const taken = new Set(
    Object.entries(components).flatMap(([section, entries]) => {
      return isObject(entries) ? Object.keys(entries).map((name) => `${section}/${name}`) : [];
    }),
  );
  const next = new Map<string, number>();
  return (section, place) => {
    const base = baseName(place);
    let number = next.get(`${section}/${base}`) ?? 1;
    const nameOf = (): string => (number === 1 ? base : `${base}_${number}`);
    while (taken.has(`${section}/${nameOf()}`)) number += 1;
    next.set(`${section}/${base}`, number + 1);
    taken.add(`${section}/${nameOf()}`);
    return nameOf();
  };
}

function baseName({ file, tokens }: Place): string {
  const path = file.id.replace(/[?#].*$/, '').split(/[\\/]/);
  const end = tokens.at(-1) ?? path.at(-1)?.replace(/\.[^.]*$/, '') ?? '';
  const isNumber = /^\d+$/.test(end);
  // A parameter is in a list, and has a name like its schema.
  const owner = isNumber || end === 'schema' ? tokens.slice(0, isNumber ? undefined : -1) : undefined;
  const given = owner && getString(nodeAt(file.value, owner), 'name');
  const text = given ?? (isNumber ? `${tokens.at(-2) ?? ''}_${end}` : end);
  // Replaces characters that a component's name must not contain.
  const name = text.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+(?=.)/, '');
  return name === '' || name === '_' ? 'Unnamed' : name;
}
