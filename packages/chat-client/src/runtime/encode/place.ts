import { ChatInputError } from '../errors/input-error.js';

/** Which argument of which call is being encoded: what a refusal names. */
export interface Place {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** The argument, such as `name`. */
  readonly argument: string;
}

/** @throws {ChatInputError} always; the message names the argument and never holds its value. */
export function refuse(
  place: Place,
  problem: string,
  inside: readonly (string | number)[] = [],
  cause?: unknown,
): never {
  const argument = [place.argument, ...inside].join('/');
  throw new ChatInputError(`${argument} ${problem}`, { ...place, argument, cause });
}
