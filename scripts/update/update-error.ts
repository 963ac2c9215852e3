/** A step of the update failed for a reason that the maintainer can mend. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
