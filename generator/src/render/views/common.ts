/** No data. */
export type EmptyView = Readonly<Record<string, never>>;

/** The names of the packages and of their exports. */
export interface PackageView {
  readonly className: string;
  /** The type of the client's options. */
  readonly optionsName: string;
  readonly serverClassName: string;
  readonly coreName: string;
  readonly serverOptionsName: string;
  /** Prefix of the error classes, such as `Chat`. */
  readonly errorPrefix: string;
  /** The variable of the client in examples. */
  readonly variable: string;
  readonly clientPackage: string;
  /** The entry point of an add-on's server client. */
  readonly serverEntry: string;
  readonly typesPackage: string;
  /** Name of the client that is sent to the service. */
  readonly clientName: string;
  /** The `User-Agent` sent outside browsers; empty with an add-on. */
  readonly userAgent: string;
  /** The version of both packages. */
  readonly version: string;
  /** Modules of add-ons that every entry point exports. */
  readonly exports: readonly string[];
}

export interface OptionView {
  readonly option: string;
  /** A value, as code. */
  readonly sample: string;
}

export interface PageLinkView {
  /** Below `docs/`. */
  readonly path: string;
  readonly title: string;
}
