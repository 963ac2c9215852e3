import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lock } from './project/lock.js';
import { type Options, readOptions, USAGE, UsageError } from './release/arguments.js';
import { type Result, release } from './release/release.js';
import { ReleaseError } from './release/release-error.js';
import { renderSummary } from './release/summary.js';

/** `npm run release`: makes a release of the project of the working folder, up to what has to be pushed. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const project = process.cwd();
  const cache = join(project, '.cache');
  const places = { work: join(cache, 'release-work'), logs: join(cache, 'release-logs'), out: join(cache, 'release') };
  const held = lock(join(cache, 'release.lock'));
  if ('holder' in held)
    throw new ReleaseError(`Another release is being made, by process ${held.holder}: wait for it.`);
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    for (const path of Object.values(places)) rmSync(path, { recursive: true, force: true });
    const result = await release(project, options, places, { step: say, signal: interruption.signal });
    process.stdout.write(
      `\n${renderSummary(result, relative(project, places.out), remaining(project, options, result))}`,
    );
    return 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    say('Interrupted. Nothing was changed.');
    return 130;
  } finally {
    rmSync(places.work, { recursive: true, force: true });
    held.unlock();
  }
}

function remaining(project: string, { branch, dryRun, tag }: Options, { plan }: Result): readonly string[] {
  if (tag !== undefined) return ['node scripts/release/publish.ts publishes these tarballs.'];
  const { repository }: { repository?: unknown } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return [
    dryRun
      ? 'Nothing was changed: this was a dry run.'
      : `git push --atomic origin ${branch} ${plan.tag} publishes it: the CI packs and checks it again.`,
    ...(repository === undefined
      ? ["Name the repository in package.json first: npm's provenance wants it in both packages."]
      : []),
  ];
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    say(`${error.message}\nSee npm run release -- --help.`);
    return 2;
  }
  if (error instanceof ReleaseError) {
    say(error.message);
    return 1;
  }
  throw error;
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
