// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { checkPages } from './support/pages.js';
import { setUp } from './support/set-up.js';

describe('listUserGroups', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listUserGroups({
      limit: 25,
      id_gt: 'value',
      created_at_gt: 'value',
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/usergroups',
      query: [
        ['limit', '25'],
        ['id_gt', 'value'],
        ['created_at_gt', 'value'],
      ],
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_groups/0/created_at',
        '/user_groups/0/members/0/created_at',
        '/user_groups/0/members/1/created_at',
        '/user_groups/0/updated_at',
        '/user_groups/1/created_at',
        '/user_groups/1/members/0/created_at',
        '/user_groups/1/members/1/created_at',
        '/user_groups/1/updated_at',
      ],
    });
  });

  test('with team_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.listUserGroups({ team_id: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/usergroups',
      query: [['team_id', 'value']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_groups/0/created_at',
        '/user_groups/0/members/0/created_at',
        '/user_groups/0/members/1/created_at',
        '/user_groups/0/updated_at',
        '/user_groups/1/created_at',
        '/user_groups/1/members/0/created_at',
        '/user_groups/1/members/1/created_at',
        '/user_groups/1/updated_at',
      ],
    });
  });

  test('two pages', async () => {
    await checkPages('listUserGroups', { items: 'user_groups', follows: { id_gt: 'user_groups/-1/id', created_at_gt: 'user_groups/-1/created_at' } }, (chat) =>
      chat.listUserGroups({ limit: 25 }),
    );
  });
});

describe('createUserGroup', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createUserGroup({
      name: 'My Feed',
      id: 'activity-123',
      description: 'A description',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/usergroups',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          id: 'activity-123',
          description: 'A description',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });

  test('with member_ids and team_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.createUserGroup({
      name: 'My Feed',
      member_ids: [],
      team_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/usergroups',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          member_ids: [],
          team_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });
});

describe('searchUserGroups', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.searchUserGroups({ query: 'value', limit: 25, name_gt: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/usergroups/search',
      query: [
        ['query', 'value'],
        ['limit', '25'],
        ['name_gt', 'value'],
      ],
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_groups/0/created_at',
        '/user_groups/0/members/0/created_at',
        '/user_groups/0/members/1/created_at',
        '/user_groups/0/updated_at',
        '/user_groups/1/created_at',
        '/user_groups/1/members/0/created_at',
        '/user_groups/1/members/1/created_at',
        '/user_groups/1/updated_at',
      ],
    });
  });

  test('with id_gt and team_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.searchUserGroups({
      query: 'value',
      id_gt: 'value',
      team_id: 'value',
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/usergroups/search',
      query: [
        ['query', 'value'],
        ['id_gt', 'value'],
        ['team_id', 'value'],
      ],
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_groups/0/created_at',
        '/user_groups/0/members/0/created_at',
        '/user_groups/0/members/1/created_at',
        '/user_groups/0/updated_at',
        '/user_groups/1/created_at',
        '/user_groups/1/members/0/created_at',
        '/user_groups/1/members/1/created_at',
        '/user_groups/1/updated_at',
      ],
    });
  });

  test('two pages', async () => {
    await checkPages('searchUserGroups', { items: 'user_groups', follows: { name_gt: 'user_groups/-1/name', id_gt: 'user_groups/-1/id' } }, (chat) =>
      chat.searchUserGroups({ query: 'value', limit: 25 }),
    );
  });
});

describe('getUserGroup', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getUserGroup({ id: 'activity-123', team_id: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/usergroups/activity-123',
      query: [['team_id', 'value']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });
});

describe('updateUserGroup', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateUserGroup({
      id: 'activity-123',
      name: 'My Feed',
      description: 'A description',
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/usergroups/activity-123',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          description: 'A description',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });

  test('with team_id', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateUserGroup({ id: 'activity-123', team_id: 'value' });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/usergroups/activity-123',
      body: {
        kind: 'json',
        value: { team_id: 'value' },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });
});

describe('deleteUserGroup', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteUserGroup({ id: 'activity-123', team_id: 'value' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/usergroups/activity-123',
      query: [['team_id', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('addUserGroupMembers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.addUserGroupMembers({
      id: 'activity-123',
      member_ids: ['user-1', 'user-2'],
      as_admin: false,
      team_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/usergroups/activity-123/members',
      body: {
        kind: 'json',
        value: {
          member_ids: ['user-1', 'user-2'],
          as_admin: false,
          team_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });
});

describe('removeUserGroupMembers', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.removeUserGroupMembers({
      id: 'activity-123',
      member_ids: ['user-1', 'user-2'],
      team_id: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/usergroups/activity-123/members/delete',
      body: {
        kind: 'json',
        value: {
          member_ids: ['user-1', 'user-2'],
          team_id: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/user_group/created_at',
        '/user_group/members/0/created_at',
        '/user_group/members/1/created_at',
        '/user_group/updated_at',
      ],
    });
  });
});
