/** How many times what it stands on something of ours costs, by its title. */
export type Ratios = Readonly<Record<string, number>>;

/** So much worse than what is stored a ratio may get: a quarter. */
export const TOLERANCE = 1.25;

export interface RatioVerdict {
  readonly title: string;
  readonly ratio: number;
  /** `undefined` where none is stored. */
  readonly stored: number | undefined;
  readonly isKept: boolean;
}

/** A ratio without a stored one is not kept, nor is a stored one that was not measured: neither can be compared. */
export function compareRatios(measured: Ratios, stored: Ratios): readonly RatioVerdict[] {
  const titles = new Set([...Object.keys(measured), ...Object.keys(stored)]);
  return [...titles].map((title) => {
    const ratio = measured[title] ?? Number.NaN;
    const limit = stored[title];
    return { title, ratio, stored: limit, isKept: limit !== undefined && ratio <= limit * TOLERANCE };
  });
}
