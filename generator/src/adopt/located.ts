import { METHODS } from '../load/document.js';
import { getObject, type JsonObject } from '../schema/index.js';

export interface Located {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

export function operationsIn(root: JsonObject): Located[] {
  return Object.entries(getObject(root, 'paths') ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = getObject(item, method);
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** The number of leading segments that two paths have in common. */
export function commonSegments(one: string, other: string): number {
  const [before, after] = [one.split('/'), other.split('/')];
  const different = before.findIndex((segment, index) => segment !== after[index]);
  return different === -1 ? before.length : different;
}
