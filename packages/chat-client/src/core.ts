// Generated from the API description; changes belong in the description or the templates.
import { ApiClient, type RequestArguments, request, withOptions } from './runtime/client.js';
import type {
  ApiCall,
  ClientOptions,
  CredentialValue,
  RequestOptions,
} from './runtime/index.js';
import { service } from './service.js';

/** What ChatClient and ChatCore take: where the service is, who calls, and how calls are made. */
export interface ChatClientOptions extends ClientOptions {
  /** The app's public API key. It tells which app a request is for. */
  readonly apiKey: CredentialValue;
  /**
   * The JSON Web Token as it is, with no scheme word such as `Bearer` before it. A server token, or the token of the user a client acts for.
   */
  readonly token?: CredentialValue | undefined;
}

/** A client without methods: the functions of `@scope/chat-client/operations` take it as their first argument. */
export class ChatCore extends ApiClient {
  /** @throws ChatInputError for an option that is not known or out of its range. */
  constructor(options: ChatClientOptions) {
    super(service, options);
  }

  /** A client with some options changed; it shares the cached token of this one as long as the credentials are the same. */
  withOptions(options: Partial<ChatClientOptions>): this {
    return withOptions(this, options);
  }

  /**
   * Calls an endpoint that the spec does not have, with this client's credentials, retries and limits. The reply is read as JSON.
   * @param path begins with `/`; its values are encoded already
   */
  request<T = unknown>(method: string, path: string, args?: RequestArguments, options?: RequestOptions): ApiCall<T> {
    return request(this, method, path, args, options);
  }
}
