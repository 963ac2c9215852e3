import { StreamClient } from '@stream-io/node-sdk';
import OpenAI from 'openai';
import createOpenapiFetch from 'openapi-fetch';
import * as heyApiFetchClient from '../../../.cache/bench/generated/hey-api-fetch/client/index.js';
import * as heyApiFetch from '../../../.cache/bench/generated/hey-api-fetch/index.js';
import * as heyApiKyClient from '../../../.cache/bench/generated/hey-api-ky/client/index.js';
import * as heyApiKy from '../../../.cache/bench/generated/hey-api-ky/index.js';
import type { paths } from '../../../.cache/bench/generated/openapi-typescript/api.js';
import { API_KEY, AUTHENTICATION, type Calls, type Contestant, POLL, SEARCH } from './contestant.js';

/** This service expects objects in a query as JSON; these clients leave that to their user. */
function querySerializer(query: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)])).toString();
}

const vendor: Contestant = {
  name: "vendor's SDK",
  setUp(basePath) {
    const client = new StreamClient(API_KEY, 'secret', { basePath });
    return { createPoll: () => client.createPoll(POLL), queryUsers: () => client.queryUsers({ payload: SEARCH }) };
  },
};

const openai: Contestant = {
  name: 'openai',
  setUp(baseURL) {
    const client = new OpenAI({ apiKey: API_KEY, baseURL });
    return {
      createPoll: async () => client.post('/api/v2/polls', { body: POLL }),
      queryUsers: async () =>
        client.get('/api/v2/users', { query: { api_key: API_KEY, payload: JSON.stringify(SEARCH) } }),
    };
  },
};

const heyFetch: Contestant = {
  name: 'hey-api, fetch',
  setUp(baseUrl) {
    const client = heyApiFetchClient.createClient(
      heyApiFetchClient.createConfig({ baseUrl, auth: () => 'token', querySerializer }),
    );
    return {
      createPoll: async () => (await heyApiFetch.createPoll({ client, body: POLL })).data,
      queryUsers: async () => (await heyApiFetch.queryUsers({ client, query: { payload: SEARCH } })).data,
    };
  },
};

const heyKy: Contestant = {
  name: 'hey-api, ky',
  setUp(baseUrl) {
    const client = heyApiKyClient.createClient(
      heyApiKyClient.createConfig({ baseUrl, auth: () => 'token', querySerializer }),
    );
    return {
      createPoll: async () => (await heyApiKy.createPoll({ client, body: POLL })).data,
      queryUsers: async () => (await heyApiKy.queryUsers({ client, query: { payload: SEARCH } })).data,
    };
  },
};

const openapiFetch: Contestant = {
  name: 'openapi-fetch',
  setUp(baseUrl): Calls {
    const client = createOpenapiFetch<paths>({ baseUrl, headers: AUTHENTICATION });
    return {
      createPoll: async () => (await client.POST('/api/v2/polls', { body: POLL })).data,
      queryUsers: async () =>
        (await client.GET('/api/v2/users', { params: { query: { payload: JSON.stringify(SEARCH) } } })).data,
    };
  },
};

/** The alternatives. */
export const peers: readonly Contestant[] = [vendor, openai, heyFetch, heyKy, openapiFetch];
