import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, ProblemsError } from '../generator/src/problems/index.js';
import { undoInterrupted } from './project/apply.js';
import { lock } from './project/lock.js';
import { readOptions, USAGE, UsageError } from './update/arguments.js';
import { renderSummary } from './update/summary.js';
import { update } from './update/update.js';
import { UpdateError } from './update/update-error.js';

/** `npm run update -- [NEW_SPEC]`: takes a new version of the API's description into the project of the working folder. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const project = process.cwd();
  const work = join(project, '.cache', 'update');
  const held = lock(join(work, 'lock'));
  if ('holder' in held) throw new UpdateError(`Another update is running, as process ${held.holder}.`, 'Wait for it.');
  const places = { copy: join(work, 'project'), old: join(work, 'old'), journal: join(work, 'journal') };
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    if (undoInterrupted(project, places.journal)) say('An update that was interrupted while it wrote is undone.');
    clear(places);
    const summary = await update(project, options, places, { step: say, signal: interruption.signal });
    process.stdout.write(`\n${renderSummary(summary)}`);
    return 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    say('Interrupted. Nothing was changed.');
    return 130;
  } finally {
    clear(places);
    held.unlock();
  }
}

function clear(places: Readonly<Record<string, string>>): void {
  for (const path of Object.values(places)) rmSync(path, { recursive: true, force: true });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    say(`${error.message}\nSee npm run update -- --help.`);
    return 2;
  }
  if (error instanceof ProblemsError) {
    const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
    say(`${error.problems.map((problem) => formatProblem(problem, { colour })).join('\n\n')}\n\nNothing was changed.`);
    return 1;
  }
  if (error instanceof UpdateError) {
    say(`${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}`);
    return 1;
  }
  throw error;
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
