import { basename, dirname, join } from 'node:path';
import { errorCode } from '../problems/index.js';
import { type FileSystem, kindAt } from './folder.js';
import { manifestUnderWay, readManifest, temporaryName } from './manifest.js';
import { MANIFEST_NAME } from './package-output.js';
import { foldersAbove } from './paths.js';
import type { PackagePlan } from './plan.js';

/** The folder is not in the planned state: another run writes to it. */
export class Interference extends Error {}

/** Executes the plan of one package. */
export class PackageWriter {
  readonly #fileSystem: FileSystem;
  readonly #plan: PackagePlan;
  readonly #underWay: string;
  /** Path within the package -> temporary file with its text. */
  readonly #waiting = new Map<string, string>();
  #isManifestReplaced = false;
  #isCommitting = false;

  constructor(fileSystem: FileSystem, plan: PackagePlan) {
    this.#fileSystem = fileSystem;
    this.#plan = plan;
    this.#underWay = manifestUnderWay(plan.manifest, plan.next);
  }

  /** Lists the next files, and writes them under temporary names. */
  prepare(): void {
    const { root, manifest, next, files, entries } = this.#plan;
    if (kindAt(this.#fileSystem, root) === undefined) this.#fileSystem.mkdirSync(root);
    if (manifest.text !== next.text) {
      this.#replaceManifest(manifest.text, this.#underWay);
      this.#isManifestReplaced = true;
    }
    for (const { path, state } of entries) {
      if (path === MANIFEST_NAME || (state !== 'missing' && state !== 'outdated')) continue;
      const waiting = join(this.#folderFor(path), temporaryName(path));
      this.#waiting.set(path, waiting);
      this.#fileSystem.writeFileSync(waiting, files.get(path) ?? '', { flag: 'wx' });
    }
  }

  /** Undoes `prepare`, as far as the disk allows; once `commit` has started, only temporary files are removed. */
  discard(): void {
    try {
      for (const waiting of this.#waiting.values()) this.#remove(waiting);
      const { root, manifest } = this.#plan;
      if (!this.#isManifestReplaced || this.#isCommitting) return;
      if (manifest.text !== undefined) this.#replaceManifest(this.#underWay, manifest.text);
      else this.#remove(join(root, MANIFEST_NAME));
      this.#removeEmpty(root);
    } catch (error) {
      if (errorCode(error) === undefined && !(error instanceof Interference)) throw error;
    }
  }

  /** Removes obsolete files, and renames the new files. */
  commit(): void {
    this.#isCommitting = true;
    const { root, entries } = this.#plan;
    const removed = entries.flatMap(({ path, state }) => (state === 'obsolete' || state === 'leftover' ? [path] : []));
    for (const path of removed) {
      const target = join(root, path);
      if (this.#folderFor(path) === dirname(target)) this.#remove(target);
    }
    const emptied = new Set(removed.flatMap(foldersAbove));
    for (const folder of [...emptied].sort().reverse()) this.#removeEmpty(join(root, folder));
    for (const [path, waiting] of this.#waiting) {
      const target = join(this.#folderFor(path, 'make'), basename(path));
      if (kindAt(this.#fileSystem, target) === 'folder') this.#fileSystem.rmdirSync(target);
      this.#fileSystem.renameSync(waiting, target);
      this.#waiting.delete(path);
    }
  }

  /** Writes the final manifest. */
  finish(): void {
    if (this.#isManifestReplaced) this.#replaceManifest(this.#underWay, this.#plan.next.text);
  }

  /** @throws {Interference} if the manifest is neither the expected nor the final one. */
  #replaceManifest(expected: string | undefined, text: string): void {
    const { root, next } = this.#plan;
    const waiting = join(root, temporaryName(MANIFEST_NAME));
    this.#fileSystem.writeFileSync(waiting, text, { flag: 'wx' });
    // In this order: a concurrent run that completes in between would treat the new manifest as a leftover and remove it.
    const found = readManifest(this.#fileSystem, root)?.text;
    if (found === expected) {
      this.#fileSystem.renameSync(waiting, join(root, MANIFEST_NAME));
      return;
    }
    this.#remove(waiting);
    if (found !== next.text) throw new Interference('The manifest was written by another run.');
  }

  /**
   * Returns the folder of a path, or without `make` the nearest existing one above it.
   *
   * @throws {Interference} if part of the path is a link, or a file where a folder must be created.
   */
  #folderFor(path: string, make?: 'make'): string {
    const { root } = this.#plan;
    if (kindAt(this.#fileSystem, root) !== 'folder') throw new Interference(`${root} is not a folder.`);
    let deepest = root;
    for (const folder of foldersAbove(path).map((above) => join(root, above))) {
      const kind = kindAt(this.#fileSystem, folder);
      if (kind === 'link' || (kind !== undefined && kind !== 'folder' && make)) {
        throw new Interference(`${folder} is not a folder.`);
      }
      if (kind !== 'folder' && !make) return deepest;
      if (kind === undefined) this.#fileSystem.mkdirSync(folder, { recursive: true });
      deepest = folder;
    }
    return deepest;
  }

  /** Removes a file that another run may already have removed. */
  #remove(path: string): void {
    this.#unless(['ENOENT'], () => this.#fileSystem.unlinkSync(path));
  }

  #removeEmpty(folder: string): void {
    this.#unless(['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'], () => this.#fileSystem.rmdirSync(folder));
  }

  #unless(codes: readonly string[], step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!codes.includes(errorCode(error) ?? '')) throw error;
    }
  }
}
