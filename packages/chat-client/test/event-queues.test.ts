// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('checkSNS', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkSNS({
      sns_key: 'value',
      sns_secret: 'value',
      sns_topic_arn: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_sns',
      body: {
        kind: 'json',
        value: {
          sns_key: 'value',
          sns_secret: 'value',
          sns_topic_arn: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});

describe('checkSQS', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.checkSQS({
      sqs_key: 'value',
      sqs_secret: 'value',
      sqs_url: 'value',
    });
    await check(response, {
      method: 'POST',
      path: '/api/v2/check_sqs',
      body: {
        kind: 'json',
        value: {
          sqs_key: 'value',
          sqs_secret: 'value',
          sqs_url: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });
});
