import { operationsIn } from '../load/document.js';
import type { JsonObject } from '../schema/index.js';

export type Located = ReturnType<typeof operationsOfPaths>[number];

export function operationsOfPaths(root: JsonObject) {
  return operationsIn(root, ['paths']);
}

/** The number of leading segments that two paths have in common. */
export function commonSegments(one: string, other: string): number {
  const [before, after] = [one.split('/'), other.split('/')];
  const different = before.findIndex((segment, index) => segment !== after[index]);
  return different === -1 ? before.length : different;
}
