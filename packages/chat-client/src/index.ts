// Generated from the API description; changes belong in the description or the templates.
export { ChatClient } from './client.js';
export { ChatCore, type ChatClientOptions } from './core.js';
export * from './addons/stream/errors/index.js';
export * from './runtime/index.js';
