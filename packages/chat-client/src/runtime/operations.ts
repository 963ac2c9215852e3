/** What generated operations are made of. Each names what it needs, so that a bundler drops the rest. */
export { type OperationFunction, operation } from './client.js';
export { decodeDates } from './decode.js';
export { binary } from './encode/binary.js';
export { chooseBody } from './encode/choose.js';
export { form } from './encode/form.js';
export { multipart } from './encode/multipart.js';
export { parameterStyles } from './encode/styles.js';
export { text } from './encode/text.js';
export { byCursor, byKeyset, byOffset } from './page-order.js';
export { pagedOperation } from './pages.js';
export { replies } from './replies.js';
export { readHeaders } from './reply-headers.js';
export { jsonEvents, jsonLines, textEvents } from './server-events.js';
export { streamOperation } from './streams.js';
