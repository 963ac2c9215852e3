import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** The client refused what it was given; nothing was sent. */
export class ChatInputError extends ChatError {
  readonly code = 'input';
  /** The argument or option that is wrong, and the place in it: `name`, `body/options/0/text`. */
  readonly argument: string | undefined;

  constructor(message: string, context: ErrorContext & { readonly argument?: string | undefined } = {}) {
    super(message, context);
    this.argument = context.argument;
  }

  override get name(): string {
    return `${errorPrefix}InputError`;
  }
}
