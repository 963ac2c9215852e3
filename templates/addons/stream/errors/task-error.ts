import { ChatError, type ErrorContext } from '../../../runtime/errors/error.js';
import { errorPrefix } from '../../../runtime/identity.js';

/** How a task ended, and the reply that said so. */
export interface TaskFailure extends ErrorContext {
  readonly taskId: string;
  readonly status: string;
  readonly error: unknown;
  readonly requestId: string | undefined;
}

const longestReason = 80;

/** A task of the service ended without having done its work. */
export class ChatTaskError extends ChatError {
  readonly code = 'task';
  readonly taskId: string;
  /** The task's final status, `failed`. */
  readonly status: string;
  /** What the service says about the failure, as it came. */
  readonly error: unknown;
  /** Names the request whose reply told of the failure. */
  readonly requestId: string | undefined;

  constructor(failure: TaskFailure) {
    super(`the task ${failure.status}${reasonOf(failure.error)}`, failure);
    this.taskId = failure.taskId;
    this.status = failure.status;
    this.error = failure.error;
    this.requestId = failure.requestId;
  }

  override get name(): string {
    return `${errorPrefix}TaskError`;
  }
}

function reasonOf(error: unknown): string {
  const type: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'type') : undefined;
  return typeof type === 'string' && type !== '' ? `: ${type.slice(0, longestReason)}` : '';
}
