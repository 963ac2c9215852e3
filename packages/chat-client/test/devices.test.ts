// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('listDevices', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listDevices({ user_id: 'john' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/devices',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/devices/0/created_at',
        '/devices/1/created_at',
      ],
    });
  });
});

describe('createDevice', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createDevice({
      id: 'activity-123',
      push_provider: 'firebase',
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/devices',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          push_provider: 'firebase',
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with push_provider_name and voip_token', async () => {
    const { chat, check } = setUp();
    const response = await chat.createDevice({
      id: 'activity-123',
      push_provider: 'apn',
      push_provider_name: 'value',
      voip_token: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/devices',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          push_provider: 'apn',
          push_provider_name: 'value',
          voip_token: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteDevice', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteDevice({ id: 'activity-123', user_id: 'john' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/devices',
      query: [
        ['id', 'activity-123'],
        ['user_id', 'john'],
      ],
      credentials: ['apiKey', 'token'],
    });
  });
});
