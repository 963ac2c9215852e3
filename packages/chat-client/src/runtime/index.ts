export { ApiCall, type ResponseDetails } from './api-call.js';
export type { ApiClient, OperationFunction, RequestArguments } from './client.js';
export type { FileInput, FileStream } from './encode/files.js';
export * from './errors/index.js';
export { VERSION } from './identity.js';
export type { Logger, LogRecord } from './observe.js';
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
export type { PagedCall } from './pages.js';
export type { RateLimit } from './rate-limit.js';
export type { ServerEvent } from './server-events.js';
export type { EventCall, StreamCall } from './streams.js';
export type { HookOptions, HookState, Hooks, KyInstance } from './transport.js';
