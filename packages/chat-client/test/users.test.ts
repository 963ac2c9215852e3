// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { checkPages } from './support/pages.js';
import { setUp } from './support/set-up.js';

describe('exportUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.exportUsers({ user_ids: ['user-1', 'user-2'] });
    await check(response, {
      method: 'POST',
      path: '/api/v2/export/users',
      body: {
        kind: 'json',
        value: { user_ids: ['user-1', 'user-2'] },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('createGuest', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createGuest({ user: { id: 'activity-123', custom: {} } });
    await check(response, {
      method: 'POST',
      path: '/api/v2/guest',
      body: {
        kind: 'json',
        value: {
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user/ban_expires',
        '/user/created_at',
        '/user/deactivated_at',
        '/user/deleted_at',
        '/user/devices/0/created_at',
        '/user/devices/1/created_at',
        '/user/last_active',
        '/user/push_notifications/disabled_until',
        '/user/revoke_tokens_issued_before',
        '/user/updated_at',
      ],
    });
  });
});

describe('queryUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.queryUsers({
      payload: {
        filter_conditions: { role: { $eq: 'admin' } },
        sort: [{ field: 'last_active', direction: -1 }],
        limit: 25,
      },
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/users',
      query: [
        [
          'payload',
          '{"filter_conditions":{"role":{"$eq":"admin"}},"sort":[{"field":"last_active","direction":-1}],"limit":25}',
        ],
      ],
      credentials: ['apiKey', 'token'],
      dates: [
        '/users/0/ban_expires',
        '/users/0/channel_mutes/0/channel/config/commands/0/created_at',
        '/users/0/channel_mutes/0/channel/config/commands/0/updated_at',
        '/users/0/channel_mutes/0/channel/config/created_at',
        '/users/0/channel_mutes/0/channel/config/updated_at',
        '/users/0/channel_mutes/0/channel/created_at',
        '/users/0/channel_mutes/0/channel/created_by/ban_expires',
        '/users/0/channel_mutes/0/channel/created_by/created_at',
        '/users/0/channel_mutes/0/channel/created_by/deactivated_at',
        '/users/0/channel_mutes/0/channel/created_by/deleted_at',
        '/users/0/channel_mutes/0/channel/created_by/devices/0/created_at',
        '/users/0/channel_mutes/0/channel/created_by/last_active',
        '/users/0/channel_mutes/0/channel/created_by/push_notifications/disabled_until',
        '/users/0/channel_mutes/0/channel/created_by/revoke_tokens_issued_before',
        '/users/0/channel_mutes/0/channel/created_by/updated_at',
        '/users/0/channel_mutes/0/channel/deleted_at',
        '/users/0/channel_mutes/0/channel/hide_messages_before',
        '/users/0/channel_mutes/0/channel/last_message_at',
        '/users/0/channel_mutes/0/channel/members/0/archived_at',
        '/users/0/channel_mutes/0/channel/members/0/ban_expires',
        '/users/0/channel_mutes/0/channel/members/0/created_at',
        '/users/0/channel_mutes/0/channel/members/0/deleted_at',
        '/users/0/channel_mutes/0/channel/members/0/invite_accepted_at',
        '/users/0/channel_mutes/0/channel/members/0/invite_rejected_at',
        '/users/0/channel_mutes/0/channel/members/0/pinned_at',
        '/users/0/channel_mutes/0/channel/members/0/updated_at',
        '/users/0/channel_mutes/0/channel/members/0/user/ban_expires',
        '/users/0/channel_mutes/0/channel/members/0/user/created_at',
        '/users/0/channel_mutes/0/channel/members/0/user/deactivated_at',
        '/users/0/channel_mutes/0/channel/members/0/user/deleted_at',
        '/users/0/channel_mutes/0/channel/members/0/user/devices/0/created_at',
        '/users/0/channel_mutes/0/channel/members/0/user/last_active',
        '/users/0/channel_mutes/0/channel/members/0/user/push_notifications/disabled_until',
        '/users/0/channel_mutes/0/channel/members/0/user/revoke_tokens_issued_before',
        '/users/0/channel_mutes/0/channel/members/0/user/updated_at',
        '/users/0/channel_mutes/0/channel/mute_expires_at',
        '/users/0/channel_mutes/0/channel/truncated_at',
        '/users/0/channel_mutes/0/channel/truncated_by/ban_expires',
        '/users/0/channel_mutes/0/channel/truncated_by/created_at',
        '/users/0/channel_mutes/0/channel/truncated_by/deactivated_at',
        '/users/0/channel_mutes/0/channel/truncated_by/deleted_at',
        '/users/0/channel_mutes/0/channel/truncated_by/devices/0/created_at',
        '/users/0/channel_mutes/0/channel/truncated_by/last_active',
        '/users/0/channel_mutes/0/channel/truncated_by/push_notifications/disabled_until',
        '/users/0/channel_mutes/0/channel/truncated_by/revoke_tokens_issued_before',
        '/users/0/channel_mutes/0/channel/truncated_by/updated_at',
        '/users/0/channel_mutes/0/channel/updated_at',
        '/users/0/channel_mutes/0/created_at',
        '/users/0/channel_mutes/0/expires',
        '/users/0/channel_mutes/0/updated_at',
        '/users/0/channel_mutes/0/user/ban_expires',
        '/users/0/channel_mutes/0/user/created_at',
        '/users/0/channel_mutes/0/user/deactivated_at',
        '/users/0/channel_mutes/0/user/deleted_at',
        '/users/0/channel_mutes/0/user/devices/0/created_at',
        '/users/0/channel_mutes/0/user/last_active',
        '/users/0/channel_mutes/0/user/push_notifications/disabled_until',
        '/users/0/channel_mutes/0/user/revoke_tokens_issued_before',
        '/users/0/channel_mutes/0/user/updated_at',
        '/users/0/created_at',
        '/users/0/deactivated_at',
        '/users/0/deleted_at',
        '/users/0/devices/0/created_at',
        '/users/0/last_active',
        '/users/0/mutes/0/created_at',
        '/users/0/mutes/0/expires',
        '/users/0/mutes/0/target/ban_expires',
        '/users/0/mutes/0/target/created_at',
        '/users/0/mutes/0/target/deactivated_at',
        '/users/0/mutes/0/target/deleted_at',
        '/users/0/mutes/0/target/devices/0/created_at',
        '/users/0/mutes/0/target/last_active',
        '/users/0/mutes/0/target/push_notifications/disabled_until',
        '/users/0/mutes/0/target/revoke_tokens_issued_before',
        '/users/0/mutes/0/target/updated_at',
        '/users/0/mutes/0/updated_at',
        '/users/0/mutes/0/user/ban_expires',
        '/users/0/mutes/0/user/created_at',
        '/users/0/mutes/0/user/deactivated_at',
        '/users/0/mutes/0/user/deleted_at',
        '/users/0/mutes/0/user/devices/0/created_at',
        '/users/0/mutes/0/user/last_active',
        '/users/0/mutes/0/user/push_notifications/disabled_until',
        '/users/0/mutes/0/user/revoke_tokens_issued_before',
        '/users/0/mutes/0/user/updated_at',
        '/users/0/revoke_tokens_issued_before',
        '/users/0/updated_at',
      ],
    });
  });

  test('two pages', async () => {
    await checkPages('queryUsers', { items: 'users', offset: 'payload/offset' }, (chat) =>
      chat.queryUsers({
        payload: {
          filter_conditions: { role: { $eq: 'admin' } },
          sort: [{ field: 'last_active', direction: -1 }],
          limit: 25,
        },
      }),
    );
  });
});

