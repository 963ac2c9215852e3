import { ChatApiError } from './errors/api-error.js';
import type { Operation } from './operation.js';

/** An operation as a function, and the bodies of its errors by status. */
export interface Described<Errors> {
  readonly operation: Operation;
  readonly errors?: Errors;
}

type Range<Status extends number> = `${Status}` extends `${infer Digit}${string}` ? `${Digit}XX` : never;

/** The body that is described for a status: its own, that of its range, or the one of all others. */
export type BodyOf<Errors, Status extends number> = Status extends keyof Errors
  ? Errors[Status]
  : `${Status}` extends keyof Errors
    ? Errors[`${Status}` & keyof Errors]
    : Range<Status> extends keyof Errors
      ? Errors[Range<Status>]
      : 'default' extends keyof Errors
        ? Errors['default' & keyof Errors]
        : unknown;

/** The described errors of an operation, such as `ErrorOf<GetThingErrors>`: `status` is the discriminator. */
export type ErrorOf<Errors> = {
  [Key in keyof Errors]: ChatApiError & {
    readonly status: Key extends number ? Key : Key extends `${infer Status extends number}` ? Status : number;
    readonly body: Errors[Key];
  };
}[keyof Errors];

/**
 * Whether an error is the reply of an operation with a status; its body is then of the type that is described.
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
