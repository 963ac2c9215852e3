import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** Invalid arguments or options. Nothing was sent. */
export class ChatInputError extends ChatError {
  readonly code = 'input';
  /** The invalid argument or option, with the path inside it: `name`, `body/options/0/text`. */
  declare readonly argument: string | undefined;

  constructor(message: string, context: ErrorContext & { readonly argument?: string | undefined } = {}) {
    super(message, context);
  }

  override get name(): string {
    return `${errorPrefix}InputError`;
  }
}
