import { ChatAbortError, type ChatError, ChatTimeoutError, type ErrorContext } from '../errors/index.js';
import { onAbort } from './abort.js';

/** The longest delay of a timer; a longer one would fire immediately. */
export const longestTimer = 2 ** 31 - 1;

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
  /** Runs work within `timeout` and aborts its signal afterwards. Settles in time even if the work ignores the signal. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Returns the result of the work, or rejects after `timeout`. */
  bound<T>(work: () => Promise<T>): Promise<T>;
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

export interface DeadlineSettings {
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly totalTimeout: number;
  readonly signal: AbortSignal | undefined;
  readonly context: ErrorContext;
  /** The deadline's errors are added to it. */
  readonly own?: WeakSet<object>;
}

/** Listens to the caller's signal once per call, whatever the number of attempts. */
export function startDeadline({ timeout, totalTimeout, signal, context, own }: DeadlineSettings): Deadline {
  const start = performance.now();
  const call = signal || totalTimeout < Number.POSITIVE_INFINITY ? new AbortController() : undefined;
  let current: AbortController | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let stopped: ChatError | undefined;
  /** Rejects the running work, if any. */
  let fail: ((error: ChatError) => void) | undefined;
  const stop = (error: ChatError) => {
    stopped ??= error;
    fail?.(stopped);
    current?.abort(stopped);
    call?.abort(stopped);
  };
  const registered = (error: ChatError) => {
    own?.add(error);
    return error;
  };
  const aborted = () => stop(registered(new ChatAbortError('aborted by its signal', context)));
  const left = () => start + totalTimeout - performance.now();
  const outOfTime = () => registered(new ChatTimeoutError('totalTimeout', totalTimeout, context));
  const outOfTry = () => registered(new ChatTimeoutError('timeout', timeout, context));
  const totalTimer = startTimer(() => stop(outOfTime()), totalTimeout);
  const ignoreSignal = signal && onAbort(signal, aborted);
  if (signal?.aborted) aborted();
  const bound = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = startTimer(() => reject(outOfTry()), timeout);
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
