// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('getRateLimits', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getRateLimits({
      server_side: false,
      android: false,
      ios: false,
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/rate_limits',
      query: [
        ['server_side', 'false'],
        ['android', 'false'],
        ['ios', 'false'],
      ],
      credentials: ['apiKey', 'token'],
    });
  });

  test('with web and endpoints', async () => {
    const { chat, check } = setUp();
    const response = await chat.getRateLimits({ web: false, endpoints: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/rate_limits',
      query: [['web', 'false'], ['endpoints', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});
