import type { Change, ChangeSeverity } from '../diff/index.js';

/** One place of a user's code that a change affects. */
export interface Use {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: ChangeSeverity;
  readonly rule: Change['rule'];
  /** The id of the change, as `sdkgen diff --json` has it. */
  readonly change: string;
  /** What changed: one sentence in Markdown. */
  readonly message: string;
  /** What to do at this place. */
  readonly advice: string;
}
