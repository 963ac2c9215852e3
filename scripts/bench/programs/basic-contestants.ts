import { ChatClient } from '@scope/chat-client';
import ky from 'ky';
import { API_KEY, type Contestant, POLL, SEARCH } from './contestant.js';

const query = new URLSearchParams({ api_key: API_KEY, payload: JSON.stringify(SEARCH) }).toString();

const ours: Contestant = {
  name: 'ours',
  setUp(baseUrl) {
    const chat = new ChatClient({ apiKey: API_KEY, token: 'token', baseUrl });
    return {
      createPoll: async () => chat.createPoll(POLL),
      queryUsers: async () => chat.queryUsers({ payload: SEARCH }),
    };
  },
};

const bareFetch: Contestant = {
  name: 'bare fetch',
  setUp: (baseUrl) => ({
    createPoll: async () => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${baseUrl}/api/v2/polls`, { method: 'POST', headers, body: JSON.stringify(POLL) });
      return response.json();
    },
    queryUsers: async () => (await fetch(`${baseUrl}/api/v2/users?${query}`)).json(),
  }),
};

const bareKy: Contestant = {
  name: 'bare ky',
  setUp: (baseUrl) => ({
    createPoll: () => ky.post(`${baseUrl}/api/v2/polls`, { json: POLL }).json(),
    queryUsers: () => ky.get(`${baseUrl}/api/v2/users?${query}`).json(),
  }),
};

/** Ours and its dependencies. */
export const basic: readonly Contestant[] = [ours, bareFetch, bareKy];
