// Generated from the OpenAPI document; change the document or the templates instead.
import { streamService } from './addons/stream/service.js';
import type { Service } from './runtime/service.js';

/** Data of the whole spec. */
export const service: Service = {
  baseUrl: 'https://chat.stream-io-api.com',
  credentials: [
    { option: 'apiKey', scheme: 'apiKey', in: 'query', name: 'api_key', required: true },
    { option: 'token', scheme: 'token', in: 'header', name: 'Authorization' },
  ],
  security: [['apiKey', 'token']],
  ...streamService('chat-client-0.1.0'),
};
