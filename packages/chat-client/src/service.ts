// Generated from the API description; changes belong in the description or the templates.
import { streamService } from './addons/stream/service.js';
import type { Service } from './runtime/service.js';

/** What the description says of the service as a whole. */
export const service: Service = {
  baseUrl: 'https://chat.stream-io-api.com',
  credentials: [
    { option: 'apiKey', scheme: 'apiKey', in: 'query', name: 'api_key', required: true },
    { option: 'token', scheme: 'token', in: 'header', name: 'Authorization' },
  ],
  security: [['apiKey', 'token']],
  ...streamService('chat-client-0.1.0'),
};
