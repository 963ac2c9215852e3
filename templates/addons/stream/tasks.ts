import { wait } from '../../runtime/call/abort.js';
import { startDeadline } from '../../runtime/call/deadline.js';
import { type ApiClient, call } from '../../runtime/client.js';
import { readOptions } from '../../runtime/known-options.js';
import type { Operation } from '../../runtime/operation.js';
import { abortSignal, atLeast } from '../../runtime/options.js';
import { ChatTaskError } from './errors/task-error.js';

/** How to wait for a task. */
export interface WaitOptions {
  /** Maximum delay between polls in milliseconds. The first delays are shorter. Default: 5000. */
  readonly interval?: number | undefined;
  /** Time limit in milliseconds; `Infinity` for none. Default: 600000 (10 minutes). */
  readonly timeout?: number | undefined;
  /** Stops waiting. The task itself continues. */
  readonly signal?: AbortSignal | undefined;
}

/** The operation that returns the status of a task, with its arguments. */
export interface TaskQuery {
  readonly operation: Operation;
  readonly args: object;
  readonly taskId: string;
}

/** The first delay in milliseconds; it doubles up to the interval. */
const firstPause = 500;

const waitKinds = { interval: /* @__PURE__ */ atLeast(1), timeout: /* @__PURE__ */ atLeast(1), signal: abortSignal };

/**
 * Polls a task until it is completed.
 * @throws {ChatTaskError} if the task failed.
 * @throws {ChatTimeoutError} after `timeout`, {ChatAbortError} if the signal aborts, {ChatInputError} if an option is invalid;
 * also the errors of the polling requests.
 */
export async function waitForTask<Task>(
  client: ApiClient,
  { operation, args, taskId }: TaskQuery,
  options?: WaitOptions,
): Promise<Task> {
  const { interval = 5000, timeout: totalTimeout = 600_000, signal: stop } = readOptions(options, waitKinds);
  const context = { method: operation.method, path: operation.path };
  const timeout = Number.POSITIVE_INFINITY; // Each polling request has the client's timeout.
  const deadline = startDeadline({ timeout, totalTimeout }, stop, context, []);
  const { signal } = deadline;
  const look = async (): Promise<Task> => {
    for (let pause = firstPause; ; pause *= 2) {
      const { data, requestId } = await call<Task>(client, operation, args, { signal }).withResponse();
      const { status, error } = Object(data);
      if (status === 'completed') return data;
      if (status === 'failed') throw new ChatTaskError({ ...context, taskId, status, error, requestId });
      await wait(Math.min(pause, interval), signal);
    }
  };
  return deadline.race(look).finally(() => deadline.end());
}
