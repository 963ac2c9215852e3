/** Everything that decides the output, resolved once. Frozen and complete: nothing downstream has defaults. */
export interface Config {
  /** The working folder: problems name files from there. */
  readonly cwd: string;
  /** The configuration file that was used. */
  readonly configFile: string | undefined;
  /** Whether the spec is the one that the configuration is for: its add-ons, name and version apply. */
  readonly isOwn: boolean;
  /** The OpenAPI document: an absolute path, or an `http(s)` URL. */
  readonly spec: string;
  /** Absolute. Each package is a folder in it. */
  readonly out: string;
  /** What may be in `out` beside the packages; `only-output` unless the folder was named on the command line. */
  readonly outHolds: 'only-output' | 'packages' | 'anything';
  /** npm scope with its `@`. */
  readonly scope: string;
  /** The packages are called `<scope>/<name>-types` and `<scope>/<name>-client`. */
  readonly name: string;
  /** Semantic version of both packages. */
  readonly version: string;
  /** SPDX expression of both packages, when the project has one. */
  readonly license: string | undefined;
  /** Where the sources of both packages are, when the project names it. */
  readonly repository: Repository | undefined;
  /** The project's changelog, which both packages contain; absent when the spec is not the project's own. */
  readonly changelog: string | undefined;
  /** Absolute folder whose templates are used before the generator's own. */
  readonly templates: string | undefined;
  readonly addons: readonly string[];
  /** Absolute folders and URLs that a `$ref` may lead to, beside the spec's own folder. */
  readonly allowRefs: readonly string[];
  /** Absolute paths of the Overlay documents that are applied to the spec, in order. */
  readonly overlays: readonly string[];
  /** Selectors of the operations that are read; of all where there are none. */
  readonly select: readonly string[];
  /** Selectors of operations that are left out. */
  readonly exclude: readonly string[];
  /** Absolute path of the configuration for the file of a vendor. */
  readonly vendor: string | undefined;
  /** The spec that the overlays are written for. */
  readonly overlaysOf: string;
}

/** The field `repository` of a `package.json`. */
export interface Repository {
  /** As it was written: an address that git takes, or a shorthand that npm knows, such as `github:acme/chat-sdk`. */
  readonly url: string;
  /** The folder of the packages within it, with slashes; empty for the repository's own. */
  readonly directory: string;
}
