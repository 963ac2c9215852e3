import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../project/copy.js';
import type { Options } from './arguments.js';
import { type Check, runCheck } from './checks.js';
import { commitRelease } from './commit.js';
import { type Packed, packRelease } from './pack.js';
import { releasedPackages } from './packages.js';
import { type Plan, planRelease } from './plan.js';
import { checkUnpublished } from './published.js';
import { git } from './repository.js';
import { lockRelease, writeRelease } from './versions.js';

/** Where a release is made ready. */
export interface Workplace {
  /** Emptied before and after. */
  readonly work: string;
  /** What a failed check said. */
  readonly logs: string;
  /** Tarballs, bill of materials, changelog section and `release.json`; empty unless all of it is there. */
  readonly out: string;
}

export interface Progress {
  /** A step begins. */
  step(text: string): void;
  readonly signal: AbortSignal;
}

export interface Result {
  readonly plan: Plan;
  readonly checks: readonly Check[];
  readonly packed: Packed;
  /** Absent when no commit was to be made. */
  readonly commit: string | undefined;
}

/**
 * Makes a release in a copy of the project: versions, changelog, packages, checks, tarballs and what is in them. The
 * commit and its tag come last.
 *
 * @throws {ReleaseError} when something stands against it; the project is as it was.
 */
export async function release(
  project: string,
  options: Options,
  { work, logs, out }: Workplace,
  { step, signal }: Progress,
): Promise<Result> {
  const plan = planRelease(project, options);
  const base = git(project, ['rev-parse', 'HEAD']);
  step(`Asking the registry for ${plan.version}`);
  const names = releasedPackages(project).map(({ manifest }) => manifest.name);
  await checkUnpublished(project, names, plan.version, signal);

  step('Copying the project');
  const copy = join(work, 'project');
  await copyProject(project, copy);
  const checks: Check[] = [];
  const check = async (script: string): Promise<void> => {
    step(`npm run ${script}`);
    checks.push(await runCheck(copy, script, { project, logs, signal }));
  };
  await check('check');
  if (plan.notes.length > 0) writeRelease(copy, plan.version, plan.date, plan.notes);
  await check('generate');
  if (plan.notes.length > 0) lockRelease(copy, plan.version);
  await check('test');

  step('Packing');
  const staged = join(work, 'out');
  const packed = await packRelease(project, copy, plan, staged, work);
  signal.throwIfAborted();
  const isMade = !options.dryRun && plan.notes.length > 0;
  const message = `Release ${plan.version}`;
  const commit = isMade ? commitRelease(project, copy, work, { tag: plan.tag, base, message }) : undefined;
  rmSync(out, { recursive: true, force: true });
  renameSync(staged, out);
  return { plan, checks, packed, commit };
}
