// Generated from the OpenAPI document; change the document or the templates instead.
import type * as types from '@scope/chat-types';
import {
  createUserToken,
  type ServerCredentials,
  serverOptions,
  type UserTokenOptions,
  type VerifiedToken,
  verifyToken,
} from './addons/stream/server.js';
import { type WaitOptions, waitForTask } from './addons/stream/tasks.js';
import { type Webhooks, webhooksOf } from './addons/stream/webhooks/webhooks.js';
import { ChatClient } from './client.js';
import type { ChatClientOptions } from './core.js';
import * as operations from './operations.js';
import { type WebhookEvent, webhookDates } from './webhook-events.js';

export type { RawBody, WebhookLimits } from './addons/stream/webhooks/raw-body.js';
export type { SnsEnvelope } from './addons/stream/webhooks/queues.js';
export { MemoryWebhookStore, type WebhookStore } from './addons/stream/webhooks/store.js';
export type { HandleOptions, WebhookDelivery, WebhookMethods } from './addons/stream/webhooks/methods.js';
export type { WaitOptions };
export type { UserTokenOptions, VerifiedToken, WebhookEvent, Webhooks };
export { ChatClient, type ChatClientOptions };
export * from './addons/stream/errors/index.js';
export * from './runtime/index.js';

/**
 * Options of the server client. `apiKey`, `apiSecret` and `baseUrl` default to `STREAM_API_KEY`, `STREAM_API_SECRET` and
 * `STREAM_BASE_URL`; the token is signed with the secret.
 */
export type ChatServerClientOptions = Omit<ChatClientOptions, 'apiKey' | 'token'> & ServerCredentials;

/**
 * Client for servers. It has the API secret: it signs its own token, creates user tokens, reads webhooks and uploads files from
 * disk.
 */
export class ChatServerClient extends ChatClient {
  /** @throws ChatInputError if the options are invalid. A missing key or secret fails the first call. */
  constructor(options: ChatServerClientOptions = {}) {
    super(serverOptions(options));
  }

  /**
   * Creates a token for one user: HS256, signed with the secret.
   * @throws ChatTokenError if the user id is empty, the expiry invalid or a claim reserved.
   */
  createUserToken(userId: string, options?: UserTokenOptions): string {
    return createUserToken(this, userId, options);
  }

  /**
   * Returns the claims of a token.
   * @throws ChatTokenError if it was not signed with the secret or is not valid now.
   */
  verifyToken(token: string): VerifiedToken {
    return verifyToken(this, token);
  }

  /**
   * Verifies and parses webhook and queue deliveries. Its methods throw ChatWebhookError, with the reason
   * in `code`.
   */
  get webhooks(): Webhooks<WebhookEvent> {
    return webhooksOf(this, webhookDates);
  }

  /**
   * Polls a task until it is completed, after half a second at first, then with growing delays. The task continues if waiting
   * ends early.
   * @throws ChatTaskError if the task failed, ChatTimeoutError after `timeout` (10
   * minutes by default), ChatAbortError if the signal aborts.
   */
  waitForTask(taskId: string, options?: WaitOptions): Promise<types.GetTaskResponse> {
    return waitForTask(this, { operation: operations.getTask.operation, args: { id: taskId }, taskId }, options);
  }
}
