import { type ParseArgsConfig, parseArgs } from 'node:util';

interface Flag {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  readonly multiple?: boolean;
}

type Value<F extends Flag> = F extends { type: 'boolean' }
  ? boolean
  : F extends { multiple: true }
    ? readonly string[]
    : F extends { default: string }
      ? string
      : string | undefined;

/** The parsed command line of a script. */
export interface Call<Flags extends Readonly<Record<string, Flag>>> {
  readonly flags: { readonly [Name in keyof Flags]: Value<Flags[Name]> };
  /** Positional arguments. */
  readonly words: readonly string[];
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** The command line is invalid. */
export class UsageError extends Error {}

/** A failure that is explained by its message: it is printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a script. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
 *
 * @param usage what `--help` prints.
 * @param main whether all is as it should be.
 * @param mostWords the maximum number of positional arguments.
 */
export async function runScript<const Flags extends Readonly<Record<string, Flag>>>(
  usage: string,
  options: Flags,
  main: (call: Call<Flags>) => boolean | Promise<boolean>,
  mostWords = 0,
): Promise<void> {
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());
  try {
    const { flags, words, help } = readCommandLine(process.argv.slice(2), options);
    const surplus = words[mostWords];
    if (surplus !== undefined) throw new UsageError(`Unexpected argument: ${surplus}.`);
    if (help) process.stdout.write(usage);
    else if (!(await main({ flags, words, signal: interruption.signal }))) process.exitCode = 1;
  } catch (error) {
    if (interruption.signal.aborted) process.exitCode = 130;
    else process.exitCode = error instanceof UsageError ? 2 : 1;
    if (process.exitCode === 130) console.error('Interrupted.');
    else if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
    else console.error(error instanceof Failure ? error.message : error);
  }
}

/** @throws {UsageError} with one sentence. */
export function readCommandLine<const Flags extends Readonly<Record<string, Flag>>>(
  args: readonly string[],
  options: Flags,
): Pick<Call<Flags>, 'flags' | 'words'> & { readonly help: boolean } {
  try {
    const known: ParseArgsConfig['options'] = { ...options, help: { type: 'boolean', short: 'h' } };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: known });
    const absent = Object.entries<Flag>(options).map(([name, { type, multiple }]) => {
      return [name, type === 'boolean' ? false : multiple ? [] : undefined];
    });
    const flags = { ...Object.fromEntries(absent), ...values };
    return { flags, words: positionals, help: values['help'] === true };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message);
  }
}

/** Prints the result of each part of a script, and counts. */
export class Tally {
  passed = 0;
  failed = 0;

  /** @param faults empty if it passed. */
  add(name: string, faults: readonly string[], detail = ''): void {
    const isWell = faults.length === 0;
    if (isWell) this.passed += 1;
    else this.failed += 1;
    console.log(`${isWell ? 'passed' : 'FAILED'}  ${name.padEnd(60)}  ${detail}`.trimEnd());
    for (const fault of faults) console.log(fault.replace(/^/gm, '        '));
  }

  /** Runs a part and adds it with its duration. `act` returns what is wrong, if anything. */
  async run(name: string, act: () => Promise<readonly string[]> | Promise<void>): Promise<void> {
    let faults: readonly string[] = [];
    const duration = await timed(async () => {
      faults = (await act()) ?? [];
    });
    this.add(name, faults, duration);
  }

  /** Prints the counts. Returns whether something passed and nothing failed. */
  end(): boolean {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.passed > 0 && this.failed === 0;
  }
}

/** Runs something, and returns how long it took, such as `12 s`. */
export async function timed(act: () => unknown): Promise<string> {
  const started = performance.now();
  await act();
  return `${((performance.now() - started) / 1000).toFixed(0)} s`;
}

/** @throws {Failure} unless the output contains all texts. */
export function expectText(output: string, ...texts: readonly string[]): void {
  for (const text of texts) if (!output.includes(text)) throw new Failure(`Expected "${text}" in:\n${output}`);
}

/** Aligns cells in columns: the first to the left, the others to the right. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column));
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
