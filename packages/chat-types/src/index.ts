// Generated from the OpenAPI document; change the document or the templates instead.
export type * from './operations.js';
export type * from './schemas.js';
