import { layOut } from '../common/script.js';

/** How a measure is printed, and whether figures of two contestants are compared. */
export const MEASURES = {
  time: { title: 'seconds', decimals: 2, isCompared: true },
  processor: { title: 'CPU seconds', decimals: 2, isCompared: true },
  memory: { title: 'peak MiB', decimals: 0, isCompared: true },
  written: { title: 'KiB written', decimals: 0, isCompared: false },
  files: { title: 'files', decimals: 0, isCompared: false },
  needless: { title: 'files rewritten unchanged', decimals: 0, isCompared: false },
  call: { title: 'us a call', decimals: 1, isCompared: true },
  work: { title: 'us of CPU', decimals: 1, isCompared: true },
  allocated: { title: 'bytes a call', decimals: 0, isCompared: true },
  rate: { title: 'calls a second', decimals: 0, isCompared: true },
  minified: { title: 'bytes minified', decimals: 0, isCompared: true },
  gzip: { title: 'bytes gzip', decimals: 0, isCompared: true },
  brotli: { title: 'bytes brotli', decimals: 0, isCompared: true },
  import: { title: 'ms', decimals: 2, isCompared: true },
  check: { title: 'seconds of checking', decimals: 3, isCompared: true },
  instantiations: { title: 'instantiations', decimals: 0, isCompared: true },
  compiler: { title: 'MB of the compiler', decimals: 0, isCompared: true },
} as const;

export type Measure = keyof typeof MEASURES;

/** What is measured: a part of the benchmark, a document, request or compiler, and the contestant. */
interface Turn {
  readonly part: string;
  readonly subject: string;
  readonly contestant: string;
}

interface Figure extends Turn {
  readonly measure: Measure;
  readonly samples: number[];
}

/** All figures of a run. */
export class Figures {
  readonly #figures = new Map<string, Figure>();
  readonly absences: (Turn & { readonly reason: string })[] = [];

  add(turn: Turn, measured: Readonly<Partial<Record<Measure, number>>>): void {
    for (const measure of Object.keys(MEASURES) as Measure[]) {
      const sample = measured[measure];
      if (sample === undefined) continue;
      const { part, subject, contestant } = turn;
      const name = [part, subject, measure, contestant].join(' / ');
      const figure = this.#figures.get(name) ?? { ...turn, measure, samples: [] };
      figure.samples.push(sample);
      this.#figures.set(name, figure);
    }
  }

