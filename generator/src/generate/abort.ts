import { setImmediate } from 'node:timers/promises';

/**
 * Between two steps of a run: rejects with the signal's reason if it was aborted. Timers and events, which could abort it, do not run
 * during a step.
 */
export async function endIfAborted(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await setImmediate();
  signal.throwIfAborted();
}
