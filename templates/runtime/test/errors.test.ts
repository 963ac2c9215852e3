import { describe, expect, test } from '@jest/globals';
import { createRedactor } from '../call/redact.js';
import * as errors from '../errors/index.js';
import {
  ChatApiError,
  ChatError,
  ChatInputError,
  ChatRateLimitError,
  ChatServerError,
  ChatTimeoutError,
} from '../index.js';

const limited = () =>
  new ChatRateLimitError('slow down', { status: 429, code: 9, method: 'GET', path: '/a', retryAfterMs: 5 });

test('every class has its exported name, also in its stack, and extends the first', () => {
  for (const [name, ErrorClass] of Object.entries(errors)) {
    expect(ErrorClass.prototype.name).toBe(name);
    expect(ErrorClass === ChatError || ErrorClass.prototype instanceof ChatError).toBe(true);
  }
  expect(limited().stack).toMatch(/^ChatRateLimitError: GET \/a: 429 slow down\n/);
});

test('an error serialises with its name, message and fields', () => {
  expect(JSON.parse(JSON.stringify(limited()))).toMatchObject({
    name: 'ChatRateLimitError',
    message: 'GET /a: 429 slow down',
    status: 429,
    code: 9,
    retryAfterMs: 5,
  });
});

test('an error has only the fields that apply', () => {
  expect(Object.keys(new ChatInputError('no', { argument: 'a' }))).toEqual(['argument', 'code']);
  expect({ ...new ChatTimeoutError('timeout', 5, { method: 'GET', path: '/a' }) }).toEqual({
    ...{ method: 'GET', path: '/a', code: 'timeout', limit: 'timeout', limitMs: 5 },
  });
});

describe('is', () => {
  test('recognises an error and its subclasses', () => {
    expect(
      [ChatError, ChatApiError, ChatRateLimitError, ChatServerError].map((ErrorClass) => ErrorClass.is(limited())),
    ).toEqual([true, true, true, false]);
    expect([null, 'text', new Error('x'), { name: 'ChatError' }].map((value) => ChatError.is(value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('recognises an error that was cloned', () => {
    const clone = structuredClone(limited());
    expect(clone).not.toBeInstanceOf(ChatError);
    expect([ChatError.is(clone), ChatRateLimitError.is(clone), ChatTimeoutError.is(clone)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(ChatError.is(structuredClone(new Error('x')))).toBe(false);
  });

  test('recognises an error from another copy of the package', () => {
    class Base extends Error {
      override get name() {
        return 'ChatError';
      }
    }
    class Other extends Base {
      override get name() {
        return 'ChatApiError';
      }
    }
    expect([
      ChatError.is(new Other('x')),
      ChatApiError.is(new Other('x')),
      ChatRateLimitError.is(new Other('x')),
    ]).toEqual([true, true, false]);
  });
});

test('redaction replaces secrets literally and percent-encoded, the longest first', () => {
  const redact = createRedactor(['a b/c+d', 'abcd', 'abcdef', 'x', '']);
  expect(redact('a b/c+d a%20b%2Fc%2Bd a+b%2Fc%2Bd abcdef abcd x')).toBe(
    '[redacted] [redacted] [redacted] [redacted] [redacted] x',
  );
});
