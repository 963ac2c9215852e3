// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('listBlockLists', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listBlockLists({ team: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/blocklists',
      query: [['team', 'value']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklists/0/created_at',
        '/blocklists/0/updated_at',
        '/blocklists/1/created_at',
        '/blocklists/1/updated_at',
      ],
    });
  });

  test('special characters in the query', async () => {
    const { chat, check } = setUp();
    const response = await chat.listBlockLists({ team: 'a/b c?d=e&f#g+h%41;é😀' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/blocklists',
      query: [['team', 'a/b c?d=e&f#g+h%41;é😀']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklists/0/created_at',
        '/blocklists/0/updated_at',
        '/blocklists/1/created_at',
        '/blocklists/1/updated_at',
      ],
    });
  });
});

describe('createBlockList', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createBlockList({
      name: 'My Feed',
      words: [],
      type: 'word',
      is_plural_check_enabled: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/blocklists',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          words: [],
          type: 'word',
          is_plural_check_enabled: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });

  test('with team and is_leet_check_enabled', async () => {
    const { chat, check } = setUp();
    const response = await chat.createBlockList({
      name: 'My Feed',
      words: [],
      team: 'value',
      is_leet_check_enabled: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/blocklists',
      body: {
        kind: 'json',
        value: {
          name: 'My Feed',
          words: [],
          team: 'value',
          is_leet_check_enabled: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });
});

describe('getBlockList', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getBlockList({ name: 'My Feed', team: 'value' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/blocklists/My%20Feed',
      query: [['team', 'value']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });

  test('special characters in the path', async () => {
    const { chat, check } = setUp();
    const response = await chat.getBlockList({
      name: 'a/b c?d=e&f#g+h%41;é😀',
      team: 'value',
    });
    await check(response, {
      method: 'GET',
      path: '/api/v2/blocklists/a%2Fb%20c%3Fd%3De%26f%23g%2Bh%2541%3B%C3%A9%F0%9F%98%80',
      query: [['team', 'value']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });
});

describe('updateBlockList', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateBlockList({
      name: 'My Feed',
      is_leet_check_enabled: false,
      is_plural_check_enabled: false,
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/blocklists/My%20Feed',
      body: {
        kind: 'json',
        value: {
          is_leet_check_enabled: false,
          is_plural_check_enabled: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });

  test('with team and words', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateBlockList({ name: 'My Feed', team: 'value', words: [] });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/blocklists/My%20Feed',
      body: {
        kind: 'json',
        value: { team: 'value', words: [] },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/blocklist/created_at',
        '/blocklist/updated_at',
      ],
    });
  });
});

describe('deleteBlockList', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteBlockList({ name: 'My Feed', team: 'value' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/blocklists/My%20Feed',
      query: [['team', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});
