/** The date-time that a reply should give for what was sent: nanoseconds since 1970, or a text of RFC 3339. */
export function toDate(value: unknown): Date {
  if (typeof value !== 'number') return new Date(String(value));
  return new Date(Number((BigInt(value) + 500_000n) / 1_000_000n));
}
