import { createServer } from 'node:http';
import { REPLIES } from './replies.js';

/** A service on loopback, which prints its address. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const text = request.method === 'POST' ? REPLIES.POST : REPLIES.GET;
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`listening on http://127.0.0.1:${address?.port}`);
});
