import type { Calls, Contestant } from './contestant.js';

/** @throws {Error} when a contestant doesn't give its user what the service said. */
export async function verify({ name }: Contestant, calls: Calls): Promise<void> {
  const created = await calls.createPoll();
  const found = await calls.queryUsers();
  if (created?.poll.id !== 'a') throw new Error(`${name} loses the poll: ${JSON.stringify(created)}`);
  if (found?.users.length !== 100) throw new Error(`${name} loses users: ${JSON.stringify(found)}`);
  const isDate = found.users.every(({ created_at }) => created_at instanceof Date);
  if (name === 'ours' && !isDate) throw new Error('Dates are not decoded.');
}
