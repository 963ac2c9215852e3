/** The `Date` expected for a date-time in a response: an RFC 3339 text. */
export function toDate(value: unknown): Date {
  return new Date(String(value));
}
