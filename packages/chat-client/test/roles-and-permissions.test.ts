// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('listPermissions', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listPermissions();
    await check(response, {
      method: 'GET',
      path: '/api/v2/permissions',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('getPermission', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getPermission({ id: 'activity-123' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/permissions/activity-123',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('listRoles', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listRoles();
    await check(response, {
      method: 'GET',
      path: '/api/v2/roles',
      credentials: ['apiKey', 'token'],
      dates: [
        '/roles/0/created_at',
        '/roles/0/updated_at',
        '/roles/1/created_at',
        '/roles/1/updated_at',
      ],
    });
  });
});

describe('createRole', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createRole({ name: 'My Feed' });
    await check(response, {
      method: 'POST',
      path: '/api/v2/roles',
      body: {
        kind: 'json',
        value: { name: 'My Feed' },
      },
      credentials: ['apiKey', 'token'],
      dates: ['/role/created_at', '/role/updated_at'],
    });
  });
});

describe('deleteRole', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteRole({ name: 'My Feed' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/roles/My%20Feed',
      credentials: ['apiKey', 'token'],
    });
  });
});
