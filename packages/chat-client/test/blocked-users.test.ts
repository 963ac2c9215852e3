// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('getBlockedUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getBlockedUsers({ user_id: 'john' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/users/block',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocks/0/blocked_user/ban_expires',
        '/blocks/0/blocked_user/created_at',
        '/blocks/0/blocked_user/deactivated_at',
        '/blocks/0/blocked_user/deleted_at',
        '/blocks/0/blocked_user/devices/0/created_at',
        '/blocks/0/blocked_user/last_active',
        '/blocks/0/blocked_user/push_notifications/disabled_until',
        '/blocks/0/blocked_user/revoke_tokens_issued_before',
        '/blocks/0/blocked_user/updated_at',
        '/blocks/0/created_at',
        '/blocks/0/user/ban_expires',
        '/blocks/0/user/created_at',
        '/blocks/0/user/deactivated_at',
        '/blocks/0/user/deleted_at',
        '/blocks/0/user/devices/0/created_at',
        '/blocks/0/user/last_active',
        '/blocks/0/user/push_notifications/disabled_until',
        '/blocks/0/user/revoke_tokens_issued_before',
        '/blocks/0/user/updated_at',
      ],
    });
  });
});

describe('blockUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.blockUsers({
      blocked_user_id: 'value',
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/block',
      body: {
        kind: 'json',
        value: {
          blocked_user_id: 'value',
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
      dates: ['/created_at'],
    });
  });
});

describe('unblockUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.unblockUsers({
      blocked_user_id: 'value',
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/unblock',
      body: {
        kind: 'json',
        value: {
          blocked_user_id: 'value',
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});
