import type { Mutant } from '../mutant.js';

/** A rule of the wire, and a change of one file of the client that breaks it. */
export interface Rule {
  readonly rule: string;
  /** What the client does instead. */
  readonly fault: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export function ruleMutant({ rule, fault, file, find, replace }: Rule): Mutant {
  return { subject: rule, fault, edits: [{ file, find, replace }] };
}
