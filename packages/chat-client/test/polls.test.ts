// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { checkPages } from './support/pages.js';
import { setUp } from './support/set-up.js';

describe('createPoll', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPoll({
      name: 'My Feed',
      user_id: 'john',
      id: 'activity-123',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          user_id: 'john',
          id: 'activity-123',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with allow_user_suggested_options and description', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPoll({
      name: 'My Feed',
      allow_user_suggested_options: false,
      description: 'A description',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          allow_user_suggested_options: false,
          description: 'A description',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with enforce_unique_vote and Custom', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPoll({
      name: 'My Feed',
      enforce_unique_vote: false,
      custom: {},
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          enforce_unique_vote: false,
          custom: {},
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with is_closed and max_votes_allowed', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPoll({
      name: 'My Feed',
      is_closed: false,
      max_votes_allowed: 10,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          is_closed: false,
          max_votes_allowed: 10,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('every parameter', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPoll({
      allow_answers: true,
      allow_user_suggested_options: true,
      custom: { key: 'key' },
      description: 'description',
      enforce_unique_vote: true,
      id: 'id',
      is_closed: true,
      max_votes_allowed: -916,
      name: 'name',
      options: [{ custom: { key: 'key' }, text: 'text' }],
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
      voting_visibility: 'anonymous',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          allow_answers: true,
          allow_user_suggested_options: true,
          custom: { key: 'key' },
          description: 'description',
          enforce_unique_vote: true,
          id: 'id',
          is_closed: true,
          max_votes_allowed: -916,
          name: 'name',
          options: [
            {
              custom: { key: 'key' },
              text: 'text',
            },
          ],
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
          voting_visibility: 'anonymous',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });
});

describe('updatePoll', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePoll({
      id: 'activity-123',
      name: 'My Feed',
      user_id: 'john',
      allow_answers: false,
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          name: 'My Feed',
          user_id: 'john',
          allow_answers: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with allow_user_suggested_options and description', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePoll({
      id: 'activity-123',
      name: 'My Feed',
      allow_user_suggested_options: false,
      description: 'A description',
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          name: 'My Feed',
          allow_user_suggested_options: false,
          description: 'A description',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with enforce_unique_vote and is_closed', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePoll({
      id: 'activity-123',
      name: 'My Feed',
      enforce_unique_vote: false,
      is_closed: false,
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          name: 'My Feed',
          enforce_unique_vote: false,
          is_closed: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with max_votes_allowed and options', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePoll({
      id: 'activity-123',
      name: 'My Feed',
      max_votes_allowed: 10,
      options: [],
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          name: 'My Feed',
          max_votes_allowed: 10,
          options: [],
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('every parameter', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePoll({
      allow_answers: true,
      allow_user_suggested_options: true,
      custom: { key: 'key' },
      description: 'description',
      enforce_unique_vote: true,
      id: 'id',
      is_closed: true,
      max_votes_allowed: -916,
      name: 'name',
      options: [
        {
          custom: { key: 'key' },
          id: 'id',
          text: 'text',
        },
      ],
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
      voting_visibility: 'anonymous',
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls',
      body: {
        kind: 'json',
        value: {
          allow_answers: true,
          allow_user_suggested_options: true,
          custom: { key: 'key' },
          description: 'description',
          enforce_unique_vote: true,
          id: 'id',
          is_closed: true,
          max_votes_allowed: -916,
          name: 'name',
          options: [
            {
              custom: { key: 'key' },
              id: 'id',
              text: 'text',
            },
          ],
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
          voting_visibility: 'anonymous',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });
});

describe('queryPolls', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPolls({ user_id: 'john', limit: 25, filter: {} });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/query',
      query: [['user_id', 'john']],
      body: {
        kind: 'json',
        value: { limit: 25, filter: {} },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/polls/0/created_at',
        '/polls/0/created_by/ban_expires',
        '/polls/0/created_by/created_at',
        '/polls/0/created_by/deactivated_at',
        '/polls/0/created_by/deleted_at',
        '/polls/0/created_by/devices/0/created_at',
        '/polls/0/created_by/last_active',
        '/polls/0/created_by/push_notifications/disabled_until',
        '/polls/0/created_by/revoke_tokens_issued_before',
        '/polls/0/created_by/updated_at',
        '/polls/0/latest_answers/0/created_at',
        '/polls/0/latest_answers/0/updated_at',
        '/polls/0/latest_answers/0/user/ban_expires',
        '/polls/0/latest_answers/0/user/created_at',
        '/polls/0/latest_answers/0/user/deactivated_at',
        '/polls/0/latest_answers/0/user/deleted_at',
        '/polls/0/latest_answers/0/user/devices/0/created_at',
        '/polls/0/latest_answers/0/user/last_active',
        '/polls/0/latest_answers/0/user/push_notifications/disabled_until',
        '/polls/0/latest_answers/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_answers/0/user/updated_at',
        '/polls/0/latest_votes_by_option/key/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/updated_at',
        '/polls/0/latest_votes_by_option/key/0/user/ban_expires',
        '/polls/0/latest_votes_by_option/key/0/user/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/deactivated_at',
        '/polls/0/latest_votes_by_option/key/0/user/deleted_at',
        '/polls/0/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/last_active',
        '/polls/0/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/polls/0/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_votes_by_option/key/0/user/updated_at',
        '/polls/0/own_votes/0/created_at',
        '/polls/0/own_votes/0/updated_at',
        '/polls/0/own_votes/0/user/ban_expires',
        '/polls/0/own_votes/0/user/created_at',
        '/polls/0/own_votes/0/user/deactivated_at',
        '/polls/0/own_votes/0/user/deleted_at',
        '/polls/0/own_votes/0/user/devices/0/created_at',
        '/polls/0/own_votes/0/user/last_active',
        '/polls/0/own_votes/0/user/push_notifications/disabled_until',
        '/polls/0/own_votes/0/user/revoke_tokens_issued_before',
        '/polls/0/own_votes/0/user/updated_at',
        '/polls/0/updated_at',
      ],
    });
  });

  test('with sort and prev', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPolls({ sort: [], prev: 'eyJkaXIiOiJwcmV2In0' });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/query',
      body: {
        kind: 'json',
        value: {
          sort: [],
          prev: 'eyJkaXIiOiJwcmV2In0',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/polls/0/created_at',
        '/polls/0/created_by/ban_expires',
        '/polls/0/created_by/created_at',
        '/polls/0/created_by/deactivated_at',
        '/polls/0/created_by/deleted_at',
        '/polls/0/created_by/devices/0/created_at',
        '/polls/0/created_by/last_active',
        '/polls/0/created_by/push_notifications/disabled_until',
        '/polls/0/created_by/revoke_tokens_issued_before',
        '/polls/0/created_by/updated_at',
        '/polls/0/latest_answers/0/created_at',
        '/polls/0/latest_answers/0/updated_at',
        '/polls/0/latest_answers/0/user/ban_expires',
        '/polls/0/latest_answers/0/user/created_at',
        '/polls/0/latest_answers/0/user/deactivated_at',
        '/polls/0/latest_answers/0/user/deleted_at',
        '/polls/0/latest_answers/0/user/devices/0/created_at',
        '/polls/0/latest_answers/0/user/last_active',
        '/polls/0/latest_answers/0/user/push_notifications/disabled_until',
        '/polls/0/latest_answers/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_answers/0/user/updated_at',
        '/polls/0/latest_votes_by_option/key/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/updated_at',
        '/polls/0/latest_votes_by_option/key/0/user/ban_expires',
        '/polls/0/latest_votes_by_option/key/0/user/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/deactivated_at',
        '/polls/0/latest_votes_by_option/key/0/user/deleted_at',
        '/polls/0/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/last_active',
        '/polls/0/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/polls/0/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_votes_by_option/key/0/user/updated_at',
        '/polls/0/own_votes/0/created_at',
        '/polls/0/own_votes/0/updated_at',
        '/polls/0/own_votes/0/user/ban_expires',
        '/polls/0/own_votes/0/user/created_at',
        '/polls/0/own_votes/0/user/deactivated_at',
        '/polls/0/own_votes/0/user/deleted_at',
        '/polls/0/own_votes/0/user/devices/0/created_at',
        '/polls/0/own_votes/0/user/last_active',
        '/polls/0/own_votes/0/user/push_notifications/disabled_until',
        '/polls/0/own_votes/0/user/revoke_tokens_issued_before',
        '/polls/0/own_votes/0/user/updated_at',
        '/polls/0/updated_at',
      ],
    });
  });

  test('with next', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPolls({ next: 'eyJkaXIiOiJuZXh0In0' });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/query',
      body: {
        kind: 'json',
        value: { next: 'eyJkaXIiOiJuZXh0In0' },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/polls/0/created_at',
        '/polls/0/created_by/ban_expires',
        '/polls/0/created_by/created_at',
        '/polls/0/created_by/deactivated_at',
        '/polls/0/created_by/deleted_at',
        '/polls/0/created_by/devices/0/created_at',
        '/polls/0/created_by/last_active',
        '/polls/0/created_by/push_notifications/disabled_until',
        '/polls/0/created_by/revoke_tokens_issued_before',
        '/polls/0/created_by/updated_at',
        '/polls/0/latest_answers/0/created_at',
        '/polls/0/latest_answers/0/updated_at',
        '/polls/0/latest_answers/0/user/ban_expires',
        '/polls/0/latest_answers/0/user/created_at',
        '/polls/0/latest_answers/0/user/deactivated_at',
        '/polls/0/latest_answers/0/user/deleted_at',
        '/polls/0/latest_answers/0/user/devices/0/created_at',
        '/polls/0/latest_answers/0/user/last_active',
        '/polls/0/latest_answers/0/user/push_notifications/disabled_until',
        '/polls/0/latest_answers/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_answers/0/user/updated_at',
        '/polls/0/latest_votes_by_option/key/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/updated_at',
        '/polls/0/latest_votes_by_option/key/0/user/ban_expires',
        '/polls/0/latest_votes_by_option/key/0/user/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/deactivated_at',
        '/polls/0/latest_votes_by_option/key/0/user/deleted_at',
        '/polls/0/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/polls/0/latest_votes_by_option/key/0/user/last_active',
        '/polls/0/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/polls/0/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/polls/0/latest_votes_by_option/key/0/user/updated_at',
        '/polls/0/own_votes/0/created_at',
        '/polls/0/own_votes/0/updated_at',
        '/polls/0/own_votes/0/user/ban_expires',
        '/polls/0/own_votes/0/user/created_at',
        '/polls/0/own_votes/0/user/deactivated_at',
        '/polls/0/own_votes/0/user/deleted_at',
        '/polls/0/own_votes/0/user/devices/0/created_at',
        '/polls/0/own_votes/0/user/last_active',
        '/polls/0/own_votes/0/user/push_notifications/disabled_until',
        '/polls/0/own_votes/0/user/revoke_tokens_issued_before',
        '/polls/0/own_votes/0/user/updated_at',
        '/polls/0/updated_at',
      ],
    });
  });

  test('two pages', async () => {
    await checkPages('queryPolls', { items: 'polls', follows: { next: 'next' } }, (chat) =>
      chat.queryPolls({ user_id: 'john', limit: 25, filter: {} }),
    );
  });
});

