import type { ProblemCode } from '../../problems/index.js';

/** Why a text could not be read. */
export interface ParseFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Where, as an offset into the text or as the tokens of a pointer; absent when the whole file is meant. */
  readonly offset?: number;
  readonly tokens?: readonly string[];
}
