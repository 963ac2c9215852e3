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

/** Whether a JSON text has more keys than its value: `JSON.parse` silently takes the last of two equal ones. */
export function hasDuplicateKeys(text: string, value: unknown): boolean {
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
  return written > countKeys(value);
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce((sum: number, each: unknown) => sum + countKeys(each), 0);
  return below + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** The second of two equal keys in an object of a JSON text, or of two keys that lead to it; undefined if there is none. */
export async function placeOfDuplicate(file: string, text: string, within: Path): Promise<ProblemPlace | undefined> {
  const { isMap, parseDocument } = await import('yaml');
  let node: unknown = parseDocument(text, { uniqueKeys: false }).contents;
  for (let depth = 0; ; depth += 1) {
    if (!isMap(node)) return undefined;
    const names = node.items.map(({ key }) => String(key));
    const wanted = within[depth];
    const last =
      wanted === undefined
        ? names.findIndex((name, at) => names.indexOf(name) < at)
        : names.lastIndexOf(String(wanted));
    const name = names[last];
    if (name === undefined) return undefined;
    if (names.indexOf(name) < last) return placeOf(file, text, [...within.slice(0, depth), name]);
    node = node.items[last]?.value;
  }
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
