import { isArray, isObject, isReadOnly, isWriteOnly, type Json, withoutTargets } from '../../schema/index.js';
import type { LintProblem } from './linter.js';

/**
 * Merges the problems of an example that lacks many properties, and drops those of properties that belong to the other direction.
 *
 * @param root the document of the examples
 */
export function mergeMissing(problems: readonly LintProblem[], root: Json): readonly LintProblem[] {
  const oneWay = oneWayNames(root);
  const merged = new Map<string, { readonly first: LintProblem; readonly names: Set<string> }>();
  const others: LintProblem[] = [];
  for (const problem of problems) {
    const [, start, name] = /^(.*must have required property) '(.*)'\.$/s.exec(problem.message) ?? [];
    if (start === undefined || name === undefined) others.push(problem);
    else if (!mayLack(name, problem.tokens, oneWay)) {
      const key = JSON.stringify([problem.file, problem.tokens, start]);
      const entry = merged.get(key) ?? { first: { ...problem, message: start }, names: new Set() };
      merged.set(key, entry);
      entry.names.add(name);
    }
  }
  const missing = [...merged.values()].map(({ first, names }) => {
    const shown = [...names].slice(0, 5).map((name) => `\`${name}\``);
    const more = names.size > 5 ? ` and ${names.size - 5} more` : '';
    return { ...first, message: `${first.message} ${shown.join(', ')}${more}.` };
  });
  return [...others, ...missing];
}

/** Names of properties that belong to one direction only. */
interface OneWayNames {
  /** Properties that are `readOnly` somewhere: requests need not have them, even if `required`. */
  readonly received: ReadonlySet<string>;
  /** Properties that are `writeOnly` somewhere: responses need not have them. */
  readonly sent: ReadonlySet<string>;
}

function oneWayNames(root: Json): OneWayNames {
  const received = new Set<string>();
  const sent = new Set<string>();
  // Targets of references are visited separately.
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries<Json>(node)) {
      if (isObject(child) && !isArray(node) && isReadOnly(child, withoutTargets)) received.add(key);
      if (isObject(child) && !isArray(node) && isWriteOnly(child, withoutTargets)) sent.add(key);
      visit(child);
    }
  };
  visit(root);
  return { received, sent };
}

/**
 * Whether an example at a pointer of the bundled document may lack a required property (OpenAPI 3.1, 4.8.24: `readOnly`,
 * `writeOnly`). An example outside of requests and responses may be either.
 */
function mayLack(name: string, tokens: readonly string[], names: OneWayNames): boolean {
  const [section, kind] = tokens;
  const request = tokens[3] === 'requestBody' || (section === 'components' && kind === 'requestBodies');
  const reply = tokens[3] === 'responses' || (section === 'components' && kind === 'responses');
  return (!reply && names.received.has(name)) || (!request && names.sent.has(name));
}
