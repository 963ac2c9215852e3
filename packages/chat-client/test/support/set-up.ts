// Generated from the API description; changes belong in the description or the templates.
import { ChatServerClient } from '@scope/chat-client/server';
import { apiKey, apiSecret, checkCredentials } from './credentials.js';
import { type Expectation, Session } from './session.js';

/** A server client whose calls go to the mock server, and the check of what arrived there. */
export function setUp() {
  const session = new Session();
  const chat = new ChatServerClient({ apiKey, apiSecret, baseUrl: session.url });
  const check = (reply: unknown, expected: Expectation) => session.check(reply, expected, checkCredentials);
  return { chat, check };
}
