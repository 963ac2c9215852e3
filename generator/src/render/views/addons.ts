/** An operation that an add-on relies on, by the names that it has in this package. */
export interface AddonOperationView {
  readonly method: string;
  readonly constant: string;
  /** The argument that is its first path parameter; empty when it has none. */
  readonly argument: string;
  /** The type of its reply, with `types.` before the names of exported ones. */
  readonly replyType: string;
}

/** A field of an object that the description does not have, but whose value is one of its schemas. */
export interface PartView {
  readonly field: string;
  readonly type: string;
  /** Where it has date-times, as an expression; empty when it has none. */
  readonly dates: string;
}

/** What an add-on's own templates get beside the package's names. */
export interface AddonView {
  /** By the name that the add-on has for them; `false` for one that the description lacks. */
  readonly operations: Readonly<Record<string, AddonOperationView | false>>;
  readonly parts: readonly PartView[];
  /** The constants of `src/dates.ts` that the parts mention. */
  readonly partDates: readonly string[];
}
