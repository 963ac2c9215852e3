import type { ParameterStyles } from '../codecs.js';
import { encodeCookie, encodeHeader } from './header.js';
import { encodeStyledPathValue } from './path-styles.js';
import { encodeQuery } from './query.js';

/** All styles of the Parameter Object (OpenAPI 3.1, section 4.8.12.2) in all locations. */
export const parameterStyles: ParameterStyles = {
  path: encodeStyledPathValue,
  query: encodeQuery,
  header: encodeHeader,
  cookie: encodeCookie,
};
