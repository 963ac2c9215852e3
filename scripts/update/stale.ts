import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prepared } from '../../generator/src/index.js';
import { readTree } from '../common/tree.js';

/** Handwritten files: guides, templates, overlays, examples. */
const HANDWRITTEN = /\.(?:mdx?|hbs|ya?ml)$|(?:^|\/)(?:templates|examples)\//;
/** Histories and tests mention removed names on purpose. */
const LEFT_OUT = /(?:^|\/)(?:CHANGELOG\.md$|\.changeset\/|test\/)/;

/** The names of methods and types that the new version lacks. */
export function namesGone(old: Prepared, next: Prepared): ReadonlySet<string> {
  const [before, after] = [old, next].map(({ model, names }) => {
    const operations = model.operations.flatMap((operation) => [operation.id, names.operation(operation).method]);
    return new Set([...operations, ...model.schemas.map(({ name }) => name)]);
  });
  return new Set([...(before ?? [])].filter((name) => !after?.has(name) && name.length > 3));
}

/** The lines of a project's handwritten files that contain a removed name, as `file:line name`. */
export function staleNames(project: string, gone: ReadonlySet<string>, output: string): readonly string[] {
  if (gone.size === 0) return [];
  return [...readTree(project).keys()].flatMap((path) => {
    if (!HANDWRITTEN.test(path) || LEFT_OUT.test(path) || path.startsWith(`${output}/`)) return [];
    return readFileSync(join(project, path), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const name = line.match(/[A-Za-z_$][\w$]*/g)?.find((word) => gone.has(word));
        return name === undefined ? [] : [`${path}:${index + 1} ${name}`];
      });
  });
}
