import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** Names of parts; empty: all. */
  readonly only: readonly string[];
  /** How often each whole process is measured. */
  readonly runs: number;
  readonly quick: boolean;
  /** Keeps what the quick form measures as what later ones are held to. */
  readonly store: boolean;
}

const LEAST_RUNS = 5;

/**
 * @param parts the names of all parts.
 * @throws {Error} that tells how the command is used.
 */
export function readArguments(words: readonly string[], parts: readonly string[]): BenchArguments {
  const usage = `Usage: npm run bench -- [--only PART ...] [--runs N, ${LEAST_RUNS} or more] | --quick [--store]\nParts: ${parts.join(', ')}`;
  const values = parse(words, usage);
  const unknown = (values.only ?? []).filter((name) => !parts.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}.\n${usage}`);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < LEAST_RUNS) throw new Error(`--runs ${values.runs} can't be.\n${usage}`);
  if (values.store && !values.quick) throw new Error(`--store goes with --quick.\n${usage}`);
  return { only: values.only ?? [], runs, quick: values.quick, store: values.store };
}

function parse(words: readonly string[], usage: string) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        only: { type: 'string', multiple: true },
        runs: { type: 'string', default: String(LEAST_RUNS) },
        quick: { type: 'boolean', default: false },
        store: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
