import type { Disagreement, Side } from '../compatibility/index.js';
import { type Config, type ConfigFlags, resolveConfig } from '../config/index.js';
import {
  adviceOf,
  type Bump,
  bumpOf,
  type Change,
  type Comparison,
  changeIds,
  compareModels,
  countText,
  RULES,
  renderMarkdown,
  type Version,
} from '../diff/index.js';
import type { BundledDocument, Location } from '../load/index.js';
import { credentialNamesOf } from '../render/client/credentials.js';
import { codeSpan } from '../render/encode.js';
import { renderSources } from '../render/render.js';
import type { PrintedTypes } from '../render/types/declarations.js';
import { inputTypes } from '../render/types/request-schemas.js';
import { readAccepted, withAccepted } from './accepted.js';
import { type Prepared, prepare, together } from './prepare.js';
import { openRevision, type Revision } from './revision.js';

export interface DiffOptions {
  /** Whether to compile a program that uses the old version against the new one. Default: true. */
  readonly prove?: boolean;
  /** Whether changes that `sdkgen.accepted.yaml` lists count as compatible. Default: false. */
  readonly accepted?: boolean;
}

/** A change as `sdkgen diff --json` prints it. */
export interface LocatedChange extends Pick<Change, 'rule' | 'severity' | 'message' | 'reaches'> {
  /** Its rule and location; stable between comparisons. */
  readonly id: string;
  readonly meaning: string;
  /** What to do about a breaking change. */
  readonly advice: string | null;
  readonly operation: string | null;
  readonly old: Location | null;
  readonly new: Location | null;
}

type ComparedVersion = Prepared & Version;

/** Two versions of an OpenAPI document, read as by `generate`, and the changes between them. */
export interface ComparedDocuments {
  readonly old: ComparedVersion;
  readonly next: ComparedVersion;
  readonly comparison: Comparison;
}

export interface DiffResult {
  readonly bump: Bump;
  readonly changes: readonly LocatedChange[];
  /** The number of changes by severity, as text. */
  readonly count: string;
  /** A section of a changelog. */
  readonly markdown: string;
  /** Breaking changes found only by the compiler (included in the changes), and those that the compiler does not confirm. */
  readonly disagreements: readonly Disagreement[];
  readonly compared: ComparedDocuments;
}

/**
 * Compares two versions of an OpenAPI document.
 *
 * @throws {ProblemsError} with the problems of both if one of them has errors.
 */
export async function diff(
  oldSpec: string,
  nextSpec: string,
  { cwd, flags }: { readonly cwd: string; readonly flags: ConfigFlags },
  { prove = true, accepted = false }: DiffOptions = {},
): Promise<DiffResult> {
  const revisions: (Revision | undefined)[] = [];
  try {
    for (const source of [oldSpec, nextSpec]) revisions.push(openRevision(source, cwd));
    const [oldConfig, nextConfig] = await configsOf(oldSpec, nextSpec, revisions, cwd, flags);
    const [old, next] = await together(versionOf(oldConfig, revisions[0]), versionOf(nextConfig, revisions[1]));
    return await compareVersions(old, next, prove, accepted ? await readAccepted(cwd) : new Map());
  } finally {
    for (const revision of revisions) revision?.remove();
  }
}

async function compareVersions(
  old: ComparedVersion,
  next: ComparedVersion,
  prove: boolean,
  accepted: ReadonlyMap<string, string>,
): Promise<DiffResult> {
  const byRules = compareModels(old, next);
  const found = prove ? await proved(byRules, old, next) : { comparison: byRules, disagreements: [] };
  const { disagreements } = found;
  const known = changeIds(found.comparison.changes);
  const changes = withAccepted(found.comparison.changes, known, accepted);
  const comparison = { changes, bump: bumpOf(changes) };
  const ids = new Map(changes.map((change, index) => [change, known.get(found.comparison.changes[index] ?? change)]));
  return {
    bump: comparison.bump,
    changes: comparison.changes.map((change) => located(change, ids.get(change) ?? '', old.document, next.document)),
    count: countText(comparison),
    markdown: renderMarkdown(comparison, old, next),
    disagreements,
    compared: { old, next, comparison },
  };
}

