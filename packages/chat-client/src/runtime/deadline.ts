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

  async function guard<T>(begin: (reject: (error: ChatError) => void) => { result: Promise<T>; done: () => void }) {
    if (stopped) throw stopped;
    let done: (() => void) | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        fail = reject;
        const begun = begin((error) => fail?.(error));
        done = begun.done;
        begun.result.then(resolve, reject);
      });
    } finally {
      fail = undefined;
      done?.();
    }
  }

  return {
    run(work) {
      const begun = performance.now();
      const controller = new AbortController();
      return guard((reject) => {
        const timer = startTimer(() => reject(new ChatTimeoutError('timeout', timeout, context)), timeout);
        const result = work(controller.signal).then((value) => {
          // A timer cannot fire while a large reply is being decoded.
          if (left() <= 0) throw new ChatTimeoutError('totalTimeout', totalTimeout, context);
          if (performance.now() - begun >= timeout) throw new ChatTimeoutError('timeout', timeout, context);
          return value;
        });
        return { result, done: () => clearTimeout(timer) };
      }).catch((error: unknown) => {
        controller.abort(error);
        throw error;
      });
    },
    wait(milliseconds) {
      return guard(() => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const result = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, Math.min(milliseconds, longestTimer));
        });
        return { result, done: () => clearTimeout(timer) };
      });
    },
    race: (work) => guard(() => ({ result: work(), done: () => undefined })),
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
