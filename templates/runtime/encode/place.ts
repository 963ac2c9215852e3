import { ChatInputError } from '../errors/input-error.js';

/** The argument and call that a value belongs to, for error messages. */
export interface Place {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** Name of the argument. */
  readonly argument: string;
}

/** @throws {ChatInputError} always. The message contains the argument's name but never its value. */
export function refuse(
  { argument: name, method, path }: Place,
  problem: string,
  inside: readonly (string | number)[] = [],
  cause?: unknown,
): never {
  const argument = [name, ...inside].join('/');
  throw new ChatInputError(`${argument} ${problem}`, { method, path, argument, cause });
}
