/** What repeated measurements say together. */
export interface Summary {
  readonly median: number;
  /** The middle half of the samples, from its lower to its upper end, as a share of the median. */
  readonly spread: number;
  readonly runs: number;
}

/** @throws {RangeError} without samples. */
export function summarise(samples: readonly number[]): Summary {
  const median = quantile(samples, 0.5);
  const spread = median === 0 ? 0 : (quantile(samples, 0.75) - quantile(samples, 0.25)) / median;
  return { median, spread, runs: samples.length };
}

/**
 * The value below which a share of the samples lies; between two samples, in proportion.
 *
 * @param share from 0, the least, to 1, the greatest.
 * @throws {RangeError} without samples.
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('Nothing was measured.');
  return below + (above - below) * (place - Math.floor(place));
}
