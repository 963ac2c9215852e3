import type { Disagreement } from '../compatibility/index.js';
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
} from '../diff/index.js';
import type { BundledDocument, LoadOptions, Location } from '../load/index.js';
import { credentialNamesOf } from '../render/client/credentials.js';
import { inputTypes } from '../render/types/request-schemas.js';
import { endIfAborted } from './abort.js';
import { readAccepted, withAccepted } from './accepted.js';
import { prepare, together } from './prepare.js';
import { type ComparedVersion, proved } from './proof.js';
import { openRevision, type Revision } from './revision.js';

export interface DiffOptions {
  /** Whether to compile a program that uses the old version against the new one. Default: true. */
  readonly prove?: boolean | undefined;
  /** Whether the program also has to confirm the breaking changes of the rules, which takes longer. Default: false. */
  readonly confirm?: boolean | undefined;
  /** Whether changes that `sdkgen.accepted.yaml` lists count as compatible. Default: false. */
  readonly accepted?: boolean | undefined;
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
  /** Breaking changes found only by the compiler (included in the changes); with `confirm`, those that it does not confirm. */
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
  {
    cwd,
    flags,
    signal,
  }: { readonly cwd: string; readonly flags: ConfigFlags; readonly signal?: AbortSignal | undefined },
  options: DiffOptions = {},
): Promise<DiffResult> {
  const revisions: (Revision | undefined)[] = [];
  try {
    for (const source of [oldSpec, nextSpec]) revisions.push(openRevision(source, cwd));
    const [oldConfig, nextConfig] = await configsOf(oldSpec, nextSpec, revisions, cwd, flags);
    const [old, next] = await together(
      versionOf({ ...oldConfig, signal }, revisions[0]),
      versionOf({ ...nextConfig, signal }, revisions[1]),
    );
    await endIfAborted(signal);
    return await compareVersions(old, next, options, options.accepted ? await readAccepted(cwd) : new Map());
  } finally {
    for (const revision of revisions) revision?.remove();
  }
}

async function compareVersions(
  old: ComparedVersion,
  next: ComparedVersion,
  { prove = true, confirm = false }: DiffOptions,
  accepted: ReadonlyMap<string, string>,
): Promise<DiffResult> {
  const byRules = compareModels(old, next);
  const { comparison: full, disagreements } = prove
    ? await proved(byRules, old, next, confirm)
    : { comparison: byRules, disagreements: [] };
  const known = changeIds(full.changes);
  const changes = withAccepted(full.changes, known, accepted);
  const comparison = { changes, bump: bumpOf(changes) };
  const ids = new Map(changes.map((change, index) => [change, known.get(full.changes[index] ?? change)]));
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

async function versionOf(config: Config & LoadOptions, revision: Revision | undefined): Promise<ComparedVersion> {
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
