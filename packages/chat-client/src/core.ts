// Generated from the OpenAPI document; change the document or the templates instead.
import { ApiClient, type RequestArguments, request, withOptions } from './runtime/client.js';
import type {
  ApiCall,
  ClientOptions,
  CredentialValue,
  RequestOptions,
} from './runtime/index.js';
import { service } from './service.js';

/** Options of ChatClient and ChatCore: base URL, credentials, and request options. */
export interface ChatClientOptions extends ClientOptions {
  /** The app's public API key. It identifies the app of a request. */
  readonly apiKey: CredentialValue;
  /**
   * The JSON Web Token, without a scheme such as `Bearer` before it. A server token, or the token of the user a client acts for.
   */
  readonly token?: CredentialValue | undefined;
}

/** Client without methods, for the functions of `@scope/chat-client/operations`. */
export class ChatCore extends ApiClient {
  /** @throws ChatInputError if an option is unknown or invalid. */
  constructor(options: ChatClientOptions) {
    super(service, options);
  }

  /** Returns a client with some options replaced. It shares the cached token as long as the credentials are the same. */
  withOptions(options: Partial<ChatClientOptions>): this {
    return withOptions(this, options);
  }

  /**
   * Calls an endpoint that is not in the spec, with this client's credentials, retries and limits. The response is parsed as
   * JSON.
   * @param path begins with `/`; its values must already be percent-encoded
   */
  request<T = unknown>(method: string, path: string, args?: RequestArguments, options?: RequestOptions): ApiCall<T> {
    return request(this, method, path, args, options);
  }
}
