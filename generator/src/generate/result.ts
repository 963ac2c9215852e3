import type { Problem } from '../problems/index.js';

/** `write` writes the packages; `dry-run` and `check` change nothing. */
export type GenerateMode = 'write' | 'dry-run' | 'check';

export interface GenerateResult {
  readonly mode: GenerateMode;
  /** If there is an error, nothing was written. */
  readonly problems: readonly Problem[];
  readonly operations: number;
  readonly types: number;
  readonly examples: number;
  /** Absent if nothing was rendered, because the inputs have not changed. */
  readonly files?: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The packages' folders within the output folder. */
  readonly folders: readonly string[];
  readonly typesPackage: string;
}
