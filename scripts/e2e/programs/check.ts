/** One property of the packages, tested where they are installed. */
export interface Check {
  readonly name: string;
  /** Rejects if the check fails. */
  run(): Promise<void>;
}

/** @throws {Error} unless both are the same as JSON. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what} is ${is}, not ${should}`);
}

/** @throws {Error} unless the condition is true. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not true: ${what}`);
}

/** The reason that a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('the call did not fail');
    },
    (error: unknown) => error,
  );
}

/**
 * Runs the checks in order.
 *
 * @returns the names of all, if all have passed.
 * @throws {Error} with the name of the first that failed.
 */
export async function runChecks(checks: readonly Check[]): Promise<string[]> {
  const passed: string[] = [];
  for (const { name, run } of checks) {
    try {
      await run();
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    passed.push(name);
  }
  return passed;
}
