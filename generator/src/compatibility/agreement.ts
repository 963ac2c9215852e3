import type { Change, Comparison } from '../diff/index.js';
import type { Incompatibility } from './check.js';
import type { Subject } from './consumer.js';
import type { Side } from './sides.js';

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
  const broken = new Set(incompatibilities.map(({ subject }) => textOf(subject)));
  const expected = new Set(breaking.flatMap((change) => subjectsOf(change, old, next)));
  const silent = incompatibilities.filter(({ subject }) => !expected.has(textOf(subject)));
  const first = new Map(silent.map((one) => [textOf(one.subject), one]));
  const unproved = breaking.filter((change) => !subjectsOf(change, old, next).some((subject) => broken.has(subject)));
  return [
    ...[...first.values()].map(({ subject, message, line }) => ({
      saidBy: 'compiler' as const,
      subject,
      message: `${message}\n${line}`,
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

/** What a change may break: the operation, all operations that it reaches, the type that it is about, the options. */
function subjectsOf({ operation, reaches, old, next, rule }: Change, before: Side, after: Side): string[] {
  const ids = [...(operation === undefined ? [] : [operation]), ...reaches];
  const types = [typeAt(old, before), typeAt(next, after)].flatMap((name) => name ?? []);
  const isOptions = /^(credential|server|security)/.test(rule);
  return [
    ...ids.flatMap((id) => [textOf({ kind: 'operation', id }), ...ownTypes(id, before), ...ownTypes(id, after)]),
    ...types.map((name) => textOf({ kind: 'type', name })),
    ...(isOptions ? [textOf({ kind: 'options' })] : []),
  ];
}

/** The types that are an operation's own: of its arguments and of its reply. */
function ownTypes(id: string, { model, names }: Side): string[] {
  const operation = model.operations.find((one) => one.id === id);
  if (operation === undefined) return [];
  const { arguments: args, response } = names.operation(operation);
  return [args, response].flatMap((name) =>
    name === undefined ? [] : [textOf({ kind: 'type', name: name.exported })],
  );
}

function typeAt(pointer: string | undefined, { names }: Side): string | undefined {
  const [, token] = /^\/components\/schemas\/([^/]+)/.exec(pointer ?? '') ?? [];
  if (token === undefined) return undefined;
  return names.schema(token.replaceAll('~1', '/').replaceAll('~0', '~'))?.exported;
}

function textOf(subject: Subject): string {
  if (subject.kind === 'operation') return `operation ${subject.id}`;
  return subject.kind === 'type' ? `type ${subject.name}` : 'options';
}
