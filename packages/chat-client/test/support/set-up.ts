// Generated from the OpenAPI document; change the document or the templates instead.
import { ChatServerClient } from '@scope/chat-client/server';
import { apiKey, apiSecret, checkCredentials } from './credentials.js';
import { type Expectation, Session } from './session.js';

/** Returns a server client of the mock server, and a function that checks its requests. */
export function setUp() {
  const session = new Session();
  const chat = new ChatServerClient({ apiKey, apiSecret, baseUrl: session.url });
  const check = (reply: unknown, expected: Expectation) => session.check(reply, expected, checkCredentials);
  return { chat, check };
}
