import {
  createBlockList,
  createPoll,
  deletePoll,
  getApp,
  getPoll,
  getTask,
  listBlockLists,
  listDevices,
  queryPolls,
  queryUsers,
} from '../../../../.cache/bench/generated/hey-api-fetch/index.js';

/** Ten operations, as a user of the generated functions writes them. */
export async function useChat(): Promise<readonly (string | undefined)[]> {
  const { data: application } = await getApp({ throwOnError: true });
  const { data: lists } = await listBlockLists({ query: { team: 'red' }, throwOnError: true });
  await createBlockList({ body: { name: 'words', words: ['a'], type: 'word' }, throwOnError: true });
  const { data: created } = await createPoll({ body: { name: 'Lunch?', user_id: 'john' }, throwOnError: true });
  const { data: same } = await getPoll({ path: { poll_id: created.poll.id }, throwOnError: true });
  const query = { user_id: 'john' };
  const { data: found } = await queryPolls({ query, body: { limit: 25 }, throwOnError: true });
  await deletePoll({ path: { poll_id: created.poll.id }, query, throwOnError: true });
  const payload = { filter_conditions: { id: 'john' } };
  const { data: users } = await queryUsers({ query: { payload }, throwOnError: true });
  const { data: devices } = await listDevices({ query, throwOnError: true });
  const { data: task } = await getTask({ path: { id: 'a' }, throwOnError: true });
  const names = [application.app.name, ...lists.blocklists.map(({ name }) => name), same.poll.name];
  const ids = [...found.polls, ...users.users, ...devices.devices].map(({ id }) => id);
  return [...names, ...ids, task.status];
}
