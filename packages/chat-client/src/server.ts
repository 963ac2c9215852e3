// Generated from the API description; changes belong in the description or the templates.
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
 * The options of the server client. `apiKey`, `apiSecret` and `baseUrl` come from `STREAM_API_KEY`, `STREAM_API_SECRET`
 * and `STREAM_BASE_URL` where they are left out; the token is made from the secret.
 */
export type ChatServerClientOptions = Omit<ChatClientOptions, 'apiKey' | 'token'> & ServerCredentials;

/** The client for servers: it holds the API secret, signs its own token, makes tokens for users, and sends files from disk. */
export class ChatServerClient extends ChatClient {
  /** @throws ChatInputError when there is no key or no secret, neither here nor in the environment. */
  constructor(options: ChatServerClientOptions = {}) {
    super(serverOptions(options));
  }

  /**
   * A token with which one user's app can call the service: HS256, signed with the secret.
   * @throws ChatTokenError for an empty user id, an expiry that makes no sense, or a reserved claim.
   */
  createUserToken(userId: string, options?: UserTokenOptions): string {
    return createUserToken(this, userId, options);
  }

  /**
   * The claims of a token that was signed with the secret.
   * @throws ChatTokenError when it was not, or is not valid now.
   */
  verifyToken(token: string): VerifiedToken {
    return verifyToken(this, token);
  }

  /**
   * Reads what the service delivers to webhooks and queues: verified with the secret, unzipped, typed.
   * Its methods throw ChatWebhookError, whose `code` says what is wrong.
   */
  get webhooks(): Webhooks<WebhookEvent> {
    return webhooksOf(this, webhookDates);
  }

  /**
   * Looks at a task until it is completed, after half a second at first, then less and less often.
   * @throws ChatTaskError when the task failed, ChatTimeoutError when the time is over (ten minutes by default), and
   * ChatAbortError when the signal says so; the task itself goes on.
   */
  waitForTask(taskId: string, options?: WaitOptions): Promise<types.GetTaskResponse> {
    return waitForTask(this, { operation: operations.getTask.operation, args: { id: taskId }, taskId }, options);
  }
}
