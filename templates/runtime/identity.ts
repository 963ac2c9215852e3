/** Prefix of the names of the error classes. The generator rewrites this file for each package. */
export const errorPrefix = 'Chat';

/** The version of this package. */
export const VERSION = '0.0.0';
