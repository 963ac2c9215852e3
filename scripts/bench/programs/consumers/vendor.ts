import { StreamClient } from '@stream-io/node-sdk';

/** Ten operations, as a user of the SDK writes them. */
const chat = new StreamClient('key', 'secret');

export async function useChat(): Promise<readonly (string | undefined)[]> {
  const { app } = await chat.getApp();
  const { blocklists } = await chat.listBlockLists({ team: 'red' });
  await chat.createBlockList({ name: 'words', words: ['a'], type: 'word' });
  const { poll } = await chat.createPoll({ name: 'Lunch?', user_id: 'john' });
  const same = await chat.getPoll({ poll_id: poll.id });
  const { polls } = await chat.queryPolls({ limit: 25, user_id: 'john' });
  await chat.deletePoll({ poll_id: poll.id, user_id: 'john' });
  const { users } = await chat.queryUsers({ payload: { filter_conditions: { id: 'john' } } });
  const { devices } = await chat.listDevices({ user_id: 'john' });
  const task = await chat.getTask({ id: 'a' });
  const names = [app.name, ...blocklists.map(({ name }) => name), same.poll.name, ...polls.map(({ id }) => id)];
  return [...names, ...users.map(({ id }) => id), ...devices.map(({ id }) => id), task.status];
}
