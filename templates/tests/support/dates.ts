/** The date-time that a reply should give for what was sent: a text of RFC 3339. */
export function toDate(value: unknown): Date {
  return new Date(String(value));
}
