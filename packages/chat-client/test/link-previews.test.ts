// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('getOG', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getOG({ url: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/og',
      query: [['url', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});
