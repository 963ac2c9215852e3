/** An operation used by an add-on, with its names in this package. */
export interface AddonOperationView {
  readonly method: string;
  readonly constant: string;
  /** Its first path parameter as an argument; empty if it has none. */
  readonly argument: string;
  /** The type of its response, with `types.` before exported names. */
  readonly replyType: string;
}

/** A field of an object that the spec does not define, but whose value is one of its schemas. */
export interface PartView {
  readonly field: string;
  readonly type: string;
  /** Where it contains date-times, as an expression; empty if it contains none. */
  readonly dates: string;
}

/** Data of an add-on's templates besides the package's names. */
export interface AddonView {
  /** By local name; `false` for one that the spec lacks. */
  readonly operations: Readonly<Record<string, AddonOperationView | false>>;
  readonly parts: readonly PartView[];
  /** The constants of `src/dates.ts` used by the parts. */
  readonly partDates: readonly string[];
}
