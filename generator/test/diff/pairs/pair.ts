import type { Edit } from '../edit.js';

/** The parts of a version, those of the next one, and exactly the changes as `severity rule pointer`. */
export interface Pair {
  readonly name: string;
  readonly old?: readonly Edit[];
  readonly next: readonly Edit[];
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly changes: readonly string[];
}