describe('updateUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateUsers({ users: {} });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users',
      body: { kind: 'json', value: { users: {} } },
      credentials: ['apiKey', 'token'],
      dates: [
        '/users/key/ban_expires',
        '/users/key/channel_mutes/0/channel/config/commands/0/created_at',
        '/users/key/channel_mutes/0/channel/config/commands/0/updated_at',
        '/users/key/channel_mutes/0/channel/config/created_at',
        '/users/key/channel_mutes/0/channel/config/updated_at',
        '/users/key/channel_mutes/0/channel/created_at',
        '/users/key/channel_mutes/0/channel/created_by/ban_expires',
        '/users/key/channel_mutes/0/channel/created_by/created_at',
        '/users/key/channel_mutes/0/channel/created_by/deactivated_at',
        '/users/key/channel_mutes/0/channel/created_by/deleted_at',
        '/users/key/channel_mutes/0/channel/created_by/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/created_by/last_active',
        '/users/key/channel_mutes/0/channel/created_by/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/created_by/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/created_by/updated_at',
        '/users/key/channel_mutes/0/channel/deleted_at',
        '/users/key/channel_mutes/0/channel/hide_messages_before',
        '/users/key/channel_mutes/0/channel/last_message_at',
        '/users/key/channel_mutes/0/channel/members/0/archived_at',
        '/users/key/channel_mutes/0/channel/members/0/ban_expires',
        '/users/key/channel_mutes/0/channel/members/0/created_at',
        '/users/key/channel_mutes/0/channel/members/0/deleted_at',
        '/users/key/channel_mutes/0/channel/members/0/invite_accepted_at',
        '/users/key/channel_mutes/0/channel/members/0/invite_rejected_at',
        '/users/key/channel_mutes/0/channel/members/0/pinned_at',
        '/users/key/channel_mutes/0/channel/members/0/updated_at',
        '/users/key/channel_mutes/0/channel/members/0/user/ban_expires',
        '/users/key/channel_mutes/0/channel/members/0/user/created_at',
        '/users/key/channel_mutes/0/channel/members/0/user/deactivated_at',
        '/users/key/channel_mutes/0/channel/members/0/user/deleted_at',
        '/users/key/channel_mutes/0/channel/members/0/user/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/members/0/user/last_active',
        '/users/key/channel_mutes/0/channel/members/0/user/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/members/0/user/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/members/0/user/updated_at',
        '/users/key/channel_mutes/0/channel/mute_expires_at',
        '/users/key/channel_mutes/0/channel/truncated_at',
        '/users/key/channel_mutes/0/channel/truncated_by/ban_expires',
        '/users/key/channel_mutes/0/channel/truncated_by/created_at',
        '/users/key/channel_mutes/0/channel/truncated_by/deactivated_at',
        '/users/key/channel_mutes/0/channel/truncated_by/deleted_at',
        '/users/key/channel_mutes/0/channel/truncated_by/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/truncated_by/last_active',
        '/users/key/channel_mutes/0/channel/truncated_by/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/truncated_by/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/truncated_by/updated_at',
        '/users/key/channel_mutes/0/channel/updated_at',
        '/users/key/channel_mutes/0/created_at',
        '/users/key/channel_mutes/0/expires',
        '/users/key/channel_mutes/0/updated_at',
        '/users/key/channel_mutes/0/user/ban_expires',
        '/users/key/channel_mutes/0/user/created_at',
        '/users/key/channel_mutes/0/user/deactivated_at',
        '/users/key/channel_mutes/0/user/deleted_at',
        '/users/key/channel_mutes/0/user/devices/0/created_at',
        '/users/key/channel_mutes/0/user/last_active',
        '/users/key/channel_mutes/0/user/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/user/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/user/updated_at',
        '/users/key/created_at',
        '/users/key/deactivated_at',
        '/users/key/deleted_at',
        '/users/key/devices/0/created_at',
        '/users/key/last_active',
        '/users/key/mutes/0/created_at',
        '/users/key/mutes/0/expires',
        '/users/key/mutes/0/target/ban_expires',
        '/users/key/mutes/0/target/created_at',
        '/users/key/mutes/0/target/deactivated_at',
        '/users/key/mutes/0/target/deleted_at',
        '/users/key/mutes/0/target/devices/0/created_at',
        '/users/key/mutes/0/target/last_active',
        '/users/key/mutes/0/target/push_notifications/disabled_until',
        '/users/key/mutes/0/target/revoke_tokens_issued_before',
        '/users/key/mutes/0/target/updated_at',
        '/users/key/mutes/0/updated_at',
        '/users/key/mutes/0/user/ban_expires',
        '/users/key/mutes/0/user/created_at',
        '/users/key/mutes/0/user/deactivated_at',
        '/users/key/mutes/0/user/deleted_at',
        '/users/key/mutes/0/user/devices/0/created_at',
        '/users/key/mutes/0/user/last_active',
        '/users/key/mutes/0/user/push_notifications/disabled_until',
        '/users/key/mutes/0/user/revoke_tokens_issued_before',
        '/users/key/mutes/0/user/updated_at',
        '/users/key/revoke_tokens_issued_before',
        '/users/key/updated_at',
      ],
    });
  });
});

