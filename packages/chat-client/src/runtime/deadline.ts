import { onAbort } from './abort.js';
import { ChatAbortError, type ChatError, ChatTimeoutError, type ErrorContext } from './errors/index.js';

/** The longest time that a timer can hold; a longer one would fire at once. */
export const longestTimer = 2 ** 31 - 1;

/** The time of one call: ends its tries and waits when the caller aborts or a limit passes. */
export interface Deadline {
  /**
   * Aborts, with the call's error as its reason, when the caller aborts or `totalTimeout` passes. Absent where neither can happen:
   * a signal costs as much as the rest of a call.
   */
  readonly signal: AbortSignal | undefined;
  /** The work's result, if it comes while the call may last; the work is not begun when that time is over. */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work under `timeout`; its signal ends with it. Settles in time even if the work ignores the signal. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /**
   * The work's result, if it comes within `timeout`.
   * @param onTimeout gets the error of work that does not
   */
  bound<T>(work: () => Promise<T>, onTimeout?: (error: ChatError) => void): Promise<T>;
  /**
   * A timer cannot fire while a large reply is being decoded.
   * @param begun when the last try began, if its time counts, too
   * @throws {ChatTimeoutError} when the time is over.
   */
  check(begun: number | undefined): void;
  /** Milliseconds that are left of `totalTimeout`. */
  left(): number;
  /** Removes the timer and the listener. Nothing can be run after it. */
  end(): void;
}

export interface DeadlineSettings {
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly totalTimeout: number;
  readonly signal: AbortSignal | undefined;
  readonly context: ErrorContext;
}

/** The caller's signal is listened to for as long as the call lasts, however many tries it takes. */
export function startDeadline({ timeout, totalTimeout, signal, context }: DeadlineSettings): Deadline {
  const start = performance.now();
  const call = signal || totalTimeout < Number.POSITIVE_INFINITY ? new AbortController() : undefined;
  let current: AbortController | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let stopped: ChatError | undefined;
  /** Rejects what is under way; without effect on what is done. */
  let fail: ((error: ChatError) => void) | undefined;
  const stop = (error: ChatError) => {
    stopped ??= error;
    fail?.(stopped);
    current?.abort(stopped);
    call?.abort(stopped);
  };
  const aborted = () => stop(new ChatAbortError('aborted by its signal', context));
  const left = () => start + totalTimeout - performance.now();
  const outOfTime = () => new ChatTimeoutError('totalTimeout', totalTimeout, context);
  const outOfTry = () => new ChatTimeoutError('timeout', timeout, context);
  const totalTimer = startTimer(() => stop(outOfTime()), totalTimeout);
  const ignoreSignal = signal && onAbort(signal, aborted);
  if (signal?.aborted) aborted();
  const bound = <T>(work: () => Promise<T>, onTimeout?: (error: ChatError) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = startTimer(() => {
        const error = outOfTry();
        onTimeout?.(error);
        reject(error);
      }, timeout);
      if (timer !== undefined) timers.add(timer);
      const done = () => {
        clearTimeout(timer);
        if (timer !== undefined) timers.delete(timer);
      };
      work().then(resolve, reject).finally(done);
    });

  return {
    signal: call?.signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        fail = reject;
        if (stopped) reject(stopped);
        else work().then(resolve, reject);
      }),
    bound,
    async run(work) {
      if (stopped) throw stopped;
      const controller = new AbortController();
      current = controller;
      try {
        return await bound(() => work(controller.signal));
      } catch (error) {
        controller.abort(error);
        throw error;
      }
    },
    check(begun) {
      if (left() <= 0) throw outOfTime();
      if (begun !== undefined && performance.now() - begun >= timeout) throw outOfTry();
    },
    left,
    end() {
      clearTimeout(totalTimer);
      for (const timer of timers) clearTimeout(timer);
      ignoreSignal?.();
    },
  };
}

function startTimer(action: () => void, milliseconds: number): ReturnType<typeof setTimeout> | undefined {
  return milliseconds <= longestTimer ? setTimeout(action, milliseconds) : undefined;
}
