import type { Figures } from '../figures.js';

export interface PartOptions {
  /** How often each whole process is measured. */
  readonly runs: number;
  readonly figures: Figures;
  /** Tells what is going on. */
  tell(message: string): void;
}

/** A part of the benchmark, which `--only` can ask for. */
export interface Part {
  readonly name: string;
  readonly title: string;
  run(options: PartOptions): Promise<void>;
}
