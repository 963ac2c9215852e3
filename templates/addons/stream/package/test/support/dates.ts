/** The `Date` expected for a date-time in a response: nanoseconds since 1970, or an RFC 3339 text. */
export function toDate(value: unknown): Date {
  if (typeof value !== 'number') return new Date(String(value));
  return new Date(Number((BigInt(value) + 500_000n) / 1_000_000n));
}
