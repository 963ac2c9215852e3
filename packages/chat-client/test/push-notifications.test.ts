// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('checkPush', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkPush({
      user_id: 'john',
      event_type: 'message.new',
      firebase_data_template: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_push',
      body: {
        kind: 'json',
        value: {
          user_id: 'john',
          event_type: 'message.new',
          firebase_data_template: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with firebase_template and message_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkPush({
      firebase_template: 'value',
      message_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_push',
      body: {
        kind: 'json',
        value: {
          firebase_template: 'value',
          message_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with push_provider_name and push_provider_type', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkPush({
      push_provider_name: 'value',
      push_provider_type: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_push',
      body: {
        kind: 'json',
        value: {
          push_provider_name: 'value',
          push_provider_type: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with skip_devices and user', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkPush({
      skip_devices: false,
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_push',
      body: {
        kind: 'json',
        value: {
          skip_devices: false,
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('every parameter', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkPush({
      apn_template: 'apn_template',
      event_type: 'message.new',
      firebase_data_template: 'firebase_data_template',
      firebase_template: 'firebase_template',
      message_id: 'message_id',
      push_provider_name: 'push_provider_name',
      push_provider_type: 'push_provider_type',
      skip_devices: true,
      user: {
        custom: { key: 'key' },
        id: 'id',
        image: 'image',
        invisible: true,
        language: 'language',
        name: 'name',
        privacy_settings: {
          delivery_receipts: { enabled: true },
          read_receipts: { enabled: true },
          typing_indicators: { enabled: true },
        },
        role: 'role',
        teams: ['teams'],
        teams_role: { key: 'key' },
      },
      user_id: 'user_id',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_push',
      body: {
        kind: 'json',
        value: {
          apn_template: 'apn_template',
          event_type: 'message.new',
          firebase_data_template: 'firebase_data_template',
          firebase_template: 'firebase_template',
          message_id: 'message_id',
          push_provider_name: 'push_provider_name',
          push_provider_type: 'push_provider_type',
          skip_devices: true,
          user: {
            custom: { key: 'key' },
            id: 'id',
            image: 'image',
            invisible: true,
            language: 'language',
            name: 'name',
            privacy_settings: {
              delivery_receipts: { enabled: true },
              read_receipts: { enabled: true },
              typing_indicators: { enabled: true },
            },
            role: 'role',
            teams: ['teams'],
            teams_role: { key: 'key' },
          },
          user_id: 'user_id',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('updatePushNotificationPreferences', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePushNotificationPreferences({ preferences: [] });
    await check(response, {
      method: 'POST',
      path: '/api/v2/push_preferences',
      body: {
        kind: 'json',
        value: { preferences: [] },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_channel_preferences/key/key/disabled_until',
        '/user_preferences/key/disabled_until',
      ],
    });
  });
});

describe('listPushProviders', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listPushProviders();
    await check(response, {
      method: 'GET',
      path: '/api/v2/push_providers',
      credentials: ['apiKey', 'token'],
      dates: [
        '/push_providers/0/created_at',
        '/push_providers/0/disabled_at',
        '/push_providers/0/updated_at',
        '/push_providers/1/created_at',
        '/push_providers/1/disabled_at',
        '/push_providers/1/updated_at',
      ],
    });
  });
});

describe('upsertPushProvider', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.upsertPushProvider({
      push_provider: { name: 'My Feed', apn_auth_key: 'value' },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/push_providers',
      body: {
        kind: 'json',
        value: {
          push_provider: {
            name: 'My Feed',
            apn_auth_key: 'value',
          },
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/push_provider/created_at',
        '/push_provider/disabled_at',
        '/push_provider/updated_at',
      ],
    });
  });
});

describe('deletePushProvider', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deletePushProvider({ type: 'firebase', name: 'My Feed' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/push_providers/firebase/My%20Feed',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('getPushTemplates', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getPushTemplates({
      push_provider_name: 'value',
      push_provider_type: 'firebase',
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/push_templates',
      query: [
        ['push_provider_name', 'value'],
        ['push_provider_type', 'firebase'],
      ],
      credentials: ['apiKey', 'token'],
      dates: [
        '/templates/0/created_at',
        '/templates/0/updated_at',
        '/templates/1/created_at',
        '/templates/1/updated_at',
      ],
    });
  });
});

describe('upsertPushTemplate', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.upsertPushTemplate({
      event_type: 'message.new',
      push_provider_type: 'firebase',
      enable_push: false,
      push_provider_name: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/push_templates',
      body: {
        kind: 'json',
        value: {
          event_type: 'message.new',
          push_provider_type: 'firebase',
          enable_push: false,
          push_provider_name: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/template/created_at',
        '/template/updated_at',
      ],
    });
  });

  test('with template', async () => {
    const { chat, check } = setUp();
    const response = await chat.upsertPushTemplate({
      event_type: 'reaction.new',
      push_provider_type: 'apn',
      template: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/push_templates',
      body: {
        kind: 'json',
        value: {
          event_type: 'reaction.new',
          push_provider_type: 'apn',
          template: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/template/created_at',
        '/template/updated_at',
      ],
    });
  });
});
