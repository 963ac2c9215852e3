import { createServer } from 'node:http';
import { REPLIES } from './replies.js';

/** A service on loopback, which prints its port and ends with its standard input. */
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
  console.log(typeof address === 'object' ? address?.port : address);
});
process.stdin.on('end', () => process.exit()).resume();
