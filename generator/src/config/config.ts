/** All options that determine the output, resolved once: frozen, with all defaults applied. */
export interface Config {
  /** The working folder; file names in problems are relative to it. */
  readonly cwd: string;
  /** The configuration file that was used. */
  readonly configFile: string | undefined;
  /** Whether the spec is the one in the configuration, so that its add-ons, name and version apply. */
  readonly isOwn: boolean;
  /** The OpenAPI document: an absolute path, or an `http(s)` URL. */
  readonly spec: string;
  /** Absolute. Each package is a folder in it. */
  readonly out: string;
  /** What else may be in `out`; `only-output` unless the folder was given on the command line. */
  readonly outHolds: 'only-output' | 'packages' | 'anything';
  /** npm scope with its `@`. */
  readonly scope: string;
  /** The packages are called `<scope>/<name>-types` and `<scope>/<name>-client`. */
  readonly name: string;
  /** Semantic version of both packages. */
  readonly version: string;
  /** SPDX expression of both packages, when the project has one. */
  readonly license: string | undefined;
  /** The source repository of both packages, if known. */
  readonly repository: Repository | undefined;
  /** The project's changelog, included in both packages; absent if the spec is not the project's own. */
  readonly changelog: string | undefined;
  /** Absolute path of the folder whose templates override the built-in ones. */
  readonly templates: string | undefined;
  readonly addons: readonly string[];
  /** Absolute folders and URLs that a `$ref` may refer to, besides the spec's folder. */
  readonly allowRefs: readonly string[];
  /** Absolute paths of the Overlay documents that are applied to the spec, in order. */
  readonly overlays: readonly string[];
  /** Selectors of the operations to include; all if empty. */
  readonly select: readonly string[];
  /** Selectors of the operations to exclude. */
  readonly exclude: readonly string[];
  /** The type of 64-bit integers; `number`, with a warning, if not set. */
  readonly int64: 'number' | 'number-or-string' | undefined;
  /** Absolute path of the configuration for the file of a vendor. */
  readonly vendor: string | undefined;
  /** The spec that the overlays are written for. */
  readonly overlaysOf: string;
}

/** The field `repository` of a `package.json`. */
export interface Repository {
  /** As written: a git URL, or an npm shorthand such as `github:acme/chat-sdk`. */
  readonly url: string;
  /** The folder of the packages within it, with slashes; empty for the repository's own. */
  readonly directory: string;
}
