import { type Change, type Comparison, matchOperations, ownTypes, RULES, reachIn } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { capitalize } from '../naming/index.js';
import type { Incompatibility } from './check.js';
import type { Side, Subject } from './consumer.js';

/** Number of characters of a consumer's line that are shown. */
const LONGEST_LINE = 200;

/** A case where the rules of the comparison and the compiler disagree. */
export interface Disagreement {
  /** Which of the two rates it as breaking. */
  readonly ratedBy: 'compiler' | 'rules';
  readonly subject: Subject;
  readonly message: string;
  /** Whether it is a type that is no longer exported. */
  readonly isGone: boolean;
}

/** A change that the rules rate as breaking and that a compiler can see, with what it can break. */
export interface Predicted {
  readonly change: Change;
  readonly subjects: readonly string[];
}

/** The breaking changes that the compiler should confirm, without those that only the service detects. */
export function predictedBreaks({ changes }: Comparison, old: Side, next: Side): readonly Predicted[] {
  const types = typesByOperation(old, next);
  return changes
    .filter(({ severity, rule }) => severity === 'breaking' && RULES[rule].seenBy === 'compiler')
    .map((change) => ({ change, subjects: subjectsOf(change, types, old, next) }));
}

/** Whether a predicted change explains that code of a subject does not compile. */
export function explainedBy(predicted: readonly Predicted[]): (subject: Subject) => boolean {
  const expected = new Set(predicted.flatMap(({ subjects }) => subjects));
  return (subject) => textsOf(subject).some((text) => expected.has(text));
}

/** The compiler's errors that no predicted change explains, one for each subject. */
export function unpredicted(
  incompatibilities: readonly Incompatibility[],
  isExplained: (subject: Subject) => boolean,
): Disagreement[] {
  const silent = incompatibilities.filter(({ subject }) => !isExplained(subject));
  // A removed type explains why nothing that uses it compiles.
  const ordered = [...silent].sort((one, other) => Number(one.isGone) - Number(other.isGone));
  const last = new Map(ordered.map((one) => [textOf(one.subject), one]));
  return [...last.values()].map(({ subject, message, line, isGone }) => {
    return { ratedBy: 'compiler', subject, message: `${message}\n${line.slice(0, LONGEST_LINE)}`, isGone };
  });
}

/** The predicted changes for which everything compiles. */
export function unconfirmed(
  incompatibilities: readonly Incompatibility[],
  predicted: readonly Predicted[],
): Disagreement[] {
  const broken = new Set(incompatibilities.flatMap(({ subject }) => textsOf(subject)));
  return predicted.flatMap(({ change: { operation: id = '', rule, message }, subjects }): Disagreement[] => {
    // The compiler does not check what no code of the packages uses, such as the payload of an event.
    if (subjects.length === 0 || subjects.some((subject) => broken.has(subject))) return [];
    return [{ ratedBy: 'rules', subject: { kind: 'operation', id }, message: `${rule}: ${message}`, isGone: false }];
  });
}

/** What a change can break: the affected operations and their types, the changed type, the options. */
function subjectsOf(
  { operation, reaches, old, next, rule, detail }: Change,
  types: ReadonlyMap<string, readonly string[]>,
  before: Side,
  after: Side,
): string[] {
  const ids = [...(operation === undefined ? [] : [operation]), ...reaches];
  const events = [...eventTypesAt(old, before), ...eventTypesAt(next, after)];
  const names = [
    ...ids.flatMap((id) => types.get(id) ?? []),
    ...typesAt(old, before),
    ...typesAt(next, after),
    ...events,
    ...(rule === 'type-removed' && typeof detail === 'string' ? [detail] : []),
  ];
  return [
    ...ids.map((id) => textOf({ kind: 'operation', id })),
    ...names.map((name) => textOf({ kind: 'type', name })),
    ...(/^(credential|server|security|address)/.test(rule) ? [textOf({ kind: 'options' })] : []),
  ];
}

/**
 * The names of an operation's types in both versions, and of removed types for requests; by id, the new one if it was renamed.
 */
function typesByOperation(old: Side, next: Side): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  const note = (id: string, names: readonly string[]) => types.set(id, [...(types.get(id) ?? []), ...names]);
  const partners = new Map(matchOperations(old.model, next.model).pairs.map(([was, is]) => [was, is.id]));
  const idOf = (operation: Operation): string => partners.get(operation) ?? operation.id;
  for (const operation of old.model.operations) note(idOf(operation), ownTypes(old, operation));
  for (const operation of next.model.operations) note(operation.id, ownTypes(next, operation));
  const kept = new Set(next.inputTypes.values());
  const reach = reachIn(old.model);
  for (const [key, name] of old.inputTypes) {
    if (!kept.has(name)) for (const operation of reach.of(key).request) note(idOf(operation), [name]);
  }
  return types;
}

/** The names of the type at a pointer, for responses and for requests. */
function typesAt(changed: string | undefined, { model, names, inputTypes }: Side): string[] {
  const named = model.schemas.find(({ pointer }) => changed === pointer || changed?.startsWith(`${pointer}/`));
  if (named === undefined) return [];
  return [names.schema(named.name)?.exported, inputTypes.get(named.name)].flatMap((name) => name ?? []);
}

/** The names of the types of the event that contains a pointer. */
function eventTypesAt(changed: string | undefined, { model, names }: Side): string[] {
  return model.webhooks.flatMap((event) => {
    if (changed !== event.pointer && !changed?.startsWith(`${event.pointer}/`)) return [];
    const kind = capitalize(event.kind);
    return [...['Payloads', 'Payload', 'Event'].map((name) => kind + name), names.payload(event)?.exported ?? ''];
  });
}

/** What can explain a line that does not compile: a change of its subject, or of the type of the field that it uses. */
function textsOf(subject: Subject): string[] {
  const through = subject.kind === 'type' ? (subject.through ?? []) : [];
  return [textOf(subject), ...through.map((name) => textOf({ kind: 'type', name }))];
}

function textOf(subject: Subject): string {
  if (subject.kind === 'operation') return `operation ${subject.id}`;
  return subject.kind === 'type' ? `type ${subject.name}` : 'options';
}
