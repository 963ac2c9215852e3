import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Fault, Stage } from '../fault.js';

const event = '{"type":"message.new","created_at":"2024-01-02T03:04:05.678Z"}';
const sign = (content: string | Uint8Array) => createHmac('sha256', 'secret-0a8b91e2d3').update(content).digest('hex');
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
/** Forty kilobytes that inflate to eleven million values. */
const queueBomb = gzipSync(`{"members":[${'{},'.repeat(11_184_000)}{}]}`).toString('base64');
/** Within the limit of bytes, but with far too many values. */
const manyValues = gzipSync(`{"members":[${'{},'.repeat(1_000_000)}{}]}`).toString('base64');

/** A delivery that must be rejected, as the body and the signature of a webhook. */
const refused = (
  name: string,
  code: string,
  rawBody: unknown,
  signature: unknown = sign(event),
  limits?: object,
): Fault => ({
  name,
  outcome: 'ChatWebhookError',
  code,
  requests: 0,
  within: 500,
  act: ({ client }) => Reflect.apply(client.webhooks.parse, undefined, [rawBody, signature, limits]),
});
const other = (name: string, code: string, act: (stage: Stage) => unknown): Fault => ({
  name,
  outcome: 'ChatWebhookError',
  code,
  requests: 0,
  act,
});

/** A request whose body breaks off. */
const brokenBody = () => new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
const tinyChunks = (left: number) =>
  new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array([0x20])) : controller.close()),
  });
const deliver = (body: BodyInit | null, headers: Readonly<Record<string, string>>) => {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('http://localhost/', init);
};

export const webhooks: readonly Fault[] = [
  refused('no signature', 'signature_missing', event, null),
  refused('an empty signature', 'signature_missing', event, ''),
  refused('a signature in upper case', 'signature_malformed', event, sign(event).toUpperCase()),
  refused('a signature that is too short', 'signature_malformed', event, sign(event).slice(2)),
  refused('two signatures', 'signature_malformed', event, `${sign(event)},${sign(event)}`),
  refused('a signature of another body', 'signature_mismatch', event, sign(`${event} `)),
  refused('a body that was parsed', 'body', JSON.parse(event)),
  refused('an empty body', 'body', ''),
  refused('a body that is not JSON', 'json', 'hello', sign('hello')),
  refused('a body that is an array', 'event', '[]', sign('[]')),
  refused('a body that is null', 'event', 'null', sign('null')),
  refused('a bomb', 'too_large', bomb, sign(bomb)),
  refused('more than the limit', 'too_large', event, sign(event), { maxBytes: 10 }),
  refused('truncated gzip', 'compression', gzipSync(event).subarray(0, 20)),
  other('SQS: neither base64 nor JSON', 'encoding', ({ client }) => client.webhooks.parseSqs('%%%')),
  other('SQS: a message that inflates to millions of values', 'too_large', ({ client }) =>
    client.webhooks.parseSqs(queueBomb),
  ),
  other('SQS: a message of too many values', 'too_large', ({ client }) => client.webhooks.parseSqs(manyValues)),
  other('SNS: a message of too many values', 'too_large', ({ client }) =>
    client.webhooks.parseSns({ Type: 'Notification', Message: manyValues }),
  ),
  other('a request in chunks of one byte, with another signature', 'signature_mismatch', ({ client }) =>
    client.webhooks.handle(deliver(tinyChunks(100_000), { 'x-signature': sign(event) })),
  ),
  other('SNS: not an envelope', 'envelope', ({ client }) => client.webhooks.parseSns('{}')),
  other('a request without a signature', 'signature_missing', ({ client }) =>
    client.webhooks.handle(deliver(event, {})),
  ),
  other('a request whose body is cut off', 'body', ({ client }) =>
    client.webhooks.handle(deliver(brokenBody(), { 'x-signature': sign(event) })),
  ),
  {
    name: 'undeclared gzip',
    requests: 0,
    fields: { created_at: new Date('2024-01-02T03:04:05.678Z') },
    act: ({ client }) => client.webhooks.parse(gzipSync(event), sign(event)),
  },
];
