import { mayLack, type OneWayNames } from './directions.js';
import { type LintProblem, tokensOf } from './linter.js';

/**
 * An example that lacks many properties is one problem, not many; and none where it may lack them, because they travel in
 * the other direction only.
 */
export function mergeMissing(problems: readonly LintProblem[], names: OneWayNames): readonly LintProblem[] {
  const merged = new Map<string, LintProblem & { readonly names: string[] }>();
  const result: LintProblem[] = [];
  for (const problem of problems) {
    const [, start, name] = /^(.*must have required property) '(.*)'\.$/s.exec(problem.message) ?? [];
    if (start === undefined || name === undefined) {
      result.push(problem);
      continue;
    }
    if (mayLack(name, tokensOf(problem), names)) continue;
    const key = `${problem.location[0]?.source.absoluteRef}\n${problem.location[0]?.pointer}\n${start}`;
    const first = merged.get(key);
    if (first === undefined) {
      const entry = { ...problem, message: start, names: [name] };
      merged.set(key, entry);
      result.push(entry);
    } else if (!first.names.includes(name)) {
      first.names.push(name);
    }
  }
  for (const entry of merged.values()) {
    const shown = entry.names.slice(0, 5).map((name) => `\`${name}\``);
    const more = entry.names.length > 5 ? ` and ${entry.names.length - 5} more` : '';
    entry.message = `${entry.message} ${shown.join(', ')}${more}.`;
  }
  return result;
}
