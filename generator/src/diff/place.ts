import { codeSpan } from '../render/encode.js';
import { pointerToken } from '../schema/index.js';
import type { Change } from './change.js';

/** Whether what is at a place is sent, received, or both. */
export interface Ways {
  readonly request: boolean;
  readonly reply: boolean;
}

/** A place in both versions at once. `operation` and `tag` are those of the new version; inside a shared schema there is no operation. */
export interface Place extends Pick<Change, 'operation' | 'reaches' | 'tag'> {
  /** What the path starts from, as Markdown: a type, or a call's arguments or reply. */
  readonly owner: string;
  /** From the owner down, such as `options[].text`; empty for the owner itself. */
  readonly path: string;
  readonly old: string;
  readonly next: string;
  readonly ways: Ways;
  /** Whether it is part of a request that the service makes: a webhook or a callback. */
  readonly isEvent?: boolean;
  /** What users call the owner where it is sent, if something else: a type that requests and replies have differently. */
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

/** A member of a composition: at another place of the document, such as `oneOf/1`, and the same place of the value. */
export function memberOf(place: Place, old: string, next: string): Place {
  const at = (pointer: string, step: string): string => (step === '' ? pointer : `${pointer}/${step}`);
  return { ...place, old: at(place.old, old), next: at(place.next, next) };
}

function below(place: Place, step: string, pointer: string): Place {
  return { ...place, path: place.path + step, old: place.old + pointer, next: place.next + pointer };
}

/** The place as text: `UserResponse.teams`, `options[].text` in the arguments of a call. */
export function nameOf({ owner, path, operation, isEvent }: Place): string {
  if (path === '') return owner;
  const dot = path.startsWith('[') ? '' : '.';
  return operation === undefined && isEvent !== true
    ? codeSpan(`${owner.replaceAll('`', '')}${dot}${path}`)
    : `${codeSpan(path)} in ${owner}`;
}

/** The field that a place is of, whatever has it; the owner where it is not of a field. */
export function lastStep({ owner, path }: Place): string {
  return path === '' ? owner : path.slice(path.lastIndexOf('.') + 1);
}
