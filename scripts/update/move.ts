import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../common/script.js';
import type { TreeChanges } from '../common/tree.js';

/** Moves the files that differ in a copy of a project into the project. If it is killed, the next update completes it. */
export class Move {
  readonly copy: string;
  readonly #project: string;
  /** Lists the files while they are moved. */
  readonly #journal: string;

  constructor(project: string, work: string) {
    this.#project = project;
    this.copy = join(work, 'project');
    this.#journal = join(work, 'moving.json');
  }

  start(changes: TreeChanges): void {
    writeFileSync(`${this.#journal}.new`, JSON.stringify(changes));
    renameSync(`${this.#journal}.new`, this.#journal);
    this.finish();
  }

  /** Completes an interrupted move. */
  finish(): void {
    if (!existsSync(this.#journal)) return;
    const { written, removed }: TreeChanges = JSON.parse(readFileSync(this.#journal, 'utf8'));
    for (const path of removed) moving(path, () => rmSync(join(this.#project, path), { force: true }));
    for (const path of written) {
      if (!existsSync(join(this.copy, path))) continue;
      moving(path, () => {
        mkdirSync(dirname(join(this.#project, path)), { recursive: true });
        renameSync(join(this.copy, path), join(this.#project, path));
      });
    }
    rmSync(this.#journal);
  }

  /** Removes the copy, unless some of its files are still to be moved. */
  clear(): void {
    if (!existsSync(this.#journal)) rmSync(this.copy, { recursive: true, force: true });
  }
}

function moving(path: string, move: () => void): void {
  try {
    move();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Failure(`${path} could not be replaced: ${cause}. Run the update again: it moves the rest first.`);
  }
}
