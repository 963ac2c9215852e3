import { isArray, isObject, isReadOnly, isWriteOnly, type Json, type Resolver } from '../../schema/index.js';
import type { LintProblem } from './linter.js';

/**
 * An example that lacks many properties is one problem, not many; and none where it may lack them, because they are part
 * of the other direction only.
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

/** Names of properties that are part of one direction only. */
interface OneWayNames {
  /** Of properties that are `readOnly` somewhere: a request need not have them, `required` or not. */
  readonly received: ReadonlySet<string>;
  /** Of properties that are `writeOnly` somewhere: a reply need not have them. */
  readonly sent: ReadonlySet<string>;
}

/** What a reference leads to is visited by itself. */
const itself: Resolver = { resolve: () => undefined };

function oneWayNames(root: Json): OneWayNames {
  const received = new Set<string>();
  const sent = new Set<string>();
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries<Json>(node)) {
      if (isObject(child) && !isArray(node) && isReadOnly(child, itself)) received.add(key);
      if (isObject(child) && !isArray(node) && isWriteOnly(child, itself)) sent.add(key);
      visit(child);
    }
  };
  visit(root);
  return { received, sent };
}

/**
 * Whether an example at a place of the bundled document may lack a property that its schema requires (OpenAPI 3.1, 4.8.24:
 * `readOnly`, `writeOnly`). An example outside of requests and replies may be either.
 */
function mayLack(name: string, tokens: readonly string[], names: OneWayNames): boolean {
  const [section, kind] = tokens;
  const request = tokens[3] === 'requestBody' || (section === 'components' && kind === 'requestBodies');
  const reply = tokens[3] === 'responses' || (section === 'components' && kind === 'responses');
  return (!reply && names.received.has(name)) || (!request && names.sent.has(name));
}
