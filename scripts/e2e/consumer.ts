/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** A program's run in a consumer's folder. */
export interface Site {
  /** The consumer's folder. */
  readonly folder: string;
  /** Where `sdkgen mock` serves the API. */
  readonly mockUrl: string;
  /** Runs a program there, with `MOCK_URL` in its environment; what it prints comes back. Rejects when it fails. */
  run(command: string, args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string>;
}

/** A project that has the packages from the registry, and tries them in one place where people run them. */
export interface Consumer {
  /** Where it runs, with its version, as the table shows it. */
  readonly runtime: string;
  /** What it is. Together with the runtime no other consumer has it. */
  readonly name: string;
  /** Its files by path; `package.json` gets the packages as dependencies. */
  files(): Files | Promise<Files>;
  /** Fields of its `package.json`. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** How to install the packages. Default: npm. */
  readonly install?: (site: Site) => Promise<void>;
  /** Tools that it finds as if they were installed in it, by the name under which it finds them. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Rejects when something is not as it should be. */
  readonly run: (site: Site) => Promise<void>;
  /** Why it can't run on this machine; absent where it can. */
  readonly missing?: string | undefined;
}

export type Outcome =
  | { readonly status: 'passed'; readonly seconds: number }
  | { readonly status: 'failed'; readonly seconds: number; readonly reason: string }
  | { readonly status: 'not run'; readonly reason: string };