/** The options apply to both sides if one of them is the configured document, or if the configuration was named. */
async function configsOf(
  old: string,
  next: string,
  revisions: readonly (Revision | undefined)[],
  cwd: string,
  flags: ConfigFlags,
): Promise<readonly [Config, Config]> {
  const configOf = async (source: string, revision: Revision | undefined): Promise<Config> => {
    const config = await resolveConfig({ cwd, flags: { ...flags, spec: revision?.path ?? source } });
    return revision === undefined ? config : { ...config, spec: revision.spec };
  };
  const [before, after] = [await configOf(old, revisions[0]), await configOf(next, revisions[1])];
  if (after.isOwn && !before.isOwn) return [{ ...after, spec: before.spec }, after];
  if (before.isOwn && !after.isOwn) return [before, { ...before, spec: after.spec }];
  return [before, after];
}

async function versionOf(config: Config, revision: Revision | undefined): Promise<ComparedVersion> {
  const read = await prepare(config);
  const prepared = revision === undefined ? read : { ...read, document: documentOf(read.document, revision) };
  const { model, names, addons } = prepared;
  const { root } = prepared.document;
  return { ...prepared, root, inputTypes: inputTypes(model, names), credentials: credentialNamesOf(model, addons) };
}

/** A document whose locations use the file names of the commit. */
function documentOf(document: BundledDocument, { nameOf }: Revision): BundledDocument {
  return {
    ...document,
    locate(pointer) {
      const location = document.locate(pointer);
      return location && { ...location, file: nameOf(location.file) };
    },
  };
}

/**
 * Compiles a program that uses all of the old version against the new one, including the documented calls. Errors that the rules
 * did not predict are added to the changes as breaking.
 */
async function proved(
  comparison: Comparison,
  old: ComparedVersion,
  next: ComparedVersion,
): Promise<Pick<DiffResult, 'disagreements'> & { readonly comparison: Comparison }> {
  const before = await sideOf(old);
  const after = await sideOf(next, before.printedTypes.now);
  const changed = changedSources(before, after);
  if (changed.length === 0) return { comparison, disagreements: [] };
  const disagreements = await findDisagreements(comparison, before, after);
  const unforeseen = disagreements.filter(({ ratedBy }) => ratedBy === 'compiler');
  const changes = [...comparison.changes, ...unforeseen.map((one) => changeOf(one, before, after))];
  if (changes.length === 0) changes.push(sourcesChange(changed));
  return { comparison: { changes, bump: bumpOf(changes) }, disagreements };
}

async function sideOf(version: ComparedVersion, before: PrintedTypes['before'] = new Map()) {
  const printedTypes: PrintedTypes = { before, now: new Map() };
  // Version, licence and changelog do not occur in any source.
  const sources = await renderSources({ ...version, version: '0.0.0', license: '', changelog: '', printedTypes });
  return { ...version, ...sources, printedTypes };
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
async function findDisagreements(comparison: Comparison, old: Side, next: Side): Promise<readonly Disagreement[]> {
  // Loaded on demand: it loads a compiler.
  const { checkCompatibility, compareVerdicts, findAffected } = await import('../compatibility/index.js');
  const affected = await findAffected(old, next);
  const incompatibilities = await checkCompatibility(old, next, affected);
  const disagreements = compareVerdicts(comparison, incompatibilities, old, next);
  if (!disagreements.some(({ ratedBy }) => ratedBy === 'compiler')) return disagreements;
  const alwaysFailing = new Set((await checkCompatibility(old, old, affected)).map(({ line }) => line));
  const failingNow = incompatibilities.filter(({ line }) => !alwaysFailing.has(line));
  return compareVerdicts(comparison, failingNow, old, next);
}

function changeOf({ subject, message, isGone }: Disagreement, before: Side, after: Side): Change {
  const [was, is] = [before, after].map(({ model }) =>
    subject.kind === 'operation' ? model.operations.find(({ id }) => id === subject.id) : undefined,
  );
  const operation = is ?? was;
  const { names } = is ? after : before;
  let what = `The options of ${codeSpan(names.className)}`;
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

function located(change: Change, id: string, old: BundledDocument, next: BundledDocument): LocatedChange {
  const { rule, severity, message, operation = null, reaches } = change;
  const places = { old: placeOf(old, change.old), new: placeOf(next, change.next) };
  return {
    id,
    rule,
    severity,
    message,
    meaning: RULES[rule].meaning,
    advice: adviceOf(change) ?? null,
    operation,
    reaches,
    ...places,
  };
}

function placeOf(document: BundledDocument, changed: string | undefined): Location | null {
  const location = changed === undefined ? undefined : document.locate(changed);
  if (location === undefined) return null;
  const { pointer, file, line, column } = location;
  return { pointer, file, line, column };
}
