/** What the command line says. What it does not say is absent. Paths are relative to the working folder. */
export interface ConfigFlags {
  readonly spec?: string;
  readonly out?: string;
  readonly scope?: string;
  readonly name?: string;
  readonly templates?: string;
  /** A JSON file with the keys of `sdkgen`, or a `package.json` that has that key. */
  readonly config?: string;
  readonly addons: readonly string[];
  readonly allowRefs: readonly string[];
  readonly overlays?: readonly string[];
}

/** Everything that decides the output, resolved once. Frozen and complete: nothing downstream has defaults. */
export interface Config {
  /** The working folder: problems tell paths from there. */
  readonly cwd: string;
  /** The folder of the `package.json` or configuration file that was used; the working folder when there was none. */
  readonly root: string;
  /** The configuration file that was used. */
  readonly configFile: string | undefined;
  /** Whether the description is the one that the configuration is about: its add-ons, name and version hold for it. */
  readonly isOwn: boolean;
  /** The description: an absolute path, or an `http(s)` URL. */
  readonly spec: string;
  /** Absolute. Each package is a folder in it. */
  readonly out: string;
  /** What may stand in `out` beside the packages; `only-output` unless the folder was named on the command line. */
  readonly outHolds: 'only-output' | 'packages' | 'anything';
  /** npm scope with its `@`. */
  readonly scope: string;
  /** The packages are called `<scope>/<name>-types` and `<scope>/<name>-client`. */
  readonly name: string;
  /** Semantic version of both packages. */
  readonly version: string;
  /** SPDX expression of both packages, when the project has one. */
  readonly license: string | undefined;
  /** Where the sources of both packages are kept, when the project says it. */
  readonly repository: Repository | undefined;
  /** The project's changelog, which both packages carry; absent where the description is not the project's own. */
  readonly changelog: string | undefined;
  /** Absolute folder whose templates are used before the generator's own. */
  readonly templates: string | undefined;
  readonly addons: readonly string[];
  /** Absolute folders and URLs that a `$ref` may lead to, beside the description's own folder. */
  readonly allowRefs: readonly string[];
  /** Absolute paths of the Overlay documents that are laid over the description, in order. */
  readonly overlays: readonly string[];
  /** The description that the overlays are written for. */
  readonly overlaysOf: string;
}

/** The field `repository` of a `package.json`. */
export interface Repository {
  /** As it was written: an address that git takes, or a shorthand that npm knows, such as `github:acme/chat-sdk`. */
  readonly url: string;
  /** The folder of the packages within it, with slashes; empty for the repository's own. */
  readonly directory: string;
}

export const DEFAULT_OUT = 'packages';
export const DEFAULT_SCOPE = '@sdk';
export const DEFAULT_NAME = 'api';
export const DEFAULT_VERSION = '0.1.0';