describe('updateUsersPartial', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateUsersPartial({ users: [] });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/users',
      body: { kind: 'json', value: { users: [] } },
      credentials: ['apiKey', 'token'],
      dates: [
        '/users/key/ban_expires',
        '/users/key/channel_mutes/0/channel/config/commands/0/created_at',
        '/users/key/channel_mutes/0/channel/config/commands/0/updated_at',
        '/users/key/channel_mutes/0/channel/config/created_at',
        '/users/key/channel_mutes/0/channel/config/updated_at',
        '/users/key/channel_mutes/0/channel/created_at',
        '/users/key/channel_mutes/0/channel/created_by/ban_expires',
        '/users/key/channel_mutes/0/channel/created_by/created_at',
        '/users/key/channel_mutes/0/channel/created_by/deactivated_at',
        '/users/key/channel_mutes/0/channel/created_by/deleted_at',
        '/users/key/channel_mutes/0/channel/created_by/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/created_by/last_active',
        '/users/key/channel_mutes/0/channel/created_by/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/created_by/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/created_by/updated_at',
        '/users/key/channel_mutes/0/channel/deleted_at',
        '/users/key/channel_mutes/0/channel/hide_messages_before',
        '/users/key/channel_mutes/0/channel/last_message_at',
        '/users/key/channel_mutes/0/channel/members/0/archived_at',
        '/users/key/channel_mutes/0/channel/members/0/ban_expires',
        '/users/key/channel_mutes/0/channel/members/0/created_at',
        '/users/key/channel_mutes/0/channel/members/0/deleted_at',
        '/users/key/channel_mutes/0/channel/members/0/invite_accepted_at',
        '/users/key/channel_mutes/0/channel/members/0/invite_rejected_at',
        '/users/key/channel_mutes/0/channel/members/0/pinned_at',
        '/users/key/channel_mutes/0/channel/members/0/updated_at',
        '/users/key/channel_mutes/0/channel/members/0/user/ban_expires',
        '/users/key/channel_mutes/0/channel/members/0/user/created_at',
        '/users/key/channel_mutes/0/channel/members/0/user/deactivated_at',
        '/users/key/channel_mutes/0/channel/members/0/user/deleted_at',
        '/users/key/channel_mutes/0/channel/members/0/user/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/members/0/user/last_active',
        '/users/key/channel_mutes/0/channel/members/0/user/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/members/0/user/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/members/0/user/updated_at',
        '/users/key/channel_mutes/0/channel/mute_expires_at',
        '/users/key/channel_mutes/0/channel/truncated_at',
        '/users/key/channel_mutes/0/channel/truncated_by/ban_expires',
        '/users/key/channel_mutes/0/channel/truncated_by/created_at',
        '/users/key/channel_mutes/0/channel/truncated_by/deactivated_at',
        '/users/key/channel_mutes/0/channel/truncated_by/deleted_at',
        '/users/key/channel_mutes/0/channel/truncated_by/devices/0/created_at',
        '/users/key/channel_mutes/0/channel/truncated_by/last_active',
        '/users/key/channel_mutes/0/channel/truncated_by/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/channel/truncated_by/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/channel/truncated_by/updated_at',
        '/users/key/channel_mutes/0/channel/updated_at',
        '/users/key/channel_mutes/0/created_at',
        '/users/key/channel_mutes/0/expires',
        '/users/key/channel_mutes/0/updated_at',
        '/users/key/channel_mutes/0/user/ban_expires',
        '/users/key/channel_mutes/0/user/created_at',
        '/users/key/channel_mutes/0/user/deactivated_at',
        '/users/key/channel_mutes/0/user/deleted_at',
        '/users/key/channel_mutes/0/user/devices/0/created_at',
        '/users/key/channel_mutes/0/user/last_active',
        '/users/key/channel_mutes/0/user/push_notifications/disabled_until',
        '/users/key/channel_mutes/0/user/revoke_tokens_issued_before',
        '/users/key/channel_mutes/0/user/updated_at',
        '/users/key/created_at',
        '/users/key/deactivated_at',
        '/users/key/deleted_at',
        '/users/key/devices/0/created_at',
        '/users/key/last_active',
        '/users/key/mutes/0/created_at',
        '/users/key/mutes/0/expires',
        '/users/key/mutes/0/target/ban_expires',
        '/users/key/mutes/0/target/created_at',
        '/users/key/mutes/0/target/deactivated_at',
        '/users/key/mutes/0/target/deleted_at',
        '/users/key/mutes/0/target/devices/0/created_at',
        '/users/key/mutes/0/target/last_active',
        '/users/key/mutes/0/target/push_notifications/disabled_until',
        '/users/key/mutes/0/target/revoke_tokens_issued_before',
        '/users/key/mutes/0/target/updated_at',
        '/users/key/mutes/0/updated_at',
        '/users/key/mutes/0/user/ban_expires',
        '/users/key/mutes/0/user/created_at',
        '/users/key/mutes/0/user/deactivated_at',
        '/users/key/mutes/0/user/deleted_at',
        '/users/key/mutes/0/user/devices/0/created_at',
        '/users/key/mutes/0/user/last_active',
        '/users/key/mutes/0/user/push_notifications/disabled_until',
        '/users/key/mutes/0/user/revoke_tokens_issued_before',
        '/users/key/mutes/0/user/updated_at',
        '/users/key/revoke_tokens_issued_before',
        '/users/key/updated_at',
      ],
    });
  });
});

