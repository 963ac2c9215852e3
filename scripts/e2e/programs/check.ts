/** One promise of the packages, tried where they are installed. */
export interface Check {
  readonly name: string;
  /** Rejects when the promise is not kept. */
  run(): Promise<void>;
}

/** @throws {Error} unless both are the same as JSON. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what} is ${is}, and should be ${should}`);
}

/** @throws {Error} unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`it does not hold that ${what}`);
}

/** What a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('the call succeeded, and should have failed');
    },
    (error: unknown) => error,
  );
}

/**
 * Runs the checks one after the other.
 *
 * @returns the names of all, when all have passed.
 * @throws {Error} with the name of the first that has not.
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
