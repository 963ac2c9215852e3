import { type ApiClient, call } from '../../runtime/client.js';
import { startDeadline } from '../../runtime/deadline.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';
import type { Operation } from '../../runtime/operation.js';
import { ChatTaskError } from './errors/task-error.js';

/** How a task is waited for. */
export interface WaitOptions {
  /** The longest pause between two looks at the task, in milliseconds; 5,000 by default. The first pauses are shorter. */
  readonly interval?: number | undefined;
  /** How long to wait altogether, in milliseconds; 600,000 (ten minutes) by default, `Infinity` for no bound. */
  readonly timeout?: number | undefined;
  /** Ends the waiting, whatever it is doing. The task itself goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** The operation that tells how a task is, with the arguments that name the task. */
export interface TaskQuery {
  readonly operation: Operation;
  readonly args: object;
  readonly taskId: string;
}

/** The first pause, in milliseconds; each later one is twice as long, up to the interval. */
const firstPause = 500;
const defaultInterval = 5000;
const defaultTimeout = 600_000;

/**
 * Looks at a task until it is completed.
 * @throws {ChatTaskError} when the task failed.
 * @throws {ChatTimeoutError} when the time is over, {ChatAbortError} when the signal says so, {ChatInputError} for an option that
 * is out of its range; and whatever looking at the task throws.
 */
export async function waitForTask<Task>(
  client: ApiClient,
  { operation, args, taskId }: TaskQuery,
  options: WaitOptions = {},
): Promise<Task> {
  const interval = atLeastOne(options.interval, defaultInterval, 'interval');
  const totalTimeout = atLeastOne(options.timeout, defaultTimeout, 'timeout');
  const context = { method: operation.method, path: operation.path };
  const timeout = Number.POSITIVE_INFINITY; // One look has the client's own.
  const deadline = startDeadline({ timeout, totalTimeout, signal: options.signal, context });
  const { signal } = deadline;
  const look = async (): Promise<Task> => {
    for (let pause = firstPause; ; pause *= 2) {
      const { data, requestId } = await call<Task>(client, operation, args, { signal }).withResponse();
      const status = fieldOf(data, 'status');
      if (status === 'completed') return data;
      if (status === 'failed') {
        throw new ChatTaskError({ ...context, taskId, status, error: fieldOf(data, 'error'), requestId });
      }
      await wait(Math.min(pause, interval), signal);
    }
  };
  return deadline.race(look).finally(() => deadline.end());
}

/** Ends early, and for good, when the signal aborts. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function atLeastOne(value: number | undefined, otherwise: number, argument: string): number {
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && value >= 1) return value;
  throw new ChatInputError(`the option ${argument} must be a number of milliseconds, at least 1`, { argument });
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
