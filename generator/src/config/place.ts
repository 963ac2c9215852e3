import { Lines, type Problem } from '../problems/index.js';

/** A location in a configuration file; without a pointer if the file could not be parsed. */
export type FilePlace = Pick<Problem, 'file' | 'line' | 'column' | 'pointer' | 'frame'>;

/**
 * The location of a key in a configuration file; the start of the file if it has no such key.
 *
 * @param file the name used in problems.
 */
export async function placeOf(file: string, text: string, path: readonly (string | number)[]): Promise<FilePlace> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const root = parseTree(text);
  const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  const offset = node?.parent?.type === 'property' ? node.parent.offset : (node?.offset ?? 0);
  return { ...placeAt(file, text, offset), pointer: pointerOf(path) };
}

/** RFC 6901. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function placeAt(file: string, text: string, offset: number): FilePlace {
  const lines = new Lines(text);
  const position = lines.position(offset);
  const frame = lines.frame(position);
  return { file, ...position, ...(frame === undefined ? {} : { frame }) };
}
