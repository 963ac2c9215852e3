import { type Summary, summarise } from './statistics.js';

/** How a measure is shown. */
interface MeasureRule {
  readonly title: string;
  readonly decimals: number;
  /** Whether the figures of two contestants are laid against each other. */
  readonly isCompared: boolean;
}

export const MEASURES = {
  time: { title: 'seconds', decimals: 2, isCompared: true },
  processor: { title: 'CPU seconds', decimals: 2, isCompared: true },
  memory: { title: 'peak MiB', decimals: 0, isCompared: true },
  written: { title: 'KiB written', decimals: 0, isCompared: false },
  files: { title: 'files', decimals: 0, isCompared: false },
  needless: { title: 'files rewritten as they were', decimals: 0, isCompared: false },
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
} as const satisfies Readonly<Record<string, MeasureRule>>;

export type Measure = keyof typeof MEASURES;

/** What was measured of whom: the name of a figure is these four, such as `generation / github / time / ours`. */
export interface FigureName {
  readonly part: string;
  /** What the contestants were given: a description, a request, a compiler. */
  readonly subject: string;
  readonly measure: Measure;
  readonly contestant: string;
}

export interface Figure extends FigureName {
  readonly samples: readonly number[];
}

/** Why a contestant has no figures. */
export interface Absence {
  readonly part: string;
  readonly subject: string;
  readonly contestant: string;
  readonly reason: string;
}

/** All that one run measures. */
export class Figures {
  readonly #samples = new Map<string, { readonly name: FigureName; readonly samples: number[] }>();
  readonly absences: Absence[] = [];

  /** Adds one sample to a figure. */
  add(name: FigureName, sample: number): void {
    const key = formatName(name);
    const figure = this.#samples.get(key) ?? { name, samples: [] };
    figure.samples.push(sample);
    this.#samples.set(key, figure);
  }

  /** In the order in which they were first measured. */
  get all(): readonly Figure[] {
    return [...this.#samples.values()].map(({ name, samples }) => ({ ...name, samples }));
  }

  /** @param name as `formatName` gives it. */
  summary(name: string): Summary | undefined {
    const figure = this.#samples.get(name);
    return figure === undefined ? undefined : summarise(figure.samples);
  }
}

export function formatName({ part, subject, measure, contestant }: FigureName): string {
  return [part, subject, measure, contestant].join(' / ');
}
