import type { Disagreement, Side } from '../compatibility/index.js';
import { bumpOf, type Change, type Comparison, type Version } from '../diff/index.js';
import { codeSpan } from '../render/encode.js';
import { planSources, renderSources } from '../render/render.js';
import { neededOf } from './differing.js';
import type { Prepared } from './prepare.js';

export type ComparedVersion = Prepared & Version;

export interface Proved {
  readonly comparison: Comparison;
  /** Breaking changes found only by the compiler (included in the comparison); with `confirm`, those that it does not confirm. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compiles a program that uses the old version against the new one, including the documented calls. Errors that the rules did not
 * predict are added to the changes as breaking. What is already known to be breaking is only compiled to confirm it.
 */
export async function proved(
  comparison: Comparison,
  old: ComparedVersion,
  next: ComparedVersion,
  confirm: boolean,
): Promise<Proved> {
  const planned = [plannedOf(old), plannedOf(next)] as const;
  const needed = neededOf(...planned);
  const printed = { before: new Map(), now: new Map() };
  const before = { ...old, ...renderSources(planned[0].sources, needed, printed) };
  const after = { ...next, ...renderSources(planned[1].sources, needed, { before: printed.now, now: new Map() }) };
  const changed = changedSources(before, after);
  if (changed.length === 0) return { comparison, disagreements: [] };
  const disagreements = await findDisagreements(comparison, before, after, confirm);
  const unforeseen = disagreements.filter(({ ratedBy }) => ratedBy === 'compiler');
  const changes = [...comparison.changes, ...unforeseen.map((one) => changeOf(one, before, after))];
  if (changes.length === 0) changes.push(sourcesChange(changed));
  return { comparison: { changes, bump: bumpOf(changes) }, disagreements };
}

function plannedOf(version: ComparedVersion) {
  // Version, licence and changelog do not occur in any source.
  return { ...version, sources: planSources({ ...version, version: '0.0.0', license: '', changelog: '' }) };
}

/** The source files of the packages that differ between the versions. */
function changedSources(old: Side, next: Side): string[] {
  return (['types', 'client'] as const).flatMap((part) => {
    const paths = [...new Set([...old[part].keys(), ...next[part].keys()])].filter((path) => path.startsWith('src/'));
    return paths.filter((path) => old[part].get(path) !== next[part].get(path)).map((path) => `${path} of the ${part}`);
  });
}

/** Differences that no rule covers and that compile, such as another order of fields. */
function sourcesChange(changed: readonly string[]): Change {
  const files = changed.map((file) => codeSpan(file)).join(', ');
  return {
    rule: 'sources-changed',
    severity: 'compatible',
    message: `The sources differ: ${files}.`,
    operation: undefined,
    reaches: [],
    tag: undefined,
    old: '',
    next: '',
  };
}

/** Code that does not compile against the old version either, such as an invalid example, is not caused by the new one. */
async function findDisagreements(
  comparison: Comparison,
  old: Side,
  next: Side,
  confirm: boolean,
): Promise<readonly Disagreement[]> {
  // Loaded on demand: it loads a compiler.
  const { affectedBy, checkCompatibility, explainedBy, openProject, predictedBreaks, unconfirmed, unpredicted } =
    await import('../compatibility/index.js');
  const project = await openProject(old, next);
  const affected = affectedBy(project, old, next);
  const predicted = predictedBreaks(comparison, old, next);
  const isExplained = explainedBy(predicted);
  const isSkipped = confirm ? () => false : isExplained;
  let incompatibilities = checkCompatibility(project, old, next, affected, isSkipped);
  if (unpredicted(incompatibilities, isExplained).length > 0) {
    const always = checkCompatibility(await openProject(old, old), old, old, affected, isSkipped);
    const alwaysFailing = new Set(always.map(({ line }) => line));
    incompatibilities = incompatibilities.filter(({ line }) => !alwaysFailing.has(line));
  }
  return [
    ...unpredicted(incompatibilities, isExplained),
    ...(confirm ? unconfirmed(incompatibilities, predicted) : []),
  ];
}

function changeOf({ subject, message, isGone }: Disagreement, before: Side, after: Side): Change {
  const [was, is] = [before, after].map(({ model }) =>
    subject.kind === 'operation' ? model.operations.find(({ id }) => id === subject.id) : undefined,
  );
  const operation = is ?? was;
  const { names } = is ? after : before;
  let what = `The type of the options of ${codeSpan(names.className)}`;
  if (operation !== undefined) what = codeSpan(names.operation(operation).method);
  if (subject.kind === 'type') what = `The type ${codeSpan(subject.name)}`;
  const [reason = ''] = message.split('\n');
  return {
    rule: isGone ? 'type-removed' : 'unforeseen',
    severity: 'breaking',
    message: isGone ? `${what} was removed.` : `${what} is incompatible: ${codeSpan(reason)}.`,
    operation: operation?.id,
    reaches: [],
    tag: operation?.tag,
    old: was?.pointer,
    next: is?.pointer,
  };
}
