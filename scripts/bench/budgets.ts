import type { Figures } from './figures.js';

/**
 * What must hold of one run. `of` and `against` are names of figures, as `formatName` gives them; without `against`, the
 * figure itself counts.
 */
export interface Budget {
  readonly title: string;
  readonly of: string;
  readonly against?: string;
  /** How the two are compared. */
  readonly by?: 'ratio' | 'difference';
  readonly at: 'most' | 'least';
  /** What the project is after. */
  readonly bar: number;
  /** Beyond this the benchmark fails: the bar, or where that is missed, what holds today with some air. */
  readonly budget: number;
}

export interface Verdict {
  readonly budget: Budget;
  /** `undefined` when a figure was not measured. */
  readonly value: number | undefined;
  readonly isBarMet: boolean;
  readonly isKept: boolean;
}

/** @param parts the parts that were run: budgets of others are left out. */
export function judge(budgets: readonly Budget[], figures: Figures, parts: readonly string[]): readonly Verdict[] {
  return budgets
    .filter(({ of }) => parts.some((part) => of.startsWith(`${part} / `)))
    .map((budget) => {
      const value = compare(budget, figures);
      const holds = (limit: number): boolean =>
        value !== undefined && (budget.at === 'most' ? value <= limit : value >= limit);
      return { budget, value, isBarMet: holds(budget.bar), isKept: holds(budget.budget) };
    });
}

function compare({ of, against, by = 'ratio' }: Budget, figures: Figures): number | undefined {
  const own = figures.summary(of)?.median;
  if (own === undefined || against === undefined) return own;
  const other = figures.summary(against)?.median;
  if (other === undefined) return undefined;
  return by === 'difference' ? own - other : own / other;
}
