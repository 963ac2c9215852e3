import createClient from 'openapi-fetch';
import type { paths } from '../../../../.cache/bench/generated/openapi-typescript/api.js';

/** Ten operations, as a user of the client with its generated types writes them. */
const client = createClient<paths>({ baseUrl: 'https://chat.example.com' });

export async function useChat(): Promise<readonly (string | undefined)[]> {
  const { data: application } = await client.GET('/api/v2/app');
  const { data: lists } = await client.GET('/api/v2/blocklists', { params: { query: { team: 'red' } } });
  await client.POST('/api/v2/blocklists', { body: { name: 'words', words: ['a'], type: 'word' } });
  const { data: created } = await client.POST('/api/v2/polls', { body: { name: 'Lunch?', user_id: 'john' } });
  const path = { poll_id: created?.poll.id ?? '' };
  const query = { user_id: 'john' };
  const { data: same } = await client.GET('/api/v2/polls/{poll_id}', { params: { path } });
  const { data: found } = await client.POST('/api/v2/polls/query', { params: { query }, body: { limit: 25 } });
  await client.DELETE('/api/v2/polls/{poll_id}', { params: { path, query } });
  const payload = JSON.stringify({ filter_conditions: { id: 'john' } });
  const { data: users } = await client.GET('/api/v2/users', { params: { query: { payload } } });
  const { data: devices } = await client.GET('/api/v2/devices', { params: { query } });
  const { data: task } = await client.GET('/api/v2/tasks/{id}', { params: { path: { id: 'a' } } });
  const names = [application?.app.name, ...(lists?.blocklists ?? []).map(({ name }) => name), same?.poll.name];
  const ids = [...(found?.polls ?? []), ...(users?.users ?? []), ...(devices?.devices ?? [])].map(({ id }) => id);
  return [...names, ...ids, task?.status];
}
