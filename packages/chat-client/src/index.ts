// Generated from the OpenAPI document; change the document or the templates instead.
export { ChatClient } from './client.js';
export { ChatCore, type ChatClientOptions } from './core.js';
export * from './addons/stream/errors/index.js';
export * from './runtime/index.js';
