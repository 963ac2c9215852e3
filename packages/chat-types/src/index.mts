// Generated from the OpenAPI document; change the document or the templates instead.
export type * from './index.js';
