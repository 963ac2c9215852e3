/** What the names of the error classes begin with. The generator writes this file anew for each package. */
export const errorPrefix = 'Chat';

/** The version of this package. */
export const VERSION = '0.0.0';
