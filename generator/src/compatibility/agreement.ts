import { type Change, type Comparison, matchOperations, ownTypes, Reach, RULES } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import type { Incompatibility } from './check.js';
import type { Side, Subject } from './consumer.js';

/** Of a line of the consumer, so many characters are shown. */
const LONGEST_LINE = 200;

/** Where the rules of the comparison and the compiler differ. */
export interface Disagreement {
  /** Which of the two calls it breaking: the other does not. */
  readonly saidBy: 'compiler' | 'rules';
  readonly subject: Subject;
  readonly message: string;
  /** Whether it is a type that the old version exports and the new one does not. */
  readonly isGone: boolean;
}

/**
 * Compares the changes that the rules call breaking with what the compiler refuses, subject by subject. Breaking changes that
 * only the service notices are left out.
 */
export function compareVerdicts(
  { changes }: Comparison,
  incompatibilities: readonly Incompatibility[],
  old: Side,
  next: Side,
): readonly Disagreement[] {
  const types = typesByOperation(old, next);
  const breaking = changes
    .filter(({ severity, rule }) => severity === 'breaking' && RULES[rule].seenBy === 'compiler')
    .map((change) => ({ change, subjects: subjectsOf(change, types, old, next) }));
  const expected = new Set(breaking.flatMap(({ subjects }) => subjects));
  const broken = new Set(incompatibilities.flatMap(({ subject }) => textsOf(subject)));
  const silent = incompatibilities.filter(({ subject }) => !textsOf(subject).some((text) => expected.has(text)));
  // That a type is gone is why nothing of it compiles.
  const ordered = [...silent].sort((one, other) => Number(one.isGone) - Number(other.isGone));
  const unforeseen = new Map(ordered.map((one) => [textOf(one.subject), one]));
  const unproved = breaking.filter(({ subjects }) => {
    // What no code of the packages is about, such as the payload of an event, the compiler cannot see.
    return subjects.length > 0 && !subjects.some((subject) => broken.has(subject));
  });
  return [
    ...[...unforeseen.values()].map(({ subject, message, line, isGone }): Disagreement => {
      return { saidBy: 'compiler', subject, message: `${message}\n${line.slice(0, LONGEST_LINE)}`, isGone };
    }),
    ...unproved.map(({ change: { operation: id = '', rule, message } }): Disagreement => {
      return { saidBy: 'rules', subject: { kind: 'operation', id }, message: `${rule}: ${message}`, isGone: false };
    }),
  ];
}

/** What a change may break: the operations that it reaches with their own types, the type that it is about, the options. */
function subjectsOf(
  { operation, reaches, old, next, rule }: Change,
  types: ReadonlyMap<string, readonly string[]>,
  before: Side,
  after: Side,
): string[] {
  const ids = [...(operation === undefined ? [] : [operation]), ...reaches];
  const names = [...ids.flatMap((id) => types.get(id) ?? []), ...typesAt(old, before), ...typesAt(next, after)];
  return [
    ...ids.map((id) => textOf({ kind: 'operation', id })),
    ...names.map((name) => textOf({ kind: 'type', name })),
    ...(/^(credential|server|security)/.test(rule) ? [textOf({ kind: 'options' })] : []),
  ];
}

/**
 * The names of an operation's own types, of its arguments and of its reply, in both versions, and of those that only requests
 * had and that are gone; by its id, the new one where there are two.
 */
function typesByOperation(old: Side, next: Side): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  const note = (id: string, names: readonly string[]) => types.set(id, [...(types.get(id) ?? []), ...names]);
  const partners = new Map(matchOperations(old.model, next.model).pairs.map(([was, is]) => [was, is.id]));
  const idOf = (operation: Operation): string => partners.get(operation) ?? operation.id;
  for (const operation of old.model.operations) note(idOf(operation), ownTypes(old, operation));
  for (const operation of next.model.operations) note(operation.id, ownTypes(next, operation));
  const kept = new Set(next.inputTypes.values());
  const reach = new Reach(old.model);
  for (const [key, name] of old.inputTypes) {
    if (!kept.has(name)) for (const operation of reach.of(key).request) note(idOf(operation), [name]);
  }
  return types;
}

/** The names of the type at a pointer: what a reply has, and what a request has. */
function typesAt(changed: string | undefined, { model, names, inputTypes }: Side): string[] {
  const named = model.schemas.find(({ pointer }) => changed === pointer || changed?.startsWith(`${pointer}/`));
  if (named === undefined) return [];
  return [names.schema(named.name)?.exported, inputTypes.get(named.name)].flatMap((name) => name ?? []);
}

/** What a line that does not compile may be explained by: a change of its subject, or of the type of the field that it is about. */
function textsOf(subject: Subject): string[] {
  const through = subject.kind === 'type' ? (subject.through ?? []) : [];
  return [textOf(subject), ...through.map((name) => textOf({ kind: 'type', name }))];
}

function textOf(subject: Subject): string {
  if (subject.kind === 'operation') return `operation ${subject.id}`;
  return subject.kind === 'type' ? `type ${subject.name}` : 'options';
}
