// Generated from the API description; changes belong in the description or the templates.
import {
  createUserToken,
  type ServerCredentials,
  serverOptions,
  type UserTokenOptions,
  type VerifiedToken,
  verifyToken,
} from './addons/stream/server.js';
import { ChatClient, type ChatClientOptions } from './client.js';

export type { UserTokenOptions, VerifiedToken };
export { ChatClient, type ChatClientOptions };
export * as operations from './operations.js';
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
}
