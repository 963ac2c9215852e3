/** Parts of generated operations. Each operation imports what it needs, so that bundlers drop the rest. */
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
