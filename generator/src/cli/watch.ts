import type { InputSnapshot } from './input-snapshot.js';

/** Editors save in several steps; a run starts when nothing has happened for this long, in milliseconds. */
const QUIET = 100;

/**
 * Runs, and runs again whenever an input has changed, until the process is interrupted (SIGINT or SIGTERM); a run that is
 * under way is ended first. Several changes in short order, or during a run, give one run.
 *
 * @param run does its work and tells what it read, and how that was before.
 */
export async function watchInputs(run: () => Promise<InputSnapshot>): Promise<void> {
  const interruption = new AbortController();
  const stop = (): void => interruption.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  while (!interruption.signal.aborted) await changeOf(await run(), interruption.signal);
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
}

/** Settles when the inputs are other than the snapshot says, and all is quiet; or when the signal says so. */
async function changeOf(snapshot: InputSnapshot, signal: AbortSignal): Promise<void> {
  const { watch } = await import('chokidar');
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch([...snapshot.foldersToWatch()], { depth: 0, ignoreInitial: true });
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(watcher.close());
    };
    const look = (): void => {
      if (!snapshot.isCurrent()) end();
    };
    const lookSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, QUIET);
    };
    // What happened before the watcher was ready, during the run for instance, gives no event.
    watcher.on('ready', lookSoon).on('all', lookSoon).on('error', lookSoon);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
