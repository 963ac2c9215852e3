import { ChatServerClient, ChatWebhookError } from '@scope/chat-client/edge';
import type { Check } from './check.js';
import { secretChecks } from './secret-checks.js';

/** What the entry for workers does wherever there is a `fetch` and WebCrypto. */
export function edgeChecks(mockUrl: string): readonly Check[] {
  return secretChecks(mockUrl, {
    name: './edge',
    create: (options) => new ChatServerClient(options),
    WebhookError: ChatWebhookError,
  });
}
