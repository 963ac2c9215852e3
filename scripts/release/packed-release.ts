/** `release.json` beside the tarballs: what was checked, for whoever publishes it. */
export interface PackedRelease {
  readonly version: string;
  readonly tag: string;
  /** In the order of publishing. */
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    /** The tarball's name in the same folder. */
    readonly file: string;
    /** `sha512-` and base64. */
    readonly integrity: string;
  }[];
}