  /** Lets a contestant take its turn. If it fails, its row shows the reason, and it has no further turns. */
  async attempt(turn: Turn, act: () => Promise<void>): Promise<void> {
    const isSame = (absence: Turn): boolean =>
      (['part', 'subject', 'contestant'] as const).every((key) => absence[key] === turn[key]);
    if (this.absences.some(isSame)) return;
    try {
      await act();
    } catch (error) {
      this.absences.push({ ...turn, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  get all(): readonly Figure[] {
    return [...this.#figures.values()];
  }

  /** @param name such as `generation / github / time / ours`. */
  median(name: string): number | undefined {
    const figure = this.#figures.get(name);
    return figure && quantile(figure.samples, 0.5);
  }

  /** The ratio of two contestants' medians; `NaN` if one was not measured. */
  ratio(name: string, of: string, against: string): number {
    return (this.median(`${name} / ${of}`) ?? Number.NaN) / (this.median(`${name} / ${against}`) ?? Number.NaN);
  }

  /** One table for each subject of a part: medians with half the interquartile range, and `ours / theirs`. */
  table(part: string): string {
    const own = this.all.filter((figure) => figure.part === part);
    const subjects = new Set(own.map(({ subject }) => subject));
    const tables = [...subjects].map((subject) =>
      subjectTable(
        subject,
        own.filter((figure) => figure.subject === subject),
      ),
    );
    const absences = this.absences
      .filter((absence) => absence.part === part)
      .map(({ subject, contestant, reason }) => `${subject}: ${contestant} has no figures: ${reason}`);
    return [...tables, ...absences].join('\n\n');
  }
}

/** A quantile of the samples, interpolated. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

function subjectTable(subject: string, figures: readonly Figure[]): string {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const contestants = [...new Set(['ours', ...figures.map(({ contestant }) => contestant)])];
  const find = (contestant: string, measure: Measure): readonly number[] | undefined =>
    figures.find((figure) => figure.contestant === contestant && figure.measure === measure)?.samples;
  const head = measures.flatMap((measure) => {
    const { title, isCompared } = MEASURES[measure];
    return isCompared ? [title, 'ours/it'] : [title];
  });
  const rows = contestants.map((contestant) => {
    const cells = measures.flatMap((measure) => {
      const { decimals, isCompared } = MEASURES[measure];
      const samples = find(contestant, measure);
      if (samples === undefined) return isCompared ? ['', ''] : [''];
      const median = quantile(samples, 0.5);
      const spread = (quantile(samples, 0.75) - quantile(samples, 0.25)) / median || 0;
      const text = format(median, decimals) + (spread === 0 ? '' : ` ±${Math.round(spread * 50)}%`);
      if (!isCompared) return [text];
      const base = contestant === 'ours' ? undefined : find('ours', measure);
      return [text, base === undefined ? '' : ratioText(quantile(base, 0.5) / median)];
    });
    return [contestant, ...cells];
  });
  const runs = Math.max(...figures.map(({ samples }) => samples.length));
  return `${layOut([[subject, ...head], ...rows])}\n(medians of ${runs}, with the width of the middle half)`;
}

/** A requirement for a run. `of` and `against` are names of figures; without `against`, the figure itself is limited. */
export interface Budget {
  readonly title: string;
  readonly of: string;
  readonly against?: string;
  /** How the two are compared. */
  readonly by?: 'ratio' | 'difference';
  readonly at: 'most' | 'least';
  /** The target of the project. */
  readonly bar: number;
  /** Beyond this the benchmark fails: the target, or if that is missed, the current value with some margin. */
  readonly budget: number;
}

/** The result of each budget of the parts that ran; a figure that was not measured fails its budget. */
export function judge(budgets: readonly Budget[], figures: Figures, parts: readonly string[]) {
  return budgets
    .filter(({ of }) => parts.some((part) => of.startsWith(`${part} / `)))
    .map((budget) => {
      const { of, against, by, at } = budget;
      const own = figures.median(of) ?? Number.NaN;
      const other = against === undefined ? undefined : (figures.median(against) ?? Number.NaN);
      const value = other === undefined ? own : by === 'difference' ? own - other : own / other;
      const holds = (limit: number): boolean => (at === 'most' ? value <= limit : value >= limit);
      return { ...budget, value, isBarMet: holds(budget.bar), isKept: holds(budget.budget) };
    });
}

export function verdictTable(verdicts: ReturnType<typeof judge>): string {
  const rows = verdicts.map(({ title, value, at, bar, isBarMet, budget, isKept }) => {
    const sign = at === 'most' ? '<=' : '>=';
    const marks = [isBarMet ? 'met' : 'missed', `${sign} ${budget}`, isKept ? 'kept' : 'EXCEEDED'];
    return [title, Number.isNaN(value) ? 'not measured' : ratioText(value), `${sign} ${bar}`, ...marks];
  });
  return layOut([['target', 'now', 'limit', '', 'budget', ''], ...rows]);
}

/** How much worse than the stored one a ratio of the quick form may be: a quarter. */
export const TOLERANCE = 1.25;

/** Our cost relative to our dependencies, by title. */
export type Ratios = Readonly<Record<string, number>>;

/** A ratio without a stored one fails, and so does a stored one that was not measured: neither can be compared. */
export function compareRatios(measured: Ratios, stored: Ratios) {
  return [...new Set([...Object.keys(measured), ...Object.keys(stored)])].map((title) => {
    const ratio = measured[title] ?? Number.NaN;
    const limit = stored[title] ?? Number.NaN;
    return { title, ratio, limit, isKept: ratio <= limit * TOLERANCE };
  });
}

function ratioText(value: number): string {
  return Math.abs(value) >= 100 ? format(value, 0) : value.toFixed(2);
}

function format(value: number, decimals: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/**
 * Lets contestants take turns, so that other load on the machine affects all of them equally. Each round starts with another one;
 * the first round is discarded.
 */
export async function interleave<Contestant>(
  contestants: readonly Contestant[],
  rounds: number,
  turn: (contestant: Contestant, counts: boolean) => Promise<void>,
): Promise<void> {
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      await turn(contestant, round > 0);
    }
  }
}
