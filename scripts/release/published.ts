import { run } from '../project/run.js';
import { ReleaseError } from './release-error.js';

/**
 * Asks the registry that npm is set to use.
 *
 * @throws {ReleaseError} when one of the packages has the version already, or the registry does not answer.
 */
export async function checkUnpublished(
  project: string,
  names: readonly string[],
  version: string,
  signal: AbortSignal,
): Promise<void> {
  for (const name of names) {
    const { ok, output } = await run('npm', ['view', `${name}@${version}`, 'version', '--json'], {
      cwd: project,
      signal,
    });
    if (ok && output.includes(`"${version}"`)) {
      throw new ReleaseError(`${name} ${version} is published already: no version can be published twice.`);
    }
    const isUnknown = ok ? output.trim() === '' : /\bE404\b/.test(output);
    if (isUnknown) continue;
    signal.throwIfAborted();
    const [, reason = 'it gave no reason'] = /"summary": "(.*?)[",]/.exec(output) ?? [];
    throw new ReleaseError(`The registry can't be asked whether ${name} ${version} is published: ${reason}.`);
  }
}
