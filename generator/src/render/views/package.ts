import type { PackageView, PageLinkView } from './common.js';

/** What both packages have beside their sources. */
export interface PackageFileView extends PackageView {
  /** The title of the description. */
  readonly title: string;
  /** An SPDX expression. */
  readonly license: string;
  readonly dependencies: readonly EntryView[];
  readonly devDependencies: readonly EntryView[];
  /** Entry points of add-ons: name, and module below `src/`. */
  readonly entries: readonly EntryView[];
  /** The lines that make a client, as code. */
  readonly setUp: string;
  /** The first example, as code. */
  readonly firstCall: string;
  readonly guides: readonly PageLinkView[];
}

export interface EntryView {
  readonly key: string;
  readonly value: string;
}
