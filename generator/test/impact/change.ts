import type { Change, RuleId } from '../../src/diff/index.js';

/** A breaking change that names no place. */
export function changeBy<Rule extends RuleId>(rule: Rule): Change & { readonly rule: Rule } {
  const nowhere = { operation: undefined, reaches: [], tag: undefined, old: undefined, next: undefined };
  return { rule, severity: 'breaking', message: '', ...nowhere };
}
