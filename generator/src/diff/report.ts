import { type Json, optional } from '../schema/index.js';
import type { Change, Spot } from './change.js';
import { lastStep, nameOf, type Place, type Ways } from './place.js';
import { RULES, type RuleId, SEVERITIES } from './rules.js';

/** Collects the changes of one comparison. */
export class Report {
  readonly changes: Change[] = [];

  /**
   * Adds a change of an operation, of a name, or of the service. If something is sent and received, the worse severity applies.
   */
  add(rule: RuleId, spot: Spot, message: string, ways: Ways = { request: true, reply: true }): void {
    const { request, reply } = RULES[rule];
    const { about, operation, reaches = [], tag, old, next, detail, place } = spot;
    const found: readonly string[] = [...(ways.request ? [request] : []), ...(ways.reply ? [reply] : [])];
    const severity = SEVERITIES.find((one) => found.includes(one)) ?? 'compatible';
    const more = { ...(about && { about }), ...optional('detail', detail), ...optional('place', place) };
    this.changes.push({ rule, severity, message, ...more, operation, reaches, tag, old, next });
  }

  /**
   * Adds a change of a schema.
   *
   * @param text follows the place's name in the sentence.
   * @param side the version that has it; both by default.
   * @param detail its subject, such as the value of an enum.
   */
  schema(rule: RuleId, place: Place, text: string, side?: 'old' | 'next', detail?: Json): void {
    const { operation, reaches, tag, old, next, ways } = place;
    const name = nameOf(knownAs(place, rule));
    const spot = {
      about: { name, text: `${lastStep(place)} ${text}` },
      operation: operation ?? (reaches.length === 1 ? reaches[0] : undefined),
      reaches,
      tag,
      old: side === 'next' ? undefined : old,
      next: side === 'old' ? undefined : next,
      ...optional('place', side === 'next' ? old : undefined),
      ...optional('detail', detail),
    };
    this.add(rule, spot, `${name} ${text}${wayText(place)}`, ways);
  }
}

/** Uses the name that users see, of the type for which the change is worse. */
function knownAs(place: Place, rule: RuleId): Place {
  const { inputOwner, ways } = place;
  const { request, reply } = RULES[rule];
  const isOfRequest = ways.request && (!ways.reply || SEVERITIES.indexOf(request) < SEVERITIES.indexOf(reply));
  return inputOwner !== undefined && isOfRequest ? { ...place, owner: inputOwner } : place;
}

function wayText({ operation, reaches, isEvent, ways: { request, reply } }: Place): string {
  if (operation !== undefined || isEvent === true) return '.';
  if (reaches.length === 0) return ' (affects no operation).';
  return ` (${request && reply ? 'sent and received' : request ? 'sent' : 'received'}).`;
}
