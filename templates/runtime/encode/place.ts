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
  place: Place,
  problem: string,
  inside: readonly (string | number)[] = [],
  cause?: unknown,
): never {
  const argument = [place.argument, ...inside].join('/');
  throw new ChatInputError(`${argument} ${problem}`, { ...place, argument, cause });
}
