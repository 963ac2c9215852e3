import { type Change, type Comparison, matchOperations, ownTypes, Reach } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import type { Incompatibility } from './check.js';
import type { Subject } from './consumer.js';
import type { Side } from './sides.js';

/** Of a line of the consumer, so many characters are told. */
const LONGEST_LINE = 200;

/** Where the rules of the comparison and the compiler differ: a fault of ours. */
export interface Disagreement {
  /** What calls it breaking: the other does not. */
  readonly saidBy: 'compiler' | 'rules';
  readonly subject: Subject;
  readonly message: string;
}

/**
 * Holds what the rules say against what the compiler says, subject by subject. Breaking changes that only the service notices are the
 * rules' own.
 */
export function compareVerdicts(
  comparison: Comparison,
  incompatibilities: readonly Incompatibility[],
  old: Side,
  next: Side,
): readonly Disagreement[] {
  const breaking = comparison.changes.filter(
    ({ severity, seenBy }) => severity === 'breaking' && seenBy === 'compiler',
  );
  const broken = new Set(incompatibilities.flatMap(({ subject }) => textsOf(subject)));
  const types = typesByOperation(old, next);
  const subjects = new Map(breaking.map((change) => [change, subjectsOf(change, types, old, next)]));
  const expected = new Set([...subjects.values()].flat());
  const silent = incompatibilities.filter(({ subject }) => !textsOf(subject).some((text) => expected.has(text)));
  const first = new Map(silent.map((one) => [textOf(one.subject), one]));
  const unproved = breaking.filter((change) => !subjects.get(change)?.some((subject) => broken.has(subject)));
  return [
    ...[...first.values()].map(({ subject, message, line }) => ({
      saidBy: 'compiler' as const,
      subject,
      message: `${message}\n${line.slice(0, LONGEST_LINE)}`,
    })),
    ...unproved.map(
      (change): Disagreement => ({
        saidBy: 'rules',
        subject: { kind: 'operation', id: change.operation ?? '' },
        message: `${change.rule}: ${change.message}`,
      }),
    ),
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
  const isOptions = /^(credential|server|security)/.test(rule);
  return [
    ...ids.flatMap((id) => [textOf({ kind: 'operation', id }), ...(types.get(id) ?? [])]),
    ...[...typesAt(old, before), ...typesAt(next, after)].map((name) => textOf({ kind: 'type', name })),
    ...(isOptions ? [textOf({ kind: 'options' })] : []),
  ];
}

/**
 * The types that are an operation's own, of its arguments and of its reply, in both versions, and those that only requests
 * had and that are gone; by its id, the new one where there are two.
 */
function typesByOperation(old: Side, next: Side): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  const note = (id: string, side: Side, operation: Operation): void => {
    const own = ownTypes(side, operation).map((name) => textOf({ kind: 'type', name }));
    types.set(id, [...(types.get(id) ?? []), ...own]);
  };
  const partners = new Map(matchOperations(old.model, next.model).pairs.map(([was, is]) => [was, is.id]));
  const idOf = (operation: Operation): string => partners.get(operation) ?? operation.id;
  for (const operation of old.model.operations) note(idOf(operation), old, operation);
  const kept = new Set(next.inputTypes.values());
  const reach = new Reach(old.model);
  for (const [key, name] of old.inputTypes) {
    if (kept.has(name)) continue;
    for (const operation of reach.of(key).request) types.get(idOf(operation))?.push(textOf({ kind: 'type', name }));
  }
  for (const operation of next.model.operations) note(operation.id, next, operation);
  return types;
}

/** The names of the type at a pointer: what a reply has, and what a request has. */
function typesAt(pointer: string | undefined, { names, inputTypes }: Side): string[] {
  const [, token] = /^\/components\/schemas\/([^/]+)/.exec(pointer ?? '') ?? [];
  if (token === undefined) return [];
  const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
  return [names.schema(key)?.exported, inputTypes.get(key)].flatMap((name) => name ?? []);
}

/** What a line that does not compile may be explained by: a change of its subject, or of the type of the field that it is about. */
function textsOf(subject: Subject): string[] {
  const inner = subject.kind === 'type' ? subject.inner : undefined;
  return [textOf(subject), ...(inner === undefined ? [] : [textOf({ kind: 'type', name: inner })])];
}

function textOf(subject: Subject): string {
  if (subject.kind === 'operation') return `operation ${subject.id}`;
  return subject.kind === 'type' ? `type ${subject.name}` : 'options';
}
