import { onAbort } from './abort.js';
import { ChatAbortError, type ChatError, ChatTimeoutError, type ErrorContext } from './errors/index.js';

/** The longest time that a timer can hold; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The time of one call: ends its tries and waits when the caller aborts or a limit passes. */
export interface Deadline {
  /** Aborts, with the call's error as its reason, when the caller aborts or `totalTimeout` passes. */
  readonly signal: AbortSignal;
  /** The work's result, if it comes while the call may last; the work is not begun when that time is over. */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** Runs one try under `timeout`; its signal ends with it. Settles in time even if the work ignores the signal. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Bounds what comes before and after a try, hooks above all: no more than `timeout` beyond a wait of these milliseconds. */
  allow(wait: number): void;
  /**
   * A timer cannot fire while a large reply is being decoded.
   * @throws {ChatTimeoutError} when the time of the last try or of the call is over.
   */
  check(): void;
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
  const call = new AbortController();
  let trial: AbortController | undefined;
  let begun = start;
  /** Of a try, or of what is between two tries. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let stopped: ChatError | undefined;
  /** Rejects what is under way; without effect on what is done. */
  let fail: ((error: ChatError) => void) | undefined;
  const stop = (error: ChatError) => {
    stopped ??= error;
    fail?.(stopped);
    trial?.abort(stopped);
    call.abort(stopped);
  };
  const aborted = () => stop(new ChatAbortError('aborted by its signal', context));
  const left = () => start + totalTimeout - performance.now();
  const outOfTime = () => new ChatTimeoutError('totalTimeout', totalTimeout, context);
  const outOfTry = () => new ChatTimeoutError('timeout', timeout, context);
  const totalTimer = startTimer(() => stop(outOfTime()), totalTimeout);
  const ignoreSignal = signal && onAbort(signal, aborted);
  if (signal?.aborted) aborted();
  const check = () => {
    if (left() <= 0) throw outOfTime();
    if (performance.now() - begun >= timeout) throw outOfTry();
  };

  return {
    signal: call.signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        fail = reject;
        if (stopped) reject(stopped);
        else work().then(resolve, reject);
      }),
    allow(wait) {
      clearTimeout(timer);
      if (!ended) timer = startTimer(() => stop(outOfTry()), timeout + wait);
    },
    async run(work) {
      clearTimeout(timer);
      if (stopped) throw stopped;
      begun = performance.now();
      const controller = new AbortController();
      trial = controller;
      try {
        return await new Promise((resolve, reject) => {
          timer = startTimer(() => reject(outOfTry()), timeout);
          work(controller.signal).then(resolve, reject);
        });
      } catch (error) {
        controller.abort(error);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    check,
    left,
    end() {
      ended = true;
      clearTimeout(totalTimer);
      clearTimeout(timer);
      ignoreSignal?.();
    },
  };
}

function startTimer(action: () => void, milliseconds: number): ReturnType<typeof setTimeout> | undefined {
  return milliseconds <= longestTimer ? setTimeout(action, milliseconds) : undefined;
}
