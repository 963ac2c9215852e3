import * as edgeTokens from '../edge/tokens.js';
import { webhooksOf as edgeWebhooks } from '../edge/webhooks.js';
import * as nodeTokens from '../tokens.js';
import { webhooksOf as nodeWebhooks } from '../webhooks/webhooks.js';
import { SampleEdgeClient, SampleServerClient } from './sample-server-client.js';
import { apiSecret, type SampleEvent, type SampleWebhooks, sampleDates } from './sample-webhooks.js';

const credentials = { apiKey: 'key', apiSecret };

/** Both entries with the secret. Their only difference is sync or async, so the tests run the same cases for both. */
export const entries = [
  {
    entry: './server',
    Client: SampleServerClient,
    tokens: nodeTokens,
    webhooksOf: nodeWebhooks<SampleEvent>,
    webhooks: nodeWebhooks<SampleEvent>(new SampleServerClient(credentials), sampleDates) satisfies SampleWebhooks,
  },
  {
    entry: './edge',
    Client: SampleEdgeClient,
    tokens: edgeTokens,
    webhooksOf: edgeWebhooks<SampleEvent>,
    webhooks: edgeWebhooks<SampleEvent>(new SampleEdgeClient(credentials), sampleDates) satisfies SampleWebhooks,
  },
];
