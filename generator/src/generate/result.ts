import type { Problem } from '../problems/index.js';

/** How far a run goes: `write` puts the packages in place, `dry-run` and `check` change nothing. */
export type GenerateMode = 'write' | 'dry-run' | 'check';

export interface GenerateResult {
  readonly mode: GenerateMode;
  /** Errors mean that nothing was written. */
  readonly problems: readonly Problem[];
  readonly operations: number;
  readonly types: number;
  readonly examples: number;
  /** Absent when nothing was rendered, because the packages are what these inputs gave before. */
  readonly files?: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The packages' folders within the output folder. */
  readonly folders: readonly string[];
  readonly typesPackage: string;
}
