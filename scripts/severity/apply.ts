import type { Node, ObjectNode } from './tree.js';

/** Makes a change in one of several places, in one of several ways. Returns whether there was a place for it. */
export type Apply = (root: ObjectNode, place: number, way: number) => boolean;

/** An edit of one of several places; one that returns false could not be made there. */
export function at<Place>(
  places: (root: ObjectNode) => readonly Place[],
  act: (place: Place, way: number, root: ObjectNode) => unknown,
): Apply {
  return (root, index, way) => {
    const found = places(root);
    const place = found[index % found.length];
    return place !== undefined && act(place, way, root) !== false;
  };
}

const FRESH: readonly ObjectNode[] = [
  { type: 'string' },
  { type: 'integer', format: 'int32' },
  { type: 'string', format: 'date-time' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', additionalProperties: {} },
];
export const fresh = (way: number): ObjectNode => structuredClone(FRESH[way % FRESH.length] ?? {});
export const json = (schema: ObjectNode): ObjectNode => ({ 'application/json': { schema } });

export function toggle(node: ObjectNode, key: string, value: Node): void {
  if (node[key] === undefined || node[key] === false) node[key] = value;
  else delete node[key];
}

export function renameKey(node: ObjectNode, from: string, to: string): ObjectNode {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key === from ? to : key, value]));
}
