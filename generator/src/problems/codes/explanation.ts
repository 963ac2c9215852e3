/** What a code stands for, as `sdkgen explain` tells it. */
export interface Explanation {
  /** In a few words, without a full stop. */
  readonly title: string;
  /** What is the case when the code is reported. */
  readonly meaning: string;
  /** Why it matters: what would go wrong, or does. */
  readonly reason: string;
  /** An input or a command with which it is reported. */
  readonly example: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** A part of the registry. */
export type Explanations = Readonly<Record<string, Explanation>>;
