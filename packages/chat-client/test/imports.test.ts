// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('createImportURL', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createImportURL({ filename: 'value' });
    await check(response, {
      method: 'POST',
      path: '/api/v2/import_urls',
      body: {
        kind: 'json',
        value: { filename: 'value' },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('listImports', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listImports();
    await check(response, {
      method: 'GET',
      path: '/api/v2/imports',
      credentials: ['apiKey', 'token'],
      dates: [
        '/import_tasks/0/created_at',
        '/import_tasks/0/history/0/created_at',
        '/import_tasks/0/history/1/created_at',
        '/import_tasks/0/updated_at',
        '/import_tasks/1/created_at',
        '/import_tasks/1/history/0/created_at',
        '/import_tasks/1/history/1/created_at',
        '/import_tasks/1/updated_at',
      ],
    });
  });
});

describe('createImport', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createImport({
      mode: 'upsert',
      path: 'value',
      merge_custom: false,
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/imports',
      body: {
        kind: 'json',
        value: {
          mode: 'upsert',
          path: 'value',
          merge_custom: false,
        },
      },
      credentials: ['apiKey', 'token'],
      dates: [
        '/import_task/created_at',
        '/import_task/history/0/created_at',
        '/import_task/history/1/created_at',
        '/import_task/updated_at',
      ],
    });
  });
});

describe('listImportV2Tasks', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listImportV2Tasks({ state: 10 });
    await check(response, {
      method: 'GET',
      path: '/api/v2/imports/v2',
      query: [['state', '10']],
      credentials: ['apiKey', 'token'],
      dates: [
        '/import_tasks/0/created_at',
        '/import_tasks/0/updated_at',
        '/import_tasks/1/created_at',
        '/import_tasks/1/updated_at',
      ],
    });
  });
});

describe('createImportV2Task', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createImportV2Task({
      product: 'chat',
      settings: { merge_custom: false },
      user_id: 'john',
      user: { id: 'activity-123', custom: {} },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/imports/v2',
      body: {
        kind: 'json',
        value: {
          product: 'chat',
          settings: { merge_custom: false },
          user_id: 'john',
          user: { id: 'activity-123', custom: {} },
        },
      },
      credentials: ['apiKey', 'token'],
      dates: ['/created_at', '/updated_at'],
    });
  });
});

describe('getImporterExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getImporterExternalStorage();
    await check(response, {
      method: 'GET',
      path: '/api/v2/imports/v2/external-storage',
      credentials: ['apiKey', 'token'],
      dates: ['/created_at', '/updated_at'],
    });
  });
});

describe('upsertImporterExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.upsertImporterExternalStorage({
      type: 'aws_s3',
      aws_s3: {
        bucket: 'value',
        region: 'value',
        role_arn: 'value',
        path_prefix: 'value',
      },
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/imports/v2/external-storage',
      body: {
        kind: 'json',
        value: {
          type: 'aws_s3',
          aws_s3: {
            bucket: 'value',
            region: 'value',
            role_arn: 'value',
            path_prefix: 'value',
          },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteImporterExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteImporterExternalStorage();
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/imports/v2/external-storage',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('validateImporterExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.validateImporterExternalStorage();
    await check(response, {
      method: 'POST',
      path: '/api/v2/imports/v2/external-storage/validate',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('getImportV2Task', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getImportV2Task({ id: 'activity-123' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/imports/v2/activity-123',
      credentials: ['apiKey', 'token'],
      dates: ['/created_at', '/updated_at'],
    });
  });
});

describe('deleteImportV2Task', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteImportV2Task({ id: 'activity-123' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/imports/v2/activity-123',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('getImport', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getImport({ id: 'activity-123' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/imports/activity-123',
      credentials: ['apiKey', 'token'],
      dates: [
        '/import_task/created_at',
        '/import_task/history/0/created_at',
        '/import_task/history/1/created_at',
        '/import_task/updated_at',
      ],
    });
  });
});
