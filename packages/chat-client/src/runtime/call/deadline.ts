import { ChatAbortError, type ChatError, ChatTimeoutError, type ErrorContext } from '../errors/index.js';
import type { Settings } from '../options.js';
import { onAbort } from './abort.js';

/** The longest delay of a timer; a longer one would fire immediately. */
export const longestTimer = 0x7fff_ffff;

/** The time limits of one call: aborts requests and waits when the caller aborts or a limit passes. */
export interface Deadline {
  /**
   * Aborts with the call's error as its reason when the caller aborts or `totalTimeout` passes. Absent if neither can happen:
   * creating a signal costs as much as the rest of a call.
   */
  readonly signal: AbortSignal | undefined;
  /**
   * Returns the result of the work, or rejects when the caller aborts or `totalTimeout` passes. The work is not started after
   * that.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** The same, and rejects after `timeout`. The signal of the work aborts at its end. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /**
   * Checks the time limits after synchronous work, during which timers cannot fire.
   * @param begun when the last attempt started, to check `timeout` as well
   * @throws {ChatTimeoutError} if a limit has passed.
   */
  check(begun: number | undefined): void;
  /** Milliseconds left of `totalTimeout`. */
  left(): number;
  /** Removes the timer and the listener. Must be called last. */
  end(): void;
}

/**
 * Listens to the caller's signal once per call, whatever the number of attempts.
 * @param own receives the deadline's errors
 */
export function startDeadline(
  { timeout, totalTimeout }: Pick<Settings, 'timeout' | 'totalTimeout'>,
  signal: AbortSignal | undefined,
  context: ErrorContext,
  own: unknown[],
): Deadline {
  const start = performance.now();
  const call = signal || totalTimeout < Number.POSITIVE_INFINITY ? new AbortController() : undefined;
  const registered = (error: ChatError) => {
    own.push(error);
    return error;
  };
  const aborted = () => call?.abort(registered(new ChatAbortError('aborted by its signal', context)));
  const outOfTime = () => registered(new ChatTimeoutError('totalTimeout', totalTimeout, context));
  const outOfTry = () => registered(new ChatTimeoutError('timeout', timeout, context));
  const left = () => start + totalTimeout - performance.now();
  const totalTimer = startTimer(() => call?.abort(outOfTime()), totalTimeout);
  const ignoreSignal = signal && onAbort(signal, aborted);
  if (signal?.aborted) aborted();

  function race<T>(work: () => Promise<T>): Promise<T> {
    if (!call) return work();
    const { signal } = call;
    return new Promise((resolve, reject) => {
      const stop = () => reject(signal.reason);
      if (signal.aborted) return stop();
      const ignore = onAbort(signal, stop);
      work().then(resolve, reject).finally(ignore);
    });
  }

  return {
    signal: call?.signal,
    race,
    run(work) {
      const controller = new AbortController();
      let timer: ReturnType<typeof startTimer>;
      const limit = new Promise<never>((_, reject) => {
        timer = startTimer(() => reject(outOfTry()), timeout);
      });
      return race(() => Promise.race([work(controller.signal), limit])).finally(() => {
        clearTimeout(timer);
        controller.abort();
      });
    },
    check(begun) {
      if (left() <= 0) throw outOfTime();
      if (begun !== undefined && performance.now() - begun >= timeout) throw outOfTry();
    },
    left,
    end() {
      clearTimeout(totalTimer);
      ignoreSignal?.();
    },
  };
}

function startTimer(action: () => void, milliseconds: number): ReturnType<typeof setTimeout> | undefined {
  return milliseconds <= longestTimer ? setTimeout(action, milliseconds) : undefined;
}
