/** Decimal digits that a number represents exactly. Larger ones are rounded: billionths of a second since 1970 by up to 128. */
const certainDigits = 15;
const uncertainty = 256n;

/**
 * Formats a number that counts parts of a millisecond since 1970 as RFC 3339, for a page that starts after this time: exact if
 * the number is, otherwise slightly earlier, so that no item is skipped. The iteration removes repeated items.
 */
export function dateText(value: number, perMillisecond: number): string {
  const perSecond = BigInt(perMillisecond) * 1000n;
  const digits = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 });
  const isExact = digits.replace(/^-|0+$/g, '').length <= certainDigits;
  const exact = BigInt(digits) - (isExact ? 0n : uncertainty);
  const rest = ((exact % perSecond) + perSecond) % perSecond;
  const seconds = new Date(Number((exact - rest) / perSecond) * 1000).toISOString();
  return seconds.replace('.000Z', `.${String(rest).padStart(String(perSecond).length - 1, '0')}Z`);
}
