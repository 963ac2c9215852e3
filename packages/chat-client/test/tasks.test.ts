// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('getTask', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getTask({ id: 'activity-123' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/tasks/activity-123',
      credentials: ['apiKey', 'token'],
      dates: ['/created_at', '/updated_at'],
    });
  });
});
