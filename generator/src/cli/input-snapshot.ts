import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { errorCode } from '../problems/index.js';

/** What a run read, as it was when it was read: tells whether another run would read anything else. */
export class InputSnapshot {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  readonly #isOutput: (path: string) => boolean;

  /** @param out the output folder: what lies in it is no input. */
  constructor(out: string) {
    this.#isOutput = (path) => path === out || path.startsWith(out + sep) || path.split(sep).includes('node_modules');
  }

  /** Remembers a file, which may be missing; to be called before it is read. */
  addFile(path: string): void {
    if (!this.#files.has(path)) this.#files.set(path, stateOf(path));
  }

  /** Remembers all files in a folder and below it; to be called before they are read. */
  addFolder(path: string): void {
    if (!this.#folders.has(path)) this.#folders.set(path, this.#stateOfFolder(path));
  }

  isCurrent(): boolean {
    for (const [path, state] of this.#files) if (stateOf(path) !== state) return false;
    for (const [path, state] of this.#folders) if (this.#stateOfFolder(path) !== state) return false;
    return true;
  }

  /**
   * The folders in which something must happen before the inputs are other ones. Folders, not files, since editors replace
   * files; of one that is missing the nearest above it.
   */
  foldersToWatch(): readonly string[] {
    const folders = new Set([...this.#files.keys()].map((path) => existing(dirname(path))));
    for (const folder of this.#folders.keys()) {
      folders.add(existing(folder));
      folders.add(existing(dirname(folder)));
      for (const path of this.#pathsBelow(folder)) folders.add(dirname(path));
    }
    return [...folders].filter((folder) => !this.#isOutput(folder));
  }

  #stateOfFolder(folder: string): string {
    return this.#pathsBelow(folder)
      .map((path) => `${path} ${stateOf(path)}`)
      .join('\n');
  }

  #pathsBelow(folder: string): string[] {
    try {
      const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return entries
        .map((path) => join(folder, path))
        .filter((path) => !this.#isOutput(path))
        .sort();
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return [];
    }
  }
}

/** Another text when the file is another one, or has been written since. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'missing';
  return stats.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.mode}` : 'no file';
}

function existing(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    const parent = dirname(folder);
    return parent === folder ? folder : existing(parent);
  }
}