describe('deactivateUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deactivateUsers({
      user_ids: ['user-1', 'user-2'],
      created_by_id: 'value',
      mark_channels_deleted: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/deactivate',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          created_by_id: 'value',
          mark_channels_deleted: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with mark_messages_deleted', async () => {
    const { chat, check } = setUp();
    const response = await chat.deactivateUsers({
      user_ids: ['user-1', 'user-2'],
      mark_messages_deleted: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/deactivate',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          mark_messages_deleted: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteUsers({
      user_ids: ['user-1', 'user-2'],
      calls: 'soft',
      conversations: 'soft',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/delete',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          calls: 'soft',
          conversations: 'soft',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with files and messages', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteUsers({
      user_ids: ['user-1', 'user-2'],
      files: false,
      messages: 'soft',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/delete',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          files: false,
          messages: 'soft',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with new_call_owner_id and new_channel_owner_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteUsers({
      user_ids: ['user-1', 'user-2'],
      new_call_owner_id: 'value',
      new_channel_owner_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/delete',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          new_call_owner_id: 'value',
          new_channel_owner_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with user', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteUsers({ user_ids: ['user-1', 'user-2'], user: 'soft' });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/delete',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          user: 'soft',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('reactivateUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.reactivateUsers({
      user_ids: ['user-1', 'user-2'],
      created_by_id: 'value',
      restore_channels: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/reactivate',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          created_by_id: 'value',
          restore_channels: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with restore_messages', async () => {
    const { chat, check } = setUp();
    const response = await chat.reactivateUsers({
      user_ids: ['user-1', 'user-2'],
      restore_messages: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/reactivate',
      body: {
        kind: 'json',
        value: {
          user_ids: ['user-1', 'user-2'],
          restore_messages: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('restoreUsers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.restoreUsers({ user_ids: ['user-1', 'user-2'] });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/restore',
      body: {
        kind: 'json',
        value: { user_ids: ['user-1', 'user-2'] },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deactivateUser', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deactivateUser({
      user_id: 'john',
      created_by_id: 'value',
      mark_messages_deleted: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/john/deactivate',
      body: {
        kind: 'json',
        value: {
          created_by_id: 'value',
          mark_messages_deleted: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user/ban_expires',
        '/user/created_at',
        '/user/deactivated_at',
        '/user/deleted_at',
        '/user/devices/0/created_at',
        '/user/devices/1/created_at',
        '/user/last_active',
        '/user/push_notifications/disabled_until',
        '/user/revoke_tokens_issued_before',
        '/user/updated_at',
      ],
    });
  });
});

describe('exportUser', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.exportUser({ user_id: 'john' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/users/john/export',
      credentials: ['apiKey', 'token'],
      dates: [
        '/messages/0/created_at',
        '/messages/0/deleted_at',
        '/messages/0/draft/channel/config/commands/0/created_at',
        '/messages/0/draft/channel/config/commands/0/updated_at',
        '/messages/0/draft/channel/config/created_at',
        '/messages/0/draft/channel/config/updated_at',
        '/messages/0/draft/channel/created_at',
        '/messages/0/draft/channel/created_by/ban_expires',
        '/messages/0/draft/channel/created_by/created_at',
        '/messages/0/draft/channel/created_by/deactivated_at',
        '/messages/0/draft/channel/created_by/deleted_at',
        '/messages/0/draft/channel/created_by/devices/0/created_at',
        '/messages/0/draft/channel/created_by/last_active',
        '/messages/0/draft/channel/created_by/push_notifications/disabled_until',
        '/messages/0/draft/channel/created_by/revoke_tokens_issued_before',
        '/messages/0/draft/channel/created_by/updated_at',
        '/messages/0/draft/channel/deleted_at',
        '/messages/0/draft/channel/hide_messages_before',
        '/messages/0/draft/channel/last_message_at',
        '/messages/0/draft/channel/members/0/archived_at',
        '/messages/0/draft/channel/members/0/ban_expires',
        '/messages/0/draft/channel/members/0/created_at',
        '/messages/0/draft/channel/members/0/deleted_at',
        '/messages/0/draft/channel/members/0/invite_accepted_at',
        '/messages/0/draft/channel/members/0/invite_rejected_at',
        '/messages/0/draft/channel/members/0/pinned_at',
        '/messages/0/draft/channel/members/0/updated_at',
        '/messages/0/draft/channel/members/0/user/ban_expires',
        '/messages/0/draft/channel/members/0/user/created_at',
        '/messages/0/draft/channel/members/0/user/deactivated_at',
        '/messages/0/draft/channel/members/0/user/deleted_at',
        '/messages/0/draft/channel/members/0/user/devices/0/created_at',
        '/messages/0/draft/channel/members/0/user/last_active',
        '/messages/0/draft/channel/members/0/user/push_notifications/disabled_until',
        '/messages/0/draft/channel/members/0/user/revoke_tokens_issued_before',
        '/messages/0/draft/channel/members/0/user/updated_at',
        '/messages/0/draft/channel/mute_expires_at',
        '/messages/0/draft/channel/truncated_at',
        '/messages/0/draft/channel/truncated_by/ban_expires',
        '/messages/0/draft/channel/truncated_by/created_at',
        '/messages/0/draft/channel/truncated_by/deactivated_at',
        '/messages/0/draft/channel/truncated_by/deleted_at',
        '/messages/0/draft/channel/truncated_by/devices/0/created_at',
        '/messages/0/draft/channel/truncated_by/last_active',
        '/messages/0/draft/channel/truncated_by/push_notifications/disabled_until',
        '/messages/0/draft/channel/truncated_by/revoke_tokens_issued_before',
        '/messages/0/draft/channel/truncated_by/updated_at',
        '/messages/0/draft/channel/updated_at',
        '/messages/0/draft/created_at',
        '/messages/0/draft/message/mentioned_users/0/ban_expires',
        '/messages/0/draft/message/mentioned_users/0/created_at',
        '/messages/0/draft/message/mentioned_users/0/deactivated_at',
        '/messages/0/draft/message/mentioned_users/0/deleted_at',
        '/messages/0/draft/message/mentioned_users/0/devices/0/created_at',
        '/messages/0/draft/message/mentioned_users/0/last_active',
        '/messages/0/draft/message/mentioned_users/0/push_notifications/disabled_until',
        '/messages/0/draft/message/mentioned_users/0/revoke_tokens_issued_before',
        '/messages/0/draft/message/mentioned_users/0/updated_at',
        '/messages/0/latest_reactions/0/created_at',
        '/messages/0/latest_reactions/0/updated_at',
        '/messages/0/latest_reactions/0/user/ban_expires',
        '/messages/0/latest_reactions/0/user/created_at',
        '/messages/0/latest_reactions/0/user/deactivated_at',
        '/messages/0/latest_reactions/0/user/deleted_at',
        '/messages/0/latest_reactions/0/user/devices/0/created_at',
        '/messages/0/latest_reactions/0/user/last_active',
        '/messages/0/latest_reactions/0/user/push_notifications/disabled_until',
        '/messages/0/latest_reactions/0/user/revoke_tokens_issued_before',
        '/messages/0/latest_reactions/0/user/updated_at',
        '/messages/0/member/archived_at',
        '/messages/0/member/ban_expires',
        '/messages/0/member/created_at',
        '/messages/0/member/deleted_at',
        '/messages/0/member/invite_accepted_at',
        '/messages/0/member/invite_rejected_at',
        '/messages/0/member/pinned_at',
        '/messages/0/member/updated_at',
        '/messages/0/member/user/ban_expires',
        '/messages/0/member/user/created_at',
        '/messages/0/member/user/deactivated_at',
        '/messages/0/member/user/deleted_at',
        '/messages/0/member/user/devices/0/created_at',
        '/messages/0/member/user/last_active',
        '/messages/0/member/user/push_notifications/disabled_until',
        '/messages/0/member/user/revoke_tokens_issued_before',
        '/messages/0/member/user/updated_at',
        '/messages/0/mentioned_users/0/ban_expires',
        '/messages/0/mentioned_users/0/created_at',
        '/messages/0/mentioned_users/0/deactivated_at',
        '/messages/0/mentioned_users/0/deleted_at',
        '/messages/0/mentioned_users/0/devices/0/created_at',
        '/messages/0/mentioned_users/0/last_active',
        '/messages/0/mentioned_users/0/push_notifications/disabled_until',
        '/messages/0/mentioned_users/0/revoke_tokens_issued_before',
        '/messages/0/mentioned_users/0/updated_at',
        '/messages/0/message_text_updated_at',
        '/messages/0/own_reactions/0/created_at',
        '/messages/0/own_reactions/0/updated_at',
        '/messages/0/own_reactions/0/user/ban_expires',
        '/messages/0/own_reactions/0/user/created_at',
        '/messages/0/own_reactions/0/user/deactivated_at',
        '/messages/0/own_reactions/0/user/deleted_at',
        '/messages/0/own_reactions/0/user/devices/0/created_at',
        '/messages/0/own_reactions/0/user/last_active',
        '/messages/0/own_reactions/0/user/push_notifications/disabled_until',
        '/messages/0/own_reactions/0/user/revoke_tokens_issued_before',
        '/messages/0/own_reactions/0/user/updated_at',
        '/messages/0/pin_expires',
        '/messages/0/pinned_at',
        '/messages/0/pinned_by/ban_expires',
        '/messages/0/pinned_by/created_at',
        '/messages/0/pinned_by/deactivated_at',
        '/messages/0/pinned_by/deleted_at',
        '/messages/0/pinned_by/devices/0/created_at',
        '/messages/0/pinned_by/last_active',
        '/messages/0/pinned_by/push_notifications/disabled_until',
        '/messages/0/pinned_by/revoke_tokens_issued_before',
        '/messages/0/pinned_by/updated_at',
        '/messages/0/poll/created_at',
        '/messages/0/poll/created_by/ban_expires',
        '/messages/0/poll/created_by/created_at',
        '/messages/0/poll/created_by/deactivated_at',
        '/messages/0/poll/created_by/deleted_at',
        '/messages/0/poll/created_by/devices/0/created_at',
        '/messages/0/poll/created_by/last_active',
        '/messages/0/poll/created_by/push_notifications/disabled_until',
        '/messages/0/poll/created_by/revoke_tokens_issued_before',
        '/messages/0/poll/created_by/updated_at',
        '/messages/0/poll/latest_answers/0/created_at',
        '/messages/0/poll/latest_answers/0/updated_at',
        '/messages/0/poll/latest_answers/0/user/ban_expires',
        '/messages/0/poll/latest_answers/0/user/created_at',
        '/messages/0/poll/latest_answers/0/user/deactivated_at',
        '/messages/0/poll/latest_answers/0/user/deleted_at',
        '/messages/0/poll/latest_answers/0/user/devices/0/created_at',
        '/messages/0/poll/latest_answers/0/user/last_active',
        '/messages/0/poll/latest_answers/0/user/push_notifications/disabled_until',
        '/messages/0/poll/latest_answers/0/user/revoke_tokens_issued_before',
        '/messages/0/poll/latest_answers/0/user/updated_at',
        '/messages/0/poll/latest_votes_by_option/key/0/created_at',
        '/messages/0/poll/latest_votes_by_option/key/0/updated_at',
        '/messages/0/poll/latest_votes_by_option/key/0/user/ban_expires',
        '/messages/0/poll/latest_votes_by_option/key/0/user/created_at',
        '/messages/0/poll/latest_votes_by_option/key/0/user/deactivated_at',
        '/messages/0/poll/latest_votes_by_option/key/0/user/deleted_at',
        '/messages/0/poll/latest_votes_by_option/key/0/user/devices/0/created_at',
        '/messages/0/poll/latest_votes_by_option/key/0/user/last_active',
        '/messages/0/poll/latest_votes_by_option/key/0/user/push_notifications/disabled_until',
        '/messages/0/poll/latest_votes_by_option/key/0/user/revoke_tokens_issued_before',
        '/messages/0/poll/latest_votes_by_option/key/0/user/updated_at',
        '/messages/0/poll/own_votes/0/created_at',
        '/messages/0/poll/own_votes/0/updated_at',
        '/messages/0/poll/own_votes/0/user/ban_expires',
        '/messages/0/poll/own_votes/0/user/created_at',
        '/messages/0/poll/own_votes/0/user/deactivated_at',
        '/messages/0/poll/own_votes/0/user/deleted_at',
        '/messages/0/poll/own_votes/0/user/devices/0/created_at',
        '/messages/0/poll/own_votes/0/user/last_active',
        '/messages/0/poll/own_votes/0/user/push_notifications/disabled_until',
        '/messages/0/poll/own_votes/0/user/revoke_tokens_issued_before',
        '/messages/0/poll/own_votes/0/user/updated_at',
        '/messages/0/poll/updated_at',
        '/messages/0/reaction_groups/key/first_reaction_at',
        '/messages/0/reaction_groups/key/last_reaction_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/created_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/ban_expires',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/created_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/deactivated_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/deleted_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/devices/0/created_at',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/last_active',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/push_notifications/disabled_until',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/revoke_tokens_issued_before',
        '/messages/0/reaction_groups/key/latest_reactions_by/0/user/updated_at',
        '/messages/0/reminder/channel/config/commands/0/created_at',
        '/messages/0/reminder/channel/config/commands/0/updated_at',
        '/messages/0/reminder/channel/config/created_at',
        '/messages/0/reminder/channel/config/updated_at',
        '/messages/0/reminder/channel/created_at',
        '/messages/0/reminder/channel/created_by/ban_expires',
        '/messages/0/reminder/channel/created_by/created_at',
        '/messages/0/reminder/channel/created_by/deactivated_at',
        '/messages/0/reminder/channel/created_by/deleted_at',
        '/messages/0/reminder/channel/created_by/devices/0/created_at',
        '/messages/0/reminder/channel/created_by/last_active',
        '/messages/0/reminder/channel/created_by/push_notifications/disabled_until',
        '/messages/0/reminder/channel/created_by/revoke_tokens_issued_before',
        '/messages/0/reminder/channel/created_by/updated_at',
        '/messages/0/reminder/channel/deleted_at',
        '/messages/0/reminder/channel/hide_messages_before',
        '/messages/0/reminder/channel/last_message_at',
        '/messages/0/reminder/channel/members/0/archived_at',
        '/messages/0/reminder/channel/members/0/ban_expires',
        '/messages/0/reminder/channel/members/0/created_at',
        '/messages/0/reminder/channel/members/0/deleted_at',
        '/messages/0/reminder/channel/members/0/invite_accepted_at',
        '/messages/0/reminder/channel/members/0/invite_rejected_at',
        '/messages/0/reminder/channel/members/0/pinned_at',
        '/messages/0/reminder/channel/members/0/updated_at',
        '/messages/0/reminder/channel/members/0/user/ban_expires',
        '/messages/0/reminder/channel/members/0/user/created_at',
        '/messages/0/reminder/channel/members/0/user/deactivated_at',
        '/messages/0/reminder/channel/members/0/user/deleted_at',
        '/messages/0/reminder/channel/members/0/user/devices/0/created_at',
        '/messages/0/reminder/channel/members/0/user/last_active',
        '/messages/0/reminder/channel/members/0/user/push_notifications/disabled_until',
        '/messages/0/reminder/channel/members/0/user/revoke_tokens_issued_before',
        '/messages/0/reminder/channel/members/0/user/updated_at',
        '/messages/0/reminder/channel/mute_expires_at',
        '/messages/0/reminder/channel/truncated_at',
        '/messages/0/reminder/channel/truncated_by/ban_expires',
        '/messages/0/reminder/channel/truncated_by/created_at',
        '/messages/0/reminder/channel/truncated_by/deactivated_at',
        '/messages/0/reminder/channel/truncated_by/deleted_at',
        '/messages/0/reminder/channel/truncated_by/devices/0/created_at',
        '/messages/0/reminder/channel/truncated_by/last_active',
        '/messages/0/reminder/channel/truncated_by/push_notifications/disabled_until',
        '/messages/0/reminder/channel/truncated_by/revoke_tokens_issued_before',
        '/messages/0/reminder/channel/truncated_by/updated_at',
        '/messages/0/reminder/channel/updated_at',
        '/messages/0/reminder/created_at',
        '/messages/0/reminder/remind_at',
        '/messages/0/reminder/updated_at',
        '/messages/0/reminder/user/ban_expires',
        '/messages/0/reminder/user/created_at',
        '/messages/0/reminder/user/deactivated_at',
        '/messages/0/reminder/user/deleted_at',
        '/messages/0/reminder/user/devices/0/created_at',
        '/messages/0/reminder/user/last_active',
        '/messages/0/reminder/user/push_notifications/disabled_until',
        '/messages/0/reminder/user/revoke_tokens_issued_before',
        '/messages/0/reminder/user/updated_at',
        '/messages/0/shared_location/channel/config/commands/0/created_at',
        '/messages/0/shared_location/channel/config/commands/0/updated_at',
        '/messages/0/shared_location/channel/config/created_at',
        '/messages/0/shared_location/channel/config/updated_at',
        '/messages/0/shared_location/channel/created_at',
        '/messages/0/shared_location/channel/created_by/ban_expires',
        '/messages/0/shared_location/channel/created_by/created_at',
        '/messages/0/shared_location/channel/created_by/deactivated_at',
        '/messages/0/shared_location/channel/created_by/deleted_at',
        '/messages/0/shared_location/channel/created_by/devices/0/created_at',
        '/messages/0/shared_location/channel/created_by/last_active',
        '/messages/0/shared_location/channel/created_by/push_notifications/disabled_until',
        '/messages/0/shared_location/channel/created_by/revoke_tokens_issued_before',
        '/messages/0/shared_location/channel/created_by/updated_at',
        '/messages/0/shared_location/channel/deleted_at',
        '/messages/0/shared_location/channel/hide_messages_before',
        '/messages/0/shared_location/channel/last_message_at',
        '/messages/0/shared_location/channel/members/0/archived_at',
        '/messages/0/shared_location/channel/members/0/ban_expires',
        '/messages/0/shared_location/channel/members/0/created_at',
        '/messages/0/shared_location/channel/members/0/deleted_at',
        '/messages/0/shared_location/channel/members/0/invite_accepted_at',
        '/messages/0/shared_location/channel/members/0/invite_rejected_at',
        '/messages/0/shared_location/channel/members/0/pinned_at',
        '/messages/0/shared_location/channel/members/0/updated_at',
        '/messages/0/shared_location/channel/members/0/user/ban_expires',
        '/messages/0/shared_location/channel/members/0/user/created_at',
        '/messages/0/shared_location/channel/members/0/user/deactivated_at',
        '/messages/0/shared_location/channel/members/0/user/deleted_at',
        '/messages/0/shared_location/channel/members/0/user/devices/0/created_at',
        '/messages/0/shared_location/channel/members/0/user/last_active',
        '/messages/0/shared_location/channel/members/0/user/push_notifications/disabled_until',
        '/messages/0/shared_location/channel/members/0/user/revoke_tokens_issued_before',
        '/messages/0/shared_location/channel/members/0/user/updated_at',
        '/messages/0/shared_location/channel/mute_expires_at',
        '/messages/0/shared_location/channel/truncated_at',
        '/messages/0/shared_location/channel/truncated_by/ban_expires',
        '/messages/0/shared_location/channel/truncated_by/created_at',
        '/messages/0/shared_location/channel/truncated_by/deactivated_at',
        '/messages/0/shared_location/channel/truncated_by/deleted_at',
        '/messages/0/shared_location/channel/truncated_by/devices/0/created_at',
        '/messages/0/shared_location/channel/truncated_by/last_active',
        '/messages/0/shared_location/channel/truncated_by/push_notifications/disabled_until',
        '/messages/0/shared_location/channel/truncated_by/revoke_tokens_issued_before',
        '/messages/0/shared_location/channel/truncated_by/updated_at',
        '/messages/0/shared_location/channel/updated_at',
        '/messages/0/shared_location/created_at',
        '/messages/0/shared_location/end_at',
        '/messages/0/shared_location/updated_at',
        '/messages/0/thread_participants/0/ban_expires',
        '/messages/0/thread_participants/0/created_at',
        '/messages/0/thread_participants/0/deactivated_at',
        '/messages/0/thread_participants/0/deleted_at',
        '/messages/0/thread_participants/0/devices/0/created_at',
        '/messages/0/thread_participants/0/last_active',
        '/messages/0/thread_participants/0/push_notifications/disabled_until',
        '/messages/0/thread_participants/0/revoke_tokens_issued_before',
        '/messages/0/thread_participants/0/updated_at',
        '/messages/0/updated_at',
        '/messages/0/user/ban_expires',
        '/messages/0/user/created_at',
        '/messages/0/user/deactivated_at',
        '/messages/0/user/deleted_at',
        '/messages/0/user/devices/0/created_at',
        '/messages/0/user/last_active',
        '/messages/0/user/push_notifications/disabled_until',
        '/messages/0/user/revoke_tokens_issued_before',
        '/messages/0/user/updated_at',
        '/reactions/0/created_at',
        '/reactions/0/updated_at',
        '/reactions/0/user/ban_expires',
        '/reactions/0/user/created_at',
        '/reactions/0/user/deactivated_at',
        '/reactions/0/user/deleted_at',
        '/reactions/0/user/devices/0/created_at',
        '/reactions/0/user/last_active',
        '/reactions/0/user/push_notifications/disabled_until',
        '/reactions/0/user/revoke_tokens_issued_before',
        '/reactions/0/user/updated_at',
        '/user/ban_expires',
        '/user/created_at',
        '/user/deactivated_at',
        '/user/deleted_at',
        '/user/devices/0/created_at',
        '/user/last_active',
        '/user/push_notifications/disabled_until',
        '/user/revoke_tokens_issued_before',
        '/user/updated_at',
      ],
    });
  });
});

describe('reactivateUser', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.reactivateUser({
      user_id: 'john',
      name: 'My Feed',
      created_by_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/john/reactivate',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          created_by_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user/ban_expires',
        '/user/created_at',
        '/user/deactivated_at',
        '/user/deleted_at',
        '/user/devices/0/created_at',
        '/user/devices/1/created_at',
        '/user/last_active',
        '/user/push_notifications/disabled_until',
        '/user/revoke_tokens_issued_before',
        '/user/updated_at',
      ],
    });
  });

  test('with restore_messages', async () => {
    const { chat, check } = setUp();
    const response = await chat.reactivateUser({ user_id: 'john', restore_messages: false });
    await check(response, {
      method: 'POST',
      path: '/api/v2/users/john/reactivate',
      body: {
        kind: 'json',
        value: { restore_messages: false },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user/ban_expires',
        '/user/created_at',
        '/user/deactivated_at',
        '/user/deleted_at',
        '/user/devices/0/created_at',
        '/user/devices/1/created_at',
        '/user/last_active',
        '/user/push_notifications/disabled_until',
        '/user/revoke_tokens_issued_before',
        '/user/updated_at',
      ],
    });
  });
});
