import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ConfigFlags } from '../config/index.js';
import { type Bump, type ChangeSeverity, changeIds } from '../diff/index.js';
import type { Use } from '../impact/index.js';
import type { LeftUse } from '../migrate/index.js';
import { replaceFiles } from '../problems/index.js';
import { type DiffResult, diff } from './diff.js';

export interface ImpactOptions {
  /** The user's `tsconfig.json` or its folder, relative to the working folder. */
  readonly project: string;
}

export interface ImpactResult {
  readonly bump: Bump;
  /** By file and line. */
  readonly uses: readonly Use[];
  /** The most severe use. */
  readonly worst: ChangeSeverity | undefined;
  /** Methods of the old version that the installed packages lack: then they are of another version. */
  readonly lacking: readonly string[];
  readonly compared: DiffResult['compared'];
}

/**
 * Finds the lines of a user's project that are affected by the changes between two versions.
 *
 * @throws {ProblemsError} when a document has errors, or the project cannot be read or lacks the packages.
 */
export async function impact(
  oldSpec: string,
  nextSpec: string,
  { cwd, flags }: { readonly cwd: string; readonly flags: ConfigFlags },
  { project }: ImpactOptions,
): Promise<ImpactResult> {
  const { bump, compared } = await diff(oldSpec, nextSpec, { cwd, flags }, { prove: false });
  const { old, next, comparison } = compared;
  // Loaded on demand: it loads a compiler.
  const { describeUses, lackingOperations, usesIn } = await import('../impact/index.js');
  const found = usesIn(resolve(cwd, project), comparison.changes, old, next);
  const uses = describeUses(found, changeIds(comparison.changes), cwd);
  const worst = (['breaking', 'warning'] as const).find((severity) => uses.some((use) => use.severity === severity));
  return { bump, uses, worst, lacking: lackingOperations(found, old), compared };
}

export interface MigrateOptions extends ImpactOptions {
  /** Writes nothing. */
  readonly dryRun?: boolean;
  /** Writes although the git working tree has changes. */
  readonly force?: boolean;
}

export interface MigrateResult {
  /** Relative to the working folder. */
  readonly files: readonly string[];
  /** Number of rewritten uses. */
  readonly rewritten: number;
  readonly left: readonly LeftUse[];
  /** See `impact`. */
  readonly lacking: readonly string[];
  /** A unified diff. */
  readonly diff: string;
  readonly compared: DiffResult['compared'];
}

/**
 * Rewrites a user's project for a new version where that is safe, all files or none.
 *
 * @throws {ProblemsError} as `impact` does, and when the git working tree has changes.
 */
export async function migrate(
  oldSpec: string,
  nextSpec: string,
  { cwd, flags }: { readonly cwd: string; readonly flags: ConfigFlags },
  { project, dryRun = false, force = false }: MigrateOptions,
): Promise<MigrateResult> {
  const { planMigration, refuseChanges } = await import('../migrate/index.js');
  if (!dryRun && !force) refuseChanges(folderOf(resolve(cwd, project)));
  const { compared } = await diff(oldSpec, nextSpec, { cwd, flags }, { prove: false });
  const { old, next, comparison } = compared;
  const { lackingOperations, usesIn } = await import('../impact/index.js');
  const found = usesIn(resolve(cwd, project), comparison.changes, old, next);
  const migration = planMigration(found, { old, next, ids: changeIds(comparison.changes), cwd });
  if (!dryRun) replaceFiles(new Map(migration.files.map(({ path, after }) => [path, after])));
  const { rewritten, left } = migration;
  const files = migration.files.map(({ path }) => relative(cwd, path).split(sep).join('/'));
  return { files, rewritten, left, lacking: lackingOperations(found, old), diff: migration.diff, compared };
}

function folderOf(project: string): string {
  return statSync(project, { throwIfNoEntry: false })?.isDirectory() === true ? project : dirname(project);
}
