import type { Disagreement, Side } from '../compatibility/index.js';
import { bumpOf, type Change, type Comparison } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import { renderSources } from '../render/render.js';
import type { ComparedDescriptions, ComparedVersion } from './compare.js';

/** A comparison with what the compiler adds to it. */
export interface ProvedComparison {
  /** What only the compiler found is among the changes, as breaking. */
  readonly compared: ComparedDescriptions;
  /** Faults of ours: breaking changes that the rules do not know, and such as break nothing. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compiles a program that uses all of the old version against the new one, the documented calls included: what the rules call
 * harmless is harmless only when it passes.
 */
export async function proveComparison(compared: ComparedDescriptions): Promise<ProvedComparison> {
  const { old, next, comparison } = compared;
  if (comparison.changes.length === 0) return { compared, disagreements: [] };
  const [before, after] = [await sideOf(old), await sideOf(next)];
  const disagreements = await findDisagreements(comparison, before, after);
  const unforeseen = disagreements
    .filter(({ saidBy }) => saidBy === 'compiler')
    .map((one) => changeOf(one, before, after));
  const changes = [...comparison.changes, ...unforeseen];
  return { compared: { ...compared, comparison: { changes, bump: bumpOf(changes) } }, disagreements };
}

/** What does not compile against the old version itself, such as an example of another type, says nothing about the new one. */
async function findDisagreements(comparison: Comparison, old: Side, next: Side): Promise<readonly Disagreement[]> {
  // It loads a compiler.
  const { checkCompatibility, compareVerdicts } = await import('../compatibility/index.js');
  const incompatibilities = await checkCompatibility(old, next);
  const disagreements = compareVerdicts(comparison, incompatibilities, old, next);
  if (!disagreements.some(({ saidBy }) => saidBy === 'compiler')) return disagreements;
  const alwaysRefused = new Set((await checkCompatibility(old, old)).map(({ line }) => line));
  const refusedNow = incompatibilities.filter(({ line }) => !alwaysRefused.has(line));
  return compareVerdicts(comparison, refusedNow, old, next);
}

async function sideOf(version: ComparedVersion): Promise<Side> {
  // Neither version, licence nor changelog is in any source.
  const sources = await renderSources({ ...version, version: '0.0.0', license: '', changelog: '' });
  return { ...version, ...sources };
}

function changeOf({ subject, message }: Disagreement, before: Side, after: Side): Change {
  const [was, is] = [before, after].map(({ model }) =>
    subject.kind === 'operation' ? model.operations.find(({ id }) => id === subject.id) : undefined,
  );
  const [said = ''] = message.split('\n');
  return {
    rule: 'unforeseen',
    severity: 'breaking',
    message: `${subjectText(subject, is ? after : before, is ?? was)} no longer fits: ${codeSpan(said)}.`,
    operation: (is ?? was)?.id,
    reaches: [],
    tag: (is ?? was)?.tag,
    old: was?.pointer,
    next: is?.pointer,
  };
}

function subjectText(subject: Disagreement['subject'], { names }: Side, operation: Operation | undefined): string {
  if (subject.kind === 'type') return `The type ${codeSpan(subject.name)}`;
  if (operation === undefined) return `The options of ${codeSpan(names.className)}`;
  return codeSpan(names.operation(operation).method);
}
