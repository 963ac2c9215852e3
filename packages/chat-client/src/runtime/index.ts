export { ApiCall, type ResponseDetails } from './call/api-call.js';
export type { Logger, LogRecord } from './call/observe.js';
export type { ApiClient, OperationFunction, RequestArguments } from './client.js';
export type { FileInput, FileStream } from './encode/files.js';
export * from './errors/index.js';
export { VERSION } from './identity.js';
export type {
  BasicCredential,
  CallOptions,
  ClientOptions,
  CredentialValue,
  FetchFunction,
  FetchResponse,
  HeaderOptions,
  RequestOptions,
  RetryOptions,
} from './options.js';
export type { PagedCall } from './pages/pages.js';
export type { RateLimit } from './response/rate-limit.js';
export type { ServerEvent } from './response/server-events.js';
export type { EventCall, StreamCall } from './response/streams.js';
export type { HookOptions, HookState, Hooks, KyInstance } from './transport.js';
