// Generated from the API description; changes belong in the description or the templates.
export { ChatClient, type ChatClientOptions } from './client.js';
export * as operations from './operations.js';
export * from './addons/stream/errors/index.js';
export * from './runtime/index.js';
