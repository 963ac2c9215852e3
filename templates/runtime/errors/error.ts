import { errorPrefix } from '../identity.js';

/** The call that an error belongs to. */
export interface ErrorContext {
  /** The HTTP method, such as `GET`. */
  readonly method?: string | undefined;
  /** The path template, such as `/things/{id}`, without values. */
  readonly path?: string | undefined;
  /** What the caller's own code threw, if that caused the error. */
  readonly cause?: unknown;
}

/**
 * Base class of all errors thrown by the client. No property contains a secret, token or API key. `cause` is only set to what the
 * caller's own code threw: errors of the platform may contain the whole URL.
 */
export class ChatError extends Error {
  declare readonly method: string | undefined;
  declare readonly path: string | undefined;

  /** @param context also contains the fields of subclasses */
  constructor(message: string, context: ErrorContext = {}) {
    const { cause, ...fields } = context;
    const text = context.method === undefined ? message : `${context.method} ${context.path}: ${message}`;
    super(text, cause === undefined ? undefined : { cause });
    Object.assign(this, fields);
  }

  // On the prototype, so that it is also in the first line of the stack.
  override get name(): string {
    return `${errorPrefix}Error`;
  }

  /**
   * Like `instanceof`, but also true for errors from another copy of this package. Errors that were passed through
   * `structuredClone` are identified by the first line of their stack, since their class is lost.
   */
  static is<T extends ChatError>(this: abstract new (...args: never) => T, value: unknown): value is T {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class being tested, possibly a subclass
    return isErrorOf(this, value);
  }

  /** The error's fields including name and message, which `JSON.stringify` would omit. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

function isErrorOf(wanted: abstract new (...args: never) => ChatError, value: unknown): boolean {
  if (value instanceof wanted) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { name } = wanted.prototype;
  for (let link: object = Object.getPrototypeOf(value); link; link = Object.getPrototypeOf(link)) {
    if (Object.hasOwn(link, 'name') && Reflect.get(link, 'name') === name) return true;
  }
  const [found = ''] = /^\w+(?=: )/.exec(Object(value).stack) ?? [];
  return found === name || (wanted === ChatError && found.endsWith('Error') && found.startsWith(errorPrefix));
}
