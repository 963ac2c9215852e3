// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('listExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.listExternalStorage();
    await check(response, {
      method: 'GET',
      path: '/api/v2/external_storage',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('createExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.createExternalStorage({
      bucket: 'value',
      name: 'My Feed',
      storage_type: 's3',
      aws_s3: { s3_region: 'value', s3_api_key: 'value' },
      azure_blob: {
        abs_account_name: 'value',
        abs_client_id: 'value',
        abs_client_secret: 'value',
        abs_tenant_id: 'value',
      },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/external_storage',
      body: {
        kind: 'json',
        value: {
          bucket: 'value',
          name: 'My Feed',
          storage_type: 's3',
          aws_s3: {
            s3_region: 'value',
            s3_api_key: 'value',
          },
          azure_blob: {
            abs_account_name: 'value',
            abs_client_id: 'value',
            abs_client_secret: 'value',
            abs_tenant_id: 'value',
          },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with gcs_credentials and path', async () => {
    const { chat, check } = setUp();
    const response = await chat.createExternalStorage({
      bucket: 'value',
      name: 'My Feed',
      storage_type: 'gcs',
      gcs_credentials: 'value',
      path: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/external_storage',
      body: {
        kind: 'json',
        value: {
          bucket: 'value',
          name: 'My Feed',
          storage_type: 'gcs',
          gcs_credentials: 'value',
          path: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('updateExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateExternalStorage({
      name: 'My Feed',
      bucket: 'value',
      storage_type: 's3',
      aws_s3: { s3_region: 'value', s3_api_key: 'value' },
      azure_blob: {
        abs_account_name: 'value',
        abs_client_id: 'value',
        abs_client_secret: 'value',
        abs_tenant_id: 'value',
      },
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/external_storage/My%20Feed',
      body: {
        kind: 'json',
        value: {
          bucket: 'value',
          storage_type: 's3',
          aws_s3: {
            s3_region: 'value',
            s3_api_key: 'value',
          },
          azure_blob: {
            abs_account_name: 'value',
            abs_client_id: 'value',
            abs_client_secret: 'value',
            abs_tenant_id: 'value',
          },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with gcs_credentials and path', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateExternalStorage({
      name: 'My Feed',
      bucket: 'value',
      storage_type: 'gcs',
      gcs_credentials: 'value',
      path: 'value',
    });
    await check(response, {
      method: 'PUT',
      path: '/api/v2/external_storage/My%20Feed',
      body: {
        kind: 'json',
        value: {
          bucket: 'value',
          storage_type: 'gcs',
          gcs_credentials: 'value',
          path: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteExternalStorage({ name: 'My Feed' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/external_storage/My%20Feed',
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('checkExternalStorage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkExternalStorage({ name: 'My Feed' });
    await check(response, {
      method: 'GET',
      path: '/api/v2/external_storage/My%20Feed/check',
      credentials: ['apiKey', 'token'],
    });
  });
});
