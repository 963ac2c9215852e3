import type { Change } from './change.js';
import { nameOf, type Place } from './place.js';
import { type ChangeSeverity, RULES, type RuleId } from './rules.js';

const ORDER: readonly ChangeSeverity[] = ['breaking', 'warning', 'compatible'];

/** Where a change is, when it is not at a place in both descriptions. */
export interface Spot {
  readonly operation?: string | undefined;
  readonly reaches?: readonly string[];
  readonly tag?: string | undefined;
  readonly old?: string | undefined;
  readonly next?: string | undefined;
}

/** Gathers the changes of one comparison. */
export class Report {
  readonly #changes: Change[] = [];

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** A change of an operation, of a name, or of the service as a whole. */
  add(rule: RuleId, spot: Spot, message: string): void {
    const { request: severity, seenBy } = RULES[rule];
    const { operation, reaches = [], tag, old, next } = spot;
    this.#changes.push({ rule, severity, seenBy, message, operation, reaches, tag, old, next });
  }

  addAll(changes: readonly Change[]): void {
    this.#changes.push(...changes);
  }

  /**
   * A change of a schema. How bad it is, the way decides that it travels; where it travels both ways, the worse one.
   *
   * @param say what follows the place's name in the sentence, by the way.
   * @param sides where there is something; both by default.
   */
  schema(rule: RuleId, place: Place, say: string, sides: 'old' | 'next' | 'both' = 'both'): void {
    const severity = severityOf(rule, place);
    this.#changes.push({
      rule,
      severity,
      seenBy: RULES[rule].seenBy,
      message: `${nameOf(place)} ${say}${reachText(place)}`,
      operation: place.operation?.id ?? (place.reaches.length === 1 ? place.reaches[0] : undefined),
      reaches: place.reaches,
      tag: place.tag,
      old: sides === 'next' ? undefined : place.old,
      next: sides === 'old' ? undefined : place.next,
    });
  }
}

function severityOf(rule: RuleId, { ways }: Place): ChangeSeverity {
  const { request, reply } = RULES[rule];
  const found = [...(ways.request ? [request] : []), ...(ways.reply ? [reply] : [])];
  return ORDER.find((severity) => found.includes(severity)) ?? 'compatible';
}

function reachText({ operation, reaches, ways }: Place): string {
  if (operation !== undefined) return '.';
  if (reaches.length === 0) return ' (reaches no operation).';
  const way =
    ways.request && ways.reply ? 'sent and received' : ways.request ? 'sent' : ways.reply ? 'received' : 'errors';
  return ` (${way}).`;
}
