/** A contestant with two calls: the same requests, written as its users would. */
export interface Contestant {
  readonly name: string;
  /** @param baseUrl of the service; requests are sent with `globalThis.fetch`. */
  setUp(baseUrl: string): Calls;
}

/** A call returns the contents of its response, as the user gets them. */
export interface Calls {
  /** POST with a small body. */
  createPoll(): Promise<{ readonly poll: { readonly id: string } } | undefined>;
  /** GET with a response of a hundred users. */
  queryUsers(): Promise<{ readonly users: readonly { readonly created_at: unknown }[] } | undefined>;
}

/** The body of the POST. */
export const POLL = { name: 'Lunch?', user_id: 'john' };

/** The search of the GET, sent as JSON in the query. */
export const SEARCH = { filter_conditions: {} };

/** The headers of a request, for contestants that do not set them. */
export const AUTHENTICATION = { authorization: 'token', 'stream-auth-type': 'jwt' };
export const API_KEY = 'key';

/** @throws {Error} if a contestant does not return the service's data. */
export async function verify({ name }: Contestant, calls: Calls): Promise<void> {
  const created = await calls.createPoll();
  const found = await calls.queryUsers();
  if (created?.poll.id !== 'a') throw new Error(`${name} does not return the poll: ${JSON.stringify(created)}`);
  if (found?.users.length !== 100) throw new Error(`${name} does not return all users: ${JSON.stringify(found)}`);
  const isDate = found.users.every(({ created_at }) => created_at instanceof Date);
  if (name === 'ours' && !isDate) throw new Error('Dates are not decoded.');
}
