import { ChatError, type ErrorContext } from '../../../runtime/errors/error.js';
import { errorPrefix } from '../../../runtime/identity.js';

/** How a task failed, and the response that reported it. */
export interface TaskFailure extends ErrorContext {
  readonly taskId: string;
  readonly status: string;
  readonly error: unknown;
  readonly requestId: string | undefined;
}

const longestReason = 80;

/** A task of the service failed. */
export class ChatTaskError extends ChatError {
  readonly code = 'task';
  declare readonly taskId: string;
  /** The task's final status, `failed`. */
  declare readonly status: string;
  /** The failure as reported by the service. */
  declare readonly error: unknown;
  /** Id of the request whose response reported the failure. */
  declare readonly requestId: string | undefined;

  constructor(failure: TaskFailure) {
    super(`the task ${failure.status}${reasonOf(failure.error)}`, failure);
  }

  override get name(): string {
    return `${errorPrefix}TaskError`;
  }
}

function reasonOf(error: unknown): string {
  const { type } = Object(error);
  return typeof type === 'string' && type !== '' ? `: ${type.slice(0, longestReason)}` : '';
}
