import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';
import { applyOverlays } from './apply.js';
import { type Overlay, readOverlay } from './document.js';

interface Entry {
  readonly overlay: Overlay;
  /** The id of the file that it changes; absent for the description's root. */
  readonly target: string | undefined;
  isApplied: boolean;
}

/** The overlays of one description, in order: Overlay Specification 1.0.0. */
export class Overlays {
  readonly #findings: Findings;
  readonly #entries: Entry[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param locate the id of the file that a reference in the overlay leads to. */
  add(file: SourceFile, locate: (reference: string) => string | undefined): void {
    const overlay = readOverlay(file, this.#findings);
    const target = overlay.extends === undefined ? undefined : (locate(overlay.extends) ?? '');
    this.#entries.push({ overlay, target, isApplied: false });
  }

  /** The file as it is with the overlays that are about it. */
  layOver(file: SourceFile, isRoot: boolean): SourceFile {
    const fitting = this.#entries.filter(({ target }) => target === file.id || (target === undefined && isRoot));
    for (const entry of fitting) entry.isApplied = true;
    return applyOverlays(
      file,
      fitting.map(({ overlay }) => overlay),
      this.#findings,
    );
  }

  /** After all files are read: an overlay of a file that is none of the description's is an error. */
  checkApplied(): void {
    for (const { overlay, isApplied } of this.#entries) {
      if (isApplied) continue;
      const hint = 'Name a file that the description consists of, or leave `extends` out: then it is about the root.';
      const place = { file: overlay.file, tokens: ['extends'] };
      this.#findings.error('overlay-extends', place, 'This file is no part of the description.', hint);
    }
  }
}
