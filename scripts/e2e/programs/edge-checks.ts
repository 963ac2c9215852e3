import { ChatServerClient, ChatWebhookError } from '@scope/chat-client/edge';
import type { Check } from './check.js';
import { secretChecks } from './secret-checks.js';

/** The entry for workers, wherever there are `fetch` and WebCrypto. */
export function edgeChecks(mockUrl: string): readonly Check[] {
  return secretChecks(mockUrl, {
    name: './edge',
    create: (options) => new ChatServerClient(options),
    WebhookError: ChatWebhookError,
  });
}
