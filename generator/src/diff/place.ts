import { codeSpan } from '../render/encode.js';
import { pointerToken } from '../schema/index.js';
import type { Change } from './change.js';

/** Whether a place is sent, received, or both. */
export interface Ways {
  readonly request: boolean;
  readonly reply: boolean;
}

/**
 * A place in both versions at once. `operation` and `tag` are those of the new version; inside a shared schema there is no
 * operation.
 */
export interface Place extends Pick<Change, 'operation' | 'reaches' | 'tag'> {
  /** The start of the path, as Markdown: a type, or a call's arguments or response. */
  readonly owner: string;
  /** From the owner down, such as `options[].text`; empty for the owner itself. */
  readonly path: string;
  readonly old: string;
  readonly next: string;
  readonly ways: Ways;
  /** Whether it is part of a webhook or callback. */
  readonly isEvent?: boolean;
  /** Whether no operation of the old version uses the shared schema that it is in. */
  readonly wasUnused?: boolean;
  /** The name of the owner where it is sent, if different: a type that differs between requests and responses. */
  readonly inputOwner?: string;
}

/** The field of an object. */
export function fieldOf(place: Place, name: string): Place {
  const plain = /^[\w$-]+$/.test(name);
  const step = plain ? (place.path === '' ? name : `.${name}`) : `[${JSON.stringify(name)}]`;
  return below(place, step, `/properties/${pointerToken(name)}`);
}

export function itemsOf(place: Place): Place {
  return below(place, '[]', '/items');
}

export function valuesOf(place: Place): Place {
  return below(place, place.path === '' ? '*' : '.*', '/additionalProperties');
}

/** A member of a composition: another place in the document, such as `oneOf/1`, but the same place in the value. */
export function memberOf(place: Place, old: string, next: string): Place {
  const at = (pointer: string, step: string): string => (step === '' ? pointer : `${pointer}/${step}`);
  return { ...place, old: at(place.old, old), next: at(place.next, next) };
}

function below(place: Place, step: string, pointer: string): Place {
  return { ...place, path: place.path + step, old: place.old + pointer, next: place.next + pointer };
}

/** The name of a place: `UserResponse.teams`, `options[].text` in the arguments of a call. */
export function nameOf({ owner, path, operation, isEvent }: Place): string {
  if (path === '') return owner;
  const dot = path.startsWith('[') ? '' : '.';
  return operation === undefined && isEvent !== true
    ? codeSpan(`${owner.replaceAll('`', '')}${dot}${path}`)
    : `${codeSpan(path)} in ${owner}`;
}

/** The field at a place without its owner; the owner if it is not a field. */
export function lastStep({ owner, path }: Place): string {
  return path === '' ? owner : path.slice(path.lastIndexOf('.') + 1);
}
