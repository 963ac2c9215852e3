// Generated from the API description; changes belong in the description or the templates.
/** What the names of the error classes begin with. */
export const errorPrefix = 'Chat';

/** The version of this package. */
export const VERSION = '0.1.0';
