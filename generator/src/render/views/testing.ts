import type { PackageView } from './common.js';

/** An entry of an object literal: its key, and the text of a literal that is JSON, as code. */
export interface FakeEntryView {
  readonly key: string;
  readonly json: string;
}

/** `testing-data.ts`. */
export interface FakeDataView {
  readonly definitions: readonly FakeEntryView[];
  readonly operations: readonly FakeEntryView[];
  readonly types: readonly FakeEntryView[];
  readonly errors: string;
  readonly errorType: string;
  /** The names in `types`. */
  readonly typeNames: readonly string[];
}

/** `testing.ts`. */
export interface TestingView extends PackageView {
  /** The exported types that values can be made of. */
  readonly typeNames: readonly string[];
  /** The module of an add-on that adds methods to the fake; empty without one. */
  readonly extension: string;
}
