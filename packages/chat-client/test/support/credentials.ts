// Generated from the OpenAPI document; change the document or the templates instead.
import { createHmac } from 'node:crypto';
import { expect } from '@jest/globals';
import type { RecordedRequest } from './session.js';

export const apiKey = 'test-key';
export const apiSecret = 'a secret of enough bytes for HMAC-SHA256';

/** Checks the key in the query, the server token in the header, and the service's own headers. */
export function checkCredentials(request: RecordedRequest, expected: readonly string[]): readonly string[] {
  expect(expected).toEqual(['apiKey', 'token']);
  expect(new URLSearchParams(request.query).getAll('api_key')).toEqual([apiKey]);
  expect(request.headers.get('stream-auth-type')).toBe('jwt');
  expect(request.headers.get('x-stream-client')).toBe('chat-client-0.1.0');
  checkRequestId(request.headers.get('x-client-request-id') ?? '');
  checkServerToken(request.headers.get('authorization') ?? '');
  return ['api_key'];
}

const requestIds = new Set<string>();

/** Expects a UUID of version 4 (RFC 9562), different for each request. */
function checkRequestId(id: string): void {
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(requestIds).not.toContain(id);
  requestIds.add(id);
}

/** Expects a server's JSON Web Token (RFC 7519), signed by HS256. */
function checkServerToken(token: string): void {
  const [header = '', payload = '', signature] = token.split('.');
  expect(decode(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(decode(payload)).toEqual({ server: true });
  expect(signature).toBe(createHmac('sha256', apiSecret).update(`${header}.${payload}`).digest('base64url'));
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
