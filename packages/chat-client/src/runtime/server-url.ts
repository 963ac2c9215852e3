import { ChatInputError } from './errors/input-error.js';

/** Values that would make another host or a query of what follows. */
const unsafe = /[@?#\\\s]/;

/**
 * The address of a server with its variables filled in.
 * @throws {ChatInputError} for a value that an address cannot have.
 */
export function fillServer(
  template: string,
  defaults: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | undefined>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = given[name] ?? (Object.hasOwn(defaults, name) ? defaults[name] : undefined);
    if (typeof value !== 'string' || unsafe.test(value)) {
      throw new ChatInputError(`the server variable ${name} cannot have this value`, { argument: name });
    }
    return value;
  });
}
