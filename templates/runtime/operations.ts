/** Parts of generated operations. Each operation imports what it needs, so that bundlers drop the rest. */
export { type OperationFunction, operation } from './client.js';
export { binary } from './encode/binary.js';
export { chooseBody } from './encode/choose.js';
export { form } from './encode/form.js';
export { multipart } from './encode/multipart.js';
export { encodeQuery } from './encode/query.js';
export { parameterStyles } from './encode/styles.js';
export { text } from './encode/text.js';
export { byCursor, byKeyset, byOffset, byPage } from './pages/page-order.js';
export { pagedOperation } from './pages/pages.js';
export { decodeDates } from './response/decode.js';
export { replies } from './response/replies.js';
export { readHeaders } from './response/reply-headers.js';
export { jsonEvents, jsonLines, textEvents } from './response/server-events.js';
export { streamOperation } from './response/streams.js';
