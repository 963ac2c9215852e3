import type { Edit } from '../edit.js';

/** What a version is made of, what the next one is, and the changes as `severity rule pointer`: no more, no fewer. */
export interface Pair {
  readonly name: string;
  readonly old?: readonly Edit[];
  readonly next: readonly Edit[];
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly changes: readonly string[];
}