describe('getPoll', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getPoll({ poll_id: 'poll-123', user_id: 'john' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/polls/poll-123',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });
});

describe('updatePollPartial', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePollPartial({
      poll_id: 'poll-123',
      user_id: 'john',
      unset: [],
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/polls/poll-123',
      body: {
        kind: 'json',
        value: { user_id: 'john', unset: [] },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });

  test('with user and set', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePollPartial({
      poll_id: 'poll-123',
      user: { id: 'activity-123', custom: {} },
      set: {},
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/polls/poll-123',
      body: {
        kind: 'json',
        value: {
          user: { id: 'activity-123', custom: {} },
          set: {},
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/poll/created_at',
        '/poll/created_by/ban_expires',
        '/poll/created_by/created_at',
        '/poll/created_by/deactivated_at',
        '/poll/created_by/deleted_at',
        '/poll/created_by/devices/0/created_at',
        '/poll/created_by/last_active',
        '/poll/created_by/push_notifications/disabled_until',
        '/poll/created_by/revoke_tokens_issued_before',
        '/poll/created_by/updated_at',
        '/poll/latest_answers/0/created_at',
        '/poll/latest_answers/0/updated_at',
        '/poll/latest_answers/0/user/ban_expires',
        '/poll/latest_answers/0/user/created_at',
        '/poll/latest_answers/0/user/deactivated_at',
        '/poll/latest_answers/0/user/deleted_at',
        '/poll/latest_answers/0/user/devices/0/created_at',
        '/poll/latest_answers/0/user/last_active',
        '/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/poll/latest_answers/0/user/updated_at',
        '/poll/latest_votes_by_option/key/0/created_at',
        '/poll/latest_votes_by_option/key/0/updated_at',
        '/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/poll/latest_votes_by_option/key/0/user/created_at',
        '/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/poll/latest_votes_by_option/key/0/user/last_active',
        '/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/poll/latest_votes_by_option/key/0/user/updated_at',
        '/poll/own_votes/0/created_at',
        '/poll/own_votes/0/updated_at',
        '/poll/own_votes/0/user/ban_expires',
        '/poll/own_votes/0/user/created_at',
        '/poll/own_votes/0/user/deactivated_at',
        '/poll/own_votes/0/user/deleted_at',
        '/poll/own_votes/0/user/devices/0/created_at',
        '/poll/own_votes/0/user/last_active',
        '/poll/own_votes/0/user/push_notifications/disabled_until',
        '/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/poll/own_votes/0/user/updated_at',
        '/poll/updated_at',
      ],
    });
  });
});

describe('deletePoll', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deletePoll({ poll_id: 'poll-123', user_id: 'john' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/polls/poll-123',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('createPollOption', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPollOption({
      poll_id: 'poll-123',
      text: 'Hello, world!',
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/poll-123/options',
      body: {
        kind: 'json',
        value: {
          text: 'Hello, world!',
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with Custom', async () => {
    const { chat, check } = setUp();
    const response = await chat.createPollOption({
      poll_id: 'poll-123',
      text: 'Hello, world!',
      custom: {},
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/poll-123/options',
      body: {
        kind: 'json',
        value: { text: 'Hello, world!', custom: {} },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('updatePollOption', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePollOption({
      poll_id: 'poll-123',
      id: 'activity-123',
      text: 'Hello, world!',
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls/poll-123/options',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          text: 'Hello, world!',
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with Custom', async () => {
    const { chat, check } = setUp();
    const response = await chat.updatePollOption({
      poll_id: 'poll-123',
      id: 'activity-123',
      text: 'Hello, world!',
      custom: {},
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/polls/poll-123/options',
      body: {
        kind: 'json',
        value: {
          id: 'activity-123',
          text: 'Hello, world!',
          custom: {},
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('getPollOption', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getPollOption({
      poll_id: 'poll-123',
      option_id: 'value',
      user_id: 'john',
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/polls/poll-123/options/value',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deletePollOption', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deletePollOption({
      poll_id: 'poll-123',
      option_id: 'value',
      user_id: 'john',
    });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/polls/poll-123/options/value',
      query: [['user_id', 'john']],
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('queryPollVotes', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPollVotes({
      poll_id: 'poll-123',
      user_id: 'john',
      limit: 25,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/poll-123/votes',
      query: [['user_id', 'john']],
      body: { kind: 'json', value: { limit: 25 } },
      credentials: ['apiKey', 'token'],
      dates: [
        '/votes/0/created_at',
        '/votes/0/updated_at',
        '/votes/0/user/ban_expires',
        '/votes/0/user/created_at',
        '/votes/0/user/deactivated_at',
        '/votes/0/user/deleted_at',
        '/votes/0/user/devices/0/created_at',
        '/votes/0/user/devices/1/created_at',
        '/votes/0/user/last_active',
        '/votes/0/user/push_notifications/disabled_until',
        '/votes/0/user/revoke_tokens_issued_before',
        '/votes/0/user/updated_at',
        '/votes/1/created_at',
        '/votes/1/updated_at',
        '/votes/1/user/ban_expires',
        '/votes/1/user/created_at',
        '/votes/1/user/deactivated_at',
        '/votes/1/user/deleted_at',
        '/votes/1/user/devices/0/created_at',
        '/votes/1/user/devices/1/created_at',
        '/votes/1/user/last_active',
        '/votes/1/user/push_notifications/disabled_until',
        '/votes/1/user/revoke_tokens_issued_before',
        '/votes/1/user/updated_at',
      ],
    });
  });

  test('with filter and sort', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPollVotes({ poll_id: 'poll-123', filter: {}, sort: [] });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/poll-123/votes',
      body: {
        kind: 'json',
        value: { filter: {}, sort: [] },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/votes/0/created_at',
        '/votes/0/updated_at',
        '/votes/0/user/ban_expires',
        '/votes/0/user/created_at',
        '/votes/0/user/deactivated_at',
        '/votes/0/user/deleted_at',
        '/votes/0/user/devices/0/created_at',
        '/votes/0/user/devices/1/created_at',
        '/votes/0/user/last_active',
        '/votes/0/user/push_notifications/disabled_until',
        '/votes/0/user/revoke_tokens_issued_before',
        '/votes/0/user/updated_at',
        '/votes/1/created_at',
        '/votes/1/updated_at',
        '/votes/1/user/ban_expires',
        '/votes/1/user/created_at',
        '/votes/1/user/deactivated_at',
        '/votes/1/user/deleted_at',
        '/votes/1/user/devices/0/created_at',
        '/votes/1/user/devices/1/created_at',
        '/votes/1/user/last_active',
        '/votes/1/user/push_notifications/disabled_until',
        '/votes/1/user/revoke_tokens_issued_before',
        '/votes/1/user/updated_at',
      ],
    });
  });

  test('with prev and next', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryPollVotes({
      poll_id: 'poll-123',
      prev: 'eyJkaXIiOiJwcmV2In0',
      next: 'eyJkaXIiOiJuZXh0In0',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/polls/poll-123/votes',
      body: {
        kind: 'json',
        value: {
          prev: 'eyJkaXIiOiJwcmV2In0',
          next: 'eyJkaXIiOiJuZXh0In0',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/votes/0/created_at',
        '/votes/0/updated_at',
        '/votes/0/user/ban_expires',
        '/votes/0/user/created_at',
        '/votes/0/user/deactivated_at',
        '/votes/0/user/deleted_at',
        '/votes/0/user/devices/0/created_at',
        '/votes/0/user/devices/1/created_at',
        '/votes/0/user/last_active',
        '/votes/0/user/push_notifications/disabled_until',
        '/votes/0/user/revoke_tokens_issued_before',
        '/votes/0/user/updated_at',
        '/votes/1/created_at',
        '/votes/1/updated_at',
        '/votes/1/user/ban_expires',
        '/votes/1/user/created_at',
        '/votes/1/user/deactivated_at',
        '/votes/1/user/deleted_at',
        '/votes/1/user/devices/0/created_at',
        '/votes/1/user/devices/1/created_at',
        '/votes/1/user/last_active',
        '/votes/1/user/push_notifications/disabled_until',
        '/votes/1/user/revoke_tokens_issued_before',
        '/votes/1/user/updated_at',
      ],
    });
  });

  test('two pages', async () => {
    await checkPages('queryPollVotes', { items: 'votes', follows: { next: 'next' } }, (chat) =>
      chat.queryPollVotes({
        poll_id: 'poll-123',
        user_id: 'john',
        limit: 25,
      }),
    );
  });
});
