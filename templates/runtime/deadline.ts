import { onAbort } from './abort.js';
import { ChatAbortError, type ChatError, ChatTimeoutError, type ErrorContext } from './errors/index.js';

/** The longest time that a timer can hold; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The time of one call: ends its tries and waits when the caller aborts or a limit passes. */
export interface Deadline {
  /** Runs one try under `timeout`; the signal ends with it. Settles in time even if the work ignores the signal. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Waits, but no longer than the call may last. */
  wait(milliseconds: number): Promise<void>;
  /** The work's result, if it comes while the call may last; the work is not begun when that time is over. */
  race<T>(work: () => Promise<T>): Promise<T>;
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
  let stopped: ChatError | undefined;
  /** Rejects what is under way; without effect on what is done. */
  let fail: ((error: ChatError) => void) | undefined;
  const stop = (error: ChatError) => {
    stopped ??= error;
    fail?.(stopped);
  };
  const aborted = () => stop(new ChatAbortError('aborted by its signal', context));
  const left = () => start + totalTimeout - performance.now();
  const outOfTime = () => stop(new ChatTimeoutError('totalTimeout', totalTimeout, context));
  const totalTimer = startTimer(outOfTime, totalTimeout);
  const ignoreSignal = signal && onAbort(signal, aborted);
  if (signal?.aborted) aborted();

  const race = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      fail = reject;
      if (stopped) reject(stopped);
      else work().then(resolve, reject);
    });

  return {
    race,
    async run(work) {
      const begun = performance.now();
      const controller = new AbortController();
      const outOfTry = () => new ChatTimeoutError('timeout', timeout, context);
      const timer = startTimer(() => fail?.(outOfTry()), timeout);
      try {
        const value = await race(() => work(controller.signal));
        // A timer cannot fire while a large reply is being decoded.
        const end = performance.now();
        if (end - start >= totalTimeout) throw new ChatTimeoutError('totalTimeout', totalTimeout, context);
        if (end - begun >= timeout) throw outOfTry();
        return value;
      } catch (error) {
        controller.abort(error);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    async wait(milliseconds) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const pause = (): Promise<void> =>
        new Promise((resolve) => {
          timer = setTimeout(resolve, Math.min(milliseconds, longestTimer));
        });
      await race(pause).finally(() => clearTimeout(timer));
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
