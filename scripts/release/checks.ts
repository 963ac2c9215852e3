import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../project/run.js';
import { ReleaseError } from './release-error.js';

/** A check that passed. */
export interface Check {
  readonly script: string;
  readonly seconds: number;
}

export interface CheckOptions {
  /** The folder that the sentence's paths start from. */
  readonly project: string;
  /** Absolute: the output of a check that fails is kept there. */
  readonly logs: string;
  readonly signal: AbortSignal;
}

/** @throws {ReleaseError} naming the script of `package.json` that fails, and the file of its output. */
export async function runCheck(copy: string, script: string, { project, logs, signal }: CheckOptions): Promise<Check> {
  const started = performance.now();
  const { ok, output } = await run('npm', ['run', '--silent', script], { cwd: copy, signal });
  signal.throwIfAborted();
  if (ok) return { script, seconds: (performance.now() - started) / 1000 };
  const log = join(logs, `${script.replaceAll(':', '-')}.log`);
  mkdirSync(logs, { recursive: true });
  writeFileSync(log, output);
  throw new ReleaseError(`The check npm run ${script} fails: what it says is in ${relative(project, log)}.`);
}
