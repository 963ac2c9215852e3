import type { Disagreement } from '../compatibility/index.js';
import { type Config, type ConfigFlags, resolveConfig } from '../config/index.js';
import { type Bump, type Change, countText, RULES, renderMarkdown } from '../diff/index.js';
import type { BundledDocument, Location } from '../load/index.js';
import { type ComparedDescriptions, compareDescriptions } from './compare.js';
import { proveComparison } from './prove.js';

export interface DiffOptions {
  /** Whether a program that uses the old version is compiled against the new one; true by default. */
  readonly prove?: boolean;
}

/** A change as `sdkgen diff --json` prints it. */
export interface LocatedChange extends Pick<Change, 'rule' | 'severity' | 'message' | 'reaches'> {
  readonly meaning: string;
  readonly operation: string | null;
  readonly old: Location | null;
  readonly new: Location | null;
}

export interface DiffResult {
  readonly bump: Bump;
  readonly changes: readonly LocatedChange[];
  /** The number of changes of each severity, in words. */
  readonly count: string;
  /** A section of a changelog. */
  readonly markdown: string;
  /** Where the compiler and the rules differ: faults of the generator. */
  readonly disagreements: readonly Disagreement[];
  readonly compared: ComparedDescriptions;
}

/**
 * Compares two versions of an OpenAPI document.
 *
 * @throws {ProblemsError} with the problems of both when one of them has errors.
 */
export async function diff(
  old: string,
  next: string,
  { cwd, flags }: { readonly cwd: string; readonly flags: ConfigFlags },
  { prove = true }: DiffOptions = {},
): Promise<DiffResult> {
  const [before, after] = await configsOf(old, next, cwd, flags);
  const found = await compareDescriptions(before, after);
  const { compared, disagreements } = prove ? await proveComparison(found) : { compared: found, disagreements: [] };
  const { comparison } = compared;
  return {
    bump: comparison.bump,
    changes: comparison.changes.map((change) => located(compared, change)),
    count: countText(comparison),
    markdown: renderMarkdown(comparison, compared.old, compared.next),
    disagreements,
    compared,
  };
}

/** The options apply to both sides when one of them is the configured document, or the configuration is named. */
async function configsOf(
  old: string,
  next: string,
  cwd: string,
  flags: ConfigFlags,
): Promise<readonly [Config, Config]> {
  const before = await resolveConfig({ cwd, flags: { ...flags, spec: old } });
  const after = await resolveConfig({ cwd, flags: { ...flags, spec: next } });
  if (after.isOwn && !before.isOwn) return [{ ...after, spec: before.spec }, after];
  if (before.isOwn && !after.isOwn) return [before, { ...before, spec: after.spec }];
  return [before, after];
}

function located({ old, next }: ComparedDescriptions, change: Change): LocatedChange {
  const { rule, severity, message, operation, reaches } = change;
  return {
    rule,
    severity,
    message,
    meaning: RULES[rule].meaning,
    operation: operation ?? null,
    reaches,
    old: placeOf(old.document, change.old),
    new: placeOf(next.document, change.next),
  };
}

function placeOf(document: BundledDocument, changed: string | undefined): Location | null {
  const location = changed === undefined ? undefined : document.locate(changed);
  if (location === undefined) return null;
  const { pointer, file, line, column } = location;
  return { pointer, file, line, column };
}
