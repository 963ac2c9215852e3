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

const brand = Symbol.for('api-client-error');

/**
 * Base class of all errors thrown by the client. No property contains a secret, token or API key. `cause` is only set to what the
 * caller's own code threw: errors of the platform may contain the whole URL.
 */
export class ChatError extends Error {
  readonly method: string | undefined;
  readonly path: string | undefined;

  constructor(message: string, context: ErrorContext = {}) {
    const text = context.method === undefined ? message : `${context.method} ${context.path}: ${message}`;
    super(text, context.cause === undefined ? undefined : { cause: context.cause });
    this.method = context.method;
    this.path = context.path;
  }

  // On the prototype, so that it is also in the first line of the stack.
  override get name(): string {
    return `${errorPrefix}Error`;
  }

  get [brand](): true {
    return true;
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
  const wantedName = wanted.prototype.name;
  if (brand in value) return inheritsName(value, wantedName);
  const stack: unknown = Reflect.get(value, 'stack');
  const name = typeof stack === 'string' ? (/^\w+(?=: )/.exec(stack)?.[0] ?? '') : '';
  return name === wantedName || (wanted === ChatError && name.endsWith('Error') && name.startsWith(errorPrefix));
}

function inheritsName(value: object, wanted: unknown): boolean {
  for (let link: unknown = value; typeof link === 'object' && link !== null; link = Object.getPrototypeOf(link)) {
    if (Object.hasOwn(link, 'name') && Reflect.get(link, 'name') === wanted) return true;
  }
  return false;
}
