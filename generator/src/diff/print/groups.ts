import { hash } from 'node:crypto';
import type { Change } from '../change.js';
import { SEVERITIES } from '../rules.js';

/** Changes with the same meaning: the same change in several places, or types added or removed with an operation. */
export interface Group {
  /** The one that is shown. */
  readonly first: Change;
  /** The same change at other places. */
  readonly others: readonly Change[];
  /** The types that were added or removed with an operation. */
  readonly types: readonly Change[];
}

/** Groups changes with the same cause, the worst first. */
export function groupChanges(changes: readonly Change[]): readonly Group[] {
  const groups = new Map<string, { first: Change; others: Change[]; types: Change[] }>();
  const owners = new Map<string, string>();
  const ordered = SEVERITIES.flatMap((severity) => changes.filter((one) => one.severity === severity));
  const isOfOperation = ({ rule }: Change): boolean => rule === 'operation-added' || rule === 'operation-removed';
  for (const change of ordered.filter(isOfOperation)) {
    owners.set(`${change.rule} ${change.operation}`, keyOf(change));
  }
  for (const change of ordered) {
    const owner = groups.get(ownerOf(change, owners) ?? '');
    const group = groups.get(keyOf(change));
    if (owner !== undefined) owner.types.push(change);
    else if (group !== undefined) group.others.push(change);
    else groups.set(keyOf(change), { first: change, others: [], types: [] });
  }
  return [...groups.values()];
}

/** The operation with which a type was added or removed. */
function ownerOf({ rule, reaches }: Change, owners: ReadonlyMap<string, string>): string | undefined {
  if (rule !== 'type-added' && rule !== 'type-removed') return undefined;
  const keys = reaches.map((id) =>
    owners.get(`${rule === 'type-added' ? 'operation-added' : 'operation-removed'} ${id}`),
  );
  return keys.includes(undefined) ? undefined : keys[0];
}

function keyOf(change: Change): string {
  const { rule, severity, about, message, operation } = change;
  return about === undefined ? `${rule} ${operation ?? ''} ${message}` : `${severity} ${rule} ${about.text}`;
}

/** Rules with possibly several changes at one place. */
const REPEATED =
  /^(enum-value|bound|union-member|filter-operator|reply-header|error-header|event-content|address|body-alternative)-|^(sources-changed|unforeseen|format-changed)$/;

/** Arguments and types that have no pointer: that of the body or the operation is used. */
function isUnplaced(rule: string, pointer: string): boolean {
  return /^(parameter|part|type)-/.test(rule) && !/\/(parameters\/\d+|components\/schemas\/.+)$/.test(pointer);
}

/** The id of a change, stable between comparisons: its rule and its place, with a hash if that is not unique. */
export function changeIds(changes: readonly Change[]): ReadonlyMap<Change, string> {
  const found = new Set<string>();
  return new Map(
    changes.map((change) => {
      const { rule, old, next, about, message } = change;
      const pointer = next ?? old ?? '';
      const plain = `${rule}:${pointer}`;
      const id =
        REPEATED.test(rule) || isUnplaced(rule, pointer) || found.has(plain)
          ? `${plain}#${hash('sha256', about?.text ?? message).slice(0, 8)}`
          : plain;
      found.add(id);
      return [change, id];
    }),
  );
}
