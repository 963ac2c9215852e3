import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Texts = ReadonlyMap<string, string>;

/** The texts of the files of a spec, by path. */
export function textsIn(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(yaml|json)$/.test(path),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The lines that only the first folder has, each as often as it is missing in the second. */
export function linesLost(before: Texts, after: Texts): string[] {
  return [...before].flatMap(([path, text]) => {
    const left = new Map<string, number>();
    for (const line of (after.get(path) ?? '').split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
    return text.split('\n').flatMap((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count > 0 ? [] : [`${path}: ${line.trim()}`];
    });
  });
}
