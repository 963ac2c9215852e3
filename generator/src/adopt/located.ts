import { operationsIn } from '../load/document.js';
import type { Json, JsonObject } from '../schema/index.js';
import type { Rules } from './rules.js';

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

/** Operations of the vendor without the ids that several of them have: ours keep their names. */
export function withUniqueIds(list: readonly Located[], rules: Rules): readonly Located[] {
  const counts = new Map<Json | undefined, number>();
  for (const { operation } of list) counts.set(operation.operationId, (counts.get(operation.operationId) ?? 0) + 1);
  return list.map((one) => {
    const { operationId, ...operation } = one.operation;
    if (operationId === undefined || counts.get(operationId) === 1) return one;
    const place = `The operationId ${String(operationId)} of ${one.method.toUpperCase()} ${one.path}`;
    rules.note('decide', `${place} is not unique in the vendor's file: correct it in the overlay of that file.`);
    return { ...one, operation };
  });
}
