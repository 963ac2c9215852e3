import { ChatApiError } from '../errors/api-error.js';
import type { Operation } from '../operation.js';

/** An operation function with its error bodies by status. */
export interface Described<Errors> {
  readonly operation: Operation;
  readonly errors?: Errors;
}

type Range<Status extends number> = `${Status}` extends `${infer Digit}${string}` ? `${Digit}XX` : never;

/** The body defined for a status: by exact status, range (`4XX`) or `default`. */
export type BodyOf<Errors, Status extends number> = Status extends keyof Errors
  ? Errors[Status]
  : `${Status}` extends keyof Errors
    ? Errors[`${Status}` & keyof Errors]
    : Range<Status> extends keyof Errors
      ? Errors[Range<Status>]
      : 'default' extends keyof Errors
        ? Errors['default' & keyof Errors]
        : unknown;

/** The errors defined for an operation, such as `ErrorOf<GetThingErrors>`, discriminated by `status`. */
export type ErrorOf<Errors> = {
  [Key in keyof Errors]: ChatApiError & {
    readonly status: Key extends number ? Key : Key extends `${infer Status extends number}` ? Status : number;
    readonly body: Errors[Key];
  };
}[keyof Errors];

/**
 * Whether an error is a response of the operation with this status. Narrows `error.body` to the type in the spec.
 * @example if (isErrorOf(error, createPoll, 422)) console.error(error.body);
 */
export function isErrorOf<Errors, Status extends number>(
  error: unknown,
  described: Described<Errors>,
  status: Status,
): error is ChatApiError & { readonly status: Status; readonly body: BodyOf<Errors, Status> } {
  const { method, path } = described.operation;
  return ChatApiError.is(error) && error.status === status && error.method === method && error.path === path;
}
