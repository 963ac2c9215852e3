// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('uploadFile', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.uploadFile({
      file: new File(['Minutes of the Monday meeting'], 'example.txt', { type: 'text/plain' }),
      user: { id: 'activity-123' },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/uploads/file',
      body: {
        kind: 'multipart',
        value: [
          {
            name: 'file',
            file: {
              name: 'example.txt',
              type: 'text/plain',
              text: 'Minutes of the Monday meeting',
            },
          },
          {
            name: 'user',
            json: { id: 'activity-123' },
          },
        ],
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteFile', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteFile({ url: 'value' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/uploads/file',
      query: [['url', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('uploadImage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.uploadImage({
      file: new File(['the bytes of an image'], 'example.png', { type: 'image/png' }),
      upload_sizes: [],
      user: { id: 'activity-123' },
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/uploads/image',
      body: {
        kind: 'multipart',
        value: [
          {
            name: 'file',
            file: {
              name: 'example.png',
              type: 'image/png',
              text: 'the bytes of an image',
            },
          },
          { name: 'upload_sizes', json: [] },
          {
            name: 'user',
            json: { id: 'activity-123' },
          },
        ],
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('deleteImage', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.deleteImage({ url: 'value' });
    await check(response, {
      method: 'DELETE',
      path: '/api/v2/uploads/image',
      query: [['url', 'value']],
      credentials: ['apiKey', 'token'],
    });
  });
});
