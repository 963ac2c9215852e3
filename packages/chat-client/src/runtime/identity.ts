// Generated from the OpenAPI document; change the document or the templates instead.
/** Prefix of the names of the error classes. */
export const errorPrefix = 'Chat';

/** The version of this package. */
export const VERSION = '0.1.0';
