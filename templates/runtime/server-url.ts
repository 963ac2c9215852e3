import { ChatInputError } from './errors/input-error.js';

/** Characters that would change the host or start a query. */
const unsafe = /[@?#\\\s]/;

/**
 * Fills the variables of a server URL.
 * @throws {ChatInputError} if a value contains an unsafe character.
 */
export function fillServer(
  template: string,
  defaults: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | undefined>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = given[name] ?? (Object.hasOwn(defaults, name) ? defaults[name] : undefined);
    if (typeof value !== 'string' || unsafe.test(value)) {
      throw new ChatInputError(`the server variable ${name} contains an invalid character`, { argument: name });
    }
    return value;
  });
}
