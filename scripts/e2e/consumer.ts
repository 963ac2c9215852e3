/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** A program's run in a consumer's folder. */
export interface Site {
  /** The consumer's folder. */
  readonly folder: string;
  /** Where `sdkgen mock` serves the API. */
  readonly mockUrl: string;
  /** Runs a program in the folder, with `MOCK_URL` in its environment, and returns its output. Rejects if it fails. */
  run(command: string, args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string>;
}

/** A project with the packages from the registry, which tests them in one environment. */
export interface Consumer {
  /** The environment with its version, as printed in the table. */
  readonly runtime: string;
  /** Unique together with the runtime. */
  readonly name: string;
  /** Its files by path; `package.json` gets the packages as dependencies. */
  files(): Files | Promise<Files>;
  /** Fields of its `package.json`. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** How to install the packages. Default: a copy of npm's installation. */
  readonly install?: (site: Site) => Promise<void>;
  /** Tools that it can import as if they were installed, by name. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Rejects if a check fails. */
  readonly run: (site: Site) => Promise<void>;
  /** Why it can't run on this machine, if so. */
  readonly missing?: string | undefined;
}
