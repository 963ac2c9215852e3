/** The answers or failures that a test sets for an operation. */
export interface Planned<T> {
  readonly what: string;
  readonly name: string;
  readonly value: T;
  left: number;
  isUsed: boolean;
}

/** Adds a plan for an operation. A plan for all requests replaces an earlier one. */
export function plan<T>(
  all: Planned<T>[],
  what: string,
  name: string,
  value: T,
  times = Number.POSITIVE_INFINITY,
): void {
  const isForAll = times === Number.POSITIVE_INFINITY;
  const before = all.findIndex((one) => one.name === name && one.left === Number.POSITIVE_INFINITY);
  const planned = { what, name, value, left: times, isUsed: false };
  all.splice(before < 0 ? all.length : before, isForAll && before >= 0 ? 1 : 0, planned);
}

/** The plan for a request of an operation. */
export function taken<T>(all: readonly Planned<T>[], name: string): Planned<T> | undefined {
  const planned = all.find((one) => one.name === name && one.left > 0);
  if (!planned) return undefined;
  planned.left--;
  planned.isUsed = true;
  return planned;
}

export function isUnused({ left, isUsed }: Planned<unknown>): boolean {
  return !isUsed || (left > 0 && left < Number.POSITIVE_INFINITY);
}
