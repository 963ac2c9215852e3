import type { PackageView, PageLinkView } from './common.js';

/** Data of the files besides the sources, of both packages. */
export interface PackageFileView extends PackageView {
  /** The title of the spec. */
  readonly title: string;
  /** An SPDX expression. */
  readonly license: string;
  /** `false` if the project has none. */
  readonly repository: RepositoryView | false;
  readonly dependencies: readonly EntryView[];
  readonly devDependencies: readonly EntryView[];
  /** Entry points of add-ons. */
  readonly entries: readonly EntryPointView[];
  /** Folders that are published besides the documentation. */
  readonly folders: readonly string[];
  /** The lines that make a client, as code. */
  readonly setUp: string;
  /** The first example, as code. */
  readonly firstCall: string;
  readonly guides: readonly PageLinkView[];
  /** The types of an operation's arguments and response; `false` if no operation has both. */
  readonly firstTypes: FirstTypesView | false;
  /** Sections of the README from add-ons, as Markdown. */
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
  /** Subpath of the package. */
  readonly name: string;
  /** Below `src/`, without extension. */
  readonly module: string;
  /** Its replacement in builds for browsers, a file without `.js` and `.cjs`; empty if there is none. */
  readonly browser: string;
}

export interface EntryView {
  readonly key: string;
  readonly value: string;
}
