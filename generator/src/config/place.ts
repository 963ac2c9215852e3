import { Lines, type ProblemPlace } from '../problems/index.js';

type Path = readonly (string | number)[];

/**
 * The location of a key in a configuration file, JSON or YAML; that of the nearest object around it if the file has no such key.
 *
 * @param file the name used in problems.
 */
export async function placeOf(file: string, text: string, path: Path): Promise<ProblemPlace> {
  const { isMap, isScalar, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text, { uniqueKeys: false });
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    const pair = isMap(node)
      ? node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(segment))
      : undefined;
    const item = isSeq(node) && typeof segment === 'number' ? node.items[segment] : undefined;
    const start: unknown = Object(pair?.key ?? item).range;
    if (!Array.isArray(start)) break;
    offset = Number(start[0]);
    node = pair === undefined ? item : pair.value;
  }
  return { ...placeAt(file, text, offset), pointer: pointerOf(path) };
}

/** RFC 6901. */
export function pointerOf(path: Path): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function placeAt(file: string, text: string, offset: number): ProblemPlace {
  const lines = new Lines(text);
  const position = lines.position(offset);
  const frame = lines.frame(position);
  return { file, ...position, ...(frame === undefined ? {} : { frame }) };
}
