import { gzipSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import type { WebhookFault } from '../errors/index.js';
import type { SnsEnvelope } from '../webhooks/queues.js';
import type { RawBody } from '../webhooks/raw-body.js';
import { entries } from './entries.js';
import { thrownBy } from './sample-webhooks.js';

const text = '{"type":"message.new","created_at":"2024-05-06T07:08:09Z"}';
const event = { type: 'message.new', created_at: new Date('2024-05-06T07:08:09Z') };
const plain = Buffer.from(text).toString('base64');
const zipped = gzipSync(text).toString('base64');
const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024)).toString('base64');
const lines = zipped.replace(/.{40}/g, '$&\r\n');

describe.each(entries)('an SQS message, by $entry', ({ webhooks }) => {
  test.each<[string, string | Uint8Array]>([
    ['JSON', text],
    ['JSON with space around it', `\n ${text}\n`],
    ['JSON as bytes', Buffer.from(text)],
    ['base64 of JSON', plain],
    ['base64 of gzip', zipped],
    ['base64 as bytes', Buffer.from(zipped)],
    ['base64 in lines', lines],
    ['base64 without padding', zipped.replace(/=+$/, '')],
  ])('is read as %s', async (_, body) => {
    expect(await webhooks.parseSqs(body)).toEqual(event);
  });

  test.each<[string, WebhookFault, unknown]>([
    ['nothing', 'body', undefined],
    ['an object', 'body', JSON.parse(text)],
    ['an empty text', 'body', ''],
    ['only space', 'body', ' \n'],
    ['text that is not base64', 'encoding', '<html>'],
    ['base64 for URLs', 'encoding', `${plain}-_`],
    ['base64 of an impossible length', 'encoding', `${plain.replace(/=+$/, '')}A=AAA`],
    ['base64 of text that is not JSON', 'json', Buffer.from('<html>').toString('base64')],
    ['base64 twice', 'json', Buffer.from(plain).toString('base64')],
    ['base64 of broken gzip', 'compression', zipped.slice(0, -16)],
    ['base64 of a bomb', 'too_large', bomb],
    ['a huge text', 'too_large', 'A'.repeat(33 * 1024 * 1024)],
    ['JSON that is cut off', 'json', text.slice(0, -1)],
    ['an array', 'event', '[]'],
    ['base64 of an array', 'event', Buffer.from('[]').toString('base64')],
    ['bytes that are not UTF-8', 'json', new Uint8Array([0xff])],
  ])('is rejected as %s: %s', async (_, code, body) => {
    const error = await thrownBy(() => Reflect.apply(webhooks.parseSqs, undefined, [body]));
    expect(error).toMatchObject({ name: 'ChatWebhookError', code });
  });
});

describe.each(entries)('a queue message that costs more than it seems, by $entry', ({ webhooks }) => {
  const many = (value: string, count: number) => `{"type":"x","a":[${Array(count).fill(value)}]}`;
  const message = (json: string) => gzipSync(json).toString('base64');

  test.each<[string, string]>([
    ['objects', many('{}', 100_000)],
    ['lists', many('[]', 100_000)],
    ['numbers', many('1', 150_000)],
    ['lists in lists', '['.repeat(150_000)],
    ['values behind texts', many(String.raw`"a\"\\"`, 150_000)],
    ['bytes', `{"a":"${' '.repeat(5 * 1024 * 1024)}"}`],
  ])('is rejected for its %s before it is parsed', async (_, json) => {
    const zippedJson = message(json);
    const parse = jest.spyOn(JSON, 'parse');
    try {
      for (const read of [
        () => webhooks.parseSqs(json),
        () => webhooks.parseSqs(zippedJson),
        () => webhooks.parseSns({ Message: zippedJson }),
        () => webhooks.parseSns(`{"Message":"","a":${json}}`),
      ]) {
        expect(await thrownBy(read)).toMatchObject({ name: 'ChatWebhookError', code: 'too_large' });
      }
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
  });

  test('is read up to the size limit of an event', async () => {
    const json = many('{"text":"[{,,,\\",,,"}', 40_000);
    expect(await webhooks.parseSqs(message(json))).toEqual(JSON.parse(json));
    const long = `{"type":"x","text":"${'[{,'.repeat(1_000_000)}"}`;
    expect(await webhooks.parseSqs(message(long))).toEqual(JSON.parse(long));
  });

  test('may be larger with the option maxBytes', async () => {
    const json = `{"a":"${' '.repeat(5 * 1024 * 1024)}"}`;
    expect(await webhooks.parseSqs(message(json), { maxBytes: 6 * 1024 * 1024 })).toEqual(JSON.parse(json));
  });
});

describe.each(entries)('an SNS notification, by $entry', ({ webhooks }) => {
  const envelope = { Type: 'Notification', MessageId: 'a', Message: zipped };
  test.each<[string, RawBody | SnsEnvelope]>([
    ['the text of an envelope', JSON.stringify(envelope)],
    ['the bytes of an envelope', Buffer.from(JSON.stringify(envelope))],
    ['an envelope that was parsed', envelope],
    ['an envelope without a type', { Message: plain }],
    ['an envelope with JSON', { Message: text }],
    ['the message alone', zipped],
  ])('is read from %s', async (_, notification) => {
    expect(await webhooks.parseSns(notification)).toEqual(event);
  });

  test.each<[string, WebhookFault, unknown]>([
    ['nothing', 'body', undefined],
    ['null', 'body', null],
    ['an empty text', 'body', ''],
    ['an envelope without a message', 'envelope', '{"Type":"Notification"}'],
    ['an event without an envelope', 'envelope', text],
    ['an envelope whose message is not a string', 'envelope', '{"Message":{"type":"message.new"}}'],
    ['a request to confirm', 'envelope', '{"Type":"SubscriptionConfirmation","Message":"You ...","Token":"t-81c0"}'],
    ['a parsed request to confirm', 'envelope', { Type: 'UnsubscribeConfirmation', Message: plain, Token: 't-81c0' }],
    ['an array', 'event', '[{"Message":""}]'],
    ['an envelope that is cut off', 'json', JSON.stringify(envelope).slice(0, -1)],
    ['an envelope with an empty message', 'body', { Message: '' }],
    ['an envelope with text', 'encoding', { Message: 'You have chosen to subscribe.' }],
    ['an envelope with a bomb', 'too_large', { Message: bomb }],
  ])('is rejected as %s: %s', async (_, code, notification) => {
    const error = await thrownBy(() => Reflect.apply(webhooks.parseSns, undefined, [notification]));
    expect(error).toMatchObject({ name: 'ChatWebhookError', code });
    expect(JSON.stringify(error)).not.toContain('t-81c0');
  });
});
