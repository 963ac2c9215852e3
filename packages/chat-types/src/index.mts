// Generated from the API description; changes belong in the description or the templates.
export type * from './index.js';
