import type { PackageView, PageLinkView } from './common.js';

/** What both packages have beside their sources. */
export interface PackageFileView extends PackageView {
  /** The title of the description. */
  readonly title: string;
  /** An SPDX expression. */
  readonly license: string;
  /** `false` when the project names none. */
  readonly repository: RepositoryView | false;
  readonly dependencies: readonly EntryView[];
  readonly devDependencies: readonly EntryView[];
  /** Entry points of add-ons. */
  readonly entries: readonly EntryPointView[];
  /** Folders that are published beside the documentation. */
  readonly folders: readonly string[];
  /** The lines that make a client, as code. */
  readonly setUp: string;
  /** The first example, as code. */
  readonly firstCall: string;
  readonly guides: readonly PageLinkView[];
  /** The types of an operation's arguments and reply; `false` when no operation has both. */
  readonly firstTypes: FirstTypesView | false;
  /** Parts of the README that add-ons have, as Markdown. */
  readonly sections: readonly string[];
}

/** The field `repository` of a `package.json`. */
export interface RepositoryView {
  readonly url: string;
  /** The package's folder in it. */
  readonly directory: string;
}

export interface FirstTypesView {
  readonly input: string;
  readonly output: string;
}

export interface EntryPointView {
  /** Behind the package's name. */
  readonly name: string;
  /** Below `src/`, without its ending. */
  readonly module: string;
  /** What builds for browsers get in its place, a file without `.js` and `.cjs`; empty where they get the same. */
  readonly browser: string;
}

export interface EntryView {
  readonly key: string;
  readonly value: string;
}
