import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unlessRefused } from '../problems/index.js';

/** Editors save in several steps; a run starts when nothing has happened for this long, in milliseconds. */
const QUIET = 100;

/** What a run read, as it was when it was read. Each input is to be added before it is read. */
export class Inputs {
  /** Path of a file, which may be missing, or of a folder -> its state. */
  readonly #states = new Map<string, string>();
  readonly #folders = new Set<string>();

  addFile(path: string): void {
    if (!this.#states.has(path)) this.#states.set(path, stateOf(path));
  }

  /** All files in a folder and below it. */
  addFolder(path: string): void {
    this.#folders.add(path);
    this.#states.set(path, this.#stateOf(path));
  }

  /** Whether another run would read the same. */
  isCurrent(): boolean {
    return [...this.#states].every(([path, state]) => this.#stateOf(path) === state);
  }

  /**
   * The folders in which something must happen before the inputs are other ones. Folders, not files, since editors replace
   * files; of one that is missing the nearest above it.
   */
  foldersToWatch(): string[] {
    const paths = [...this.#states.keys(), ...[...this.#folders].flatMap(pathsBelow)];
    return [...new Set([...this.#folders, ...paths.map((path) => dirname(path))].map(existing))];
  }

  #stateOf(path: string): string {
    if (!this.#folders.has(path)) return stateOf(path);
    return pathsBelow(path)
      .map((each) => `${each} ${stateOf(each)}`)
      .join('\n');
  }
}

/** Another text when the file is another one, or has been written since. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'missing';
  return stats.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.mode}` : 'no file';
}

function pathsBelow(folder: string): string[] {
  const paths = unlessRefused(() => readdirSync(folder, { recursive: true, encoding: 'utf8' })) ?? [];
  return paths.map((path) => join(folder, path)).sort();
}

function existing(folder: string): string {
  const parent = dirname(folder);
  return unlessRefused(() => realpathSync(folder)) ?? (parent === folder ? folder : existing(parent));
}

/**
 * Runs, and runs again whenever an input has changed, until the process is interrupted (SIGINT or SIGTERM); a run that is
 * under way is ended first. Several changes in short order, or during a run, lead to one run.
 *
 * @param run does its work, and adds what it reads.
 */
export async function watchInputs(run: (inputs: Inputs) => Promise<void>): Promise<void> {
  const interruption = new AbortController();
  const stop = (): void => interruption.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  while (!interruption.signal.aborted) {
    const inputs = new Inputs();
    await run(inputs);
    await changeOf(inputs, interruption.signal);
  }
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
}

/** Settles when the inputs have changed, and all is quiet; or when the signal is aborted. */
async function changeOf(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const { watch } = await import('chokidar');
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(inputs.foldersToWatch(), { depth: 0, ignoreInitial: true });
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(watcher.close());
    };
    const look = (): void => {
      if (!inputs.isCurrent()) end();
    };
    const lookSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, QUIET);
    };
    // What happened before the watcher was ready, during the run for instance, is not an event.
    watcher.on('ready', lookSoon).on('all', lookSoon).on('error', lookSoon);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
