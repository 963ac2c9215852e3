import { isPlainObject } from './encode/scalar.js';
import { ChatInputError } from './errors/input-error.js';

/** What an option must be: a check, and its description for the error message. */
export type Kind = readonly [allows: (value: unknown) => boolean, what: string];

/** The known options by name. */
export type Kinds = Readonly<Record<string, Kind>>;

/** Key for the kinds of further options of an add-on's client, in the options that its constructor passes on. */
export const addedKinds = /* @__PURE__ */ Symbol('kinds');

export function isFunction<T extends (...args: never) => unknown>(value: unknown): value is T {
  return typeof value === 'function';
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function refuseOption(argument: string, what: string): never {
  throw new ChatInputError(`the option ${argument} must be ${what}`, { argument });
}

type Defined<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> };

/**
 * Copies the own properties of options that are not `undefined` to an object without a prototype: properties added to
 * `Object.prototype` are not options.
 * @throws {ChatInputError} if the options are not an object, or one of them is unknown or invalid.
 */
export function readOptions<T extends object>(
  given: T | null | undefined,
  kinds: Kinds,
  place = '',
  isRequired = false,
): Defined<T> {
  const own: Defined<T> = Object.create(null);
  if (!isPlainObject(isRequired ? given : (given ?? {}))) {
    const argument = place.slice(0, -1) || 'options';
    throw new ChatInputError(`the ${place && 'option '}${argument} must be an object`, { argument });
  }
  for (const [name, value] of Object.entries(given ?? own)) {
    const argument = place + name;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) {
      throw new ChatInputError(`unknown option ${argument}; the options are ${Object.keys(kinds).join(', ')}`, {
        argument,
      });
    }
    if (value === undefined) continue;
    if (!kind[0](value)) refuseOption(argument, kind[1]);
    Reflect.set(own, name, value);
  }
  return own;
}
