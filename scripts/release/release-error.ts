/** A release stops: one sentence says why, and what to do. Nothing was changed. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
