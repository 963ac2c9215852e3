import { freeName, type Problem, warningProblem } from '../problems/index.js';

export interface IdentifiedOperation {
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly operationId: string | undefined;
}

/** A stable identifier from method and path: `get_users_id` for `get /users/{id}`. */
export function idFromPath(method: string, path: string): string {
  const words = path.match(/[\p{L}\p{N}]+/gu) ?? ['root'];
  return [method, ...words].join('_');
}

/**
 * Returns unique identifiers: the `operationId` if it is unique, otherwise one derived from method and path. Specs repeat
 * `operationId`s although OpenAPI forbids it; the first one keeps the name.
 */
export function uniqueOperationIds(operations: readonly IdentifiedOperation[]): { ids: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const given = new Set(operations.map((operation) => operation.operationId));
  const ids = operations.map((operation) => {
    const wanted = operation.operationId;
    if (wanted !== undefined && wanted !== '' && !taken.has(wanted)) {
      taken.add(wanted);
      return wanted;
    }
    const isTaken = (name: string): boolean => taken.has(name) || given.has(name);
    const id = freeName(idFromPath(operation.method, operation.path), isTaken, '_');
    taken.add(id);
    if (wanted) {
      const place = { pointer: `${operation.pointer}/operationId` };
      const message = `operationId '${wanted}' is used twice; ${operation.method.toUpperCase()} ${operation.path} is renamed to '${id}'.`;
      const hint = 'Give each operation its own operationId.';
      problems.push(warningProblem('operation-id-renamed', place, message, hint));
    }
    return id;
  });
  return { ids, problems };
}
