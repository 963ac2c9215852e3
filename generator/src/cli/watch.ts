import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unlessRefused } from '../problems/index.js';

/** Editors save in several steps: a run starts after this many milliseconds without changes. */
const QUIET = 100;

/** The inputs of a run in the state in which they were read. Inputs must be added before they are read. */
export class Inputs {
  /** Path of a file, which may be missing, or of a folder -> its state. */
  readonly #states = new Map<string, string>();
  readonly #folders = new Set<string>();

  addFile(path: string): void {
    if (!this.#states.has(path)) this.#states.set(path, stateOf(path));
  }

  /** Adds all files in a folder and below it. */
  addFolder(path: string): void {
    this.#folders.add(path);
    this.#states.set(path, this.#stateOf(path));
  }

  /** Whether another run would read the same. */
  isCurrent(): boolean {
    return [...this.#states].every(([path, state]) => this.#stateOf(path) === state);
  }

  /**
   * The folders whose changes can affect the inputs. Folders instead of files, since editors replace files; for a missing one,
   * the nearest existing folder above it.
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

/** Changes if the file was replaced or written. */
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
 * Runs now and whenever an input has changed, until the process is interrupted (SIGINT or SIGTERM); a running run is completed
 * first. Several changes in quick succession, or during a run, cause one run.
 *
 * @param run does the work, and adds what it reads.
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

/** Resolves once the inputs have changed and no more changes arrive, or when the signal aborts. */
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
    const checkSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => inputs.isCurrent() || end(), QUIET);
    };
    // The watcher does not report changes made before it was ready, such as during the run. Without such a change no timer starts:
    // it could end in the middle of the next save.
    watcher.on('ready', () => inputs.isCurrent() || checkSoon());
    watcher.on('all', checkSoon).on('error', checkSoon);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
