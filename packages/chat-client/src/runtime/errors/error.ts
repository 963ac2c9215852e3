import { errorPrefix } from '../identity.js';

/** The call that an error belongs to. */
export interface ErrorContext {
  /** The HTTP method, such as `GET`. */
  readonly method?: string | undefined;
  /** The path template, such as `/things/{id}`: never the values in it. */
  readonly path?: string | undefined;
  /** What the caller's own code threw, if that is why. */
  readonly cause?: unknown;
}

const brand = Symbol.for('api-client-error');

/**
 * Above every error that the client throws. No error holds a secret, a token or an API key, in whatever property, and `cause`
 * is only what the caller's own code threw: what the platform reports may hold the whole URL.
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

  // On the prototype, so that the first line of the stack has it too.
  override get name(): string {
    return `${errorPrefix}Error`;
  }

  get [brand](): true {
    return true;
  }

  /**
   * Like `instanceof`, and also true for an error from another copy of this package. An error that went through
   * `structuredClone` is told by the first line of its stack, which is all that is left of its class.
   */
  static is<T extends ChatError>(this: abstract new (...args: never) => T, value: unknown): value is T {
    // biome-ignore lint/complexity/noThisInStatic: the class that was asked, which may be a subclass
    return isErrorOf(this, value);
  }

  /** The error's fields with its name and message, which `JSON.stringify` would leave out. */
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
