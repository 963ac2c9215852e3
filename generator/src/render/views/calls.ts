import type { OptionView } from './common.js';

/** The tests of one page's operations. */
export interface TestPageView {
  readonly variable: string;
  readonly operations: readonly TestedOperationView[];
  /** Whether any of the operations returns pages. */
  readonly hasPages: boolean;
}

export interface TestedOperationView {
  readonly method: string;
  readonly examples: readonly TestedExampleView[];
  /** Absent if the operation does not return pages. */
  readonly pages: TestedPagesView | false;
}

export interface TestedPagesView {
  /** The name of the operation function, for the fake. */
  readonly name: string;
  /** A call of the first page, as code. */
  readonly call: string;
  /** How the second page follows the first, as code. */
  readonly expectation: string;
}

export interface TestedExampleView {
  readonly title: string;
  /** The statement of the documentation, as code. */
  readonly call: string;
  readonly hasReply: boolean;
  /** What the server must receive, as code. */
  readonly expectation: string;
}

export interface TestSupportView {
  readonly className: string;
  readonly clientPackage: string;
  /** The entry of the client package for tests. */
  readonly testing: string;
  readonly variable: string;
  readonly options: readonly OptionView[];
  /** The credentials of the tests, as code. */
  readonly table: string;
}

/** The lines of a snippet before the call: the import and the client. */
export interface SetUpView {
  readonly className: string;
  readonly entry: string;
  readonly variable: string;
  /** A comment, as code; empty if there is none. */
  readonly note: string;
  readonly options: readonly OptionView[];
}

/** An example call: the same bytes in the documentation and in the test. */
export interface CallView {
  readonly hasReply: boolean;
  readonly variable: string;
  readonly method: string;
  /** The argument object, as code; empty for a call without arguments. */
  readonly argument: string;
}

export interface IterationView {
  readonly variable: string;
  readonly method: string;
  /** What each value is assigned to, and what is printed of it, as code. */
  readonly item: string;
  readonly shown: string;
  /** The argument object, as code; empty for a call without arguments. */
  readonly argument: string;
}
