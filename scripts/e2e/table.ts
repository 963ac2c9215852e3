import type { Consumer, Outcome } from './consumer.js';

/** One line about a consumer: what became of it, where it ran, what it is, how long it took. */
export function row({ runtime, name }: Pick<Consumer, 'runtime' | 'name'>, outcome: Outcome): string {
  const end = outcome.status === 'not run' ? outcome.reason : `${outcome.seconds.toFixed(1)} s`;
  return `${outcome.status.padEnd(8)} ${runtime.padEnd(24)} ${name.padEnd(44)} ${end.padStart(7)}`;
}

/** All of them, in their own order and not in that in which they came to an end. */
export function table(outcomes: ReadonlyMap<Consumer, Outcome>): string {
  return [...outcomes].map(([consumer, outcome]) => row(consumer, outcome)).join('\n');
}

/** How many of each. */
export function total(outcomes: ReadonlyMap<unknown, Outcome>): string {
  return (['passed', 'failed', 'not run'] as const).map((status) => `${count(outcomes, status)} ${status}`).join(', ');
}

/** Whether none has failed, and at most one could not be run. */
export function isEnough(outcomes: ReadonlyMap<unknown, Outcome>): boolean {
  return outcomes.size > 0 && count(outcomes, 'failed') === 0 && count(outcomes, 'not run') <= 1;
}

function count(outcomes: ReadonlyMap<unknown, Outcome>, status: Outcome['status']): number {
  return [...outcomes.values()].filter((outcome) => outcome.status === status).length;
}
