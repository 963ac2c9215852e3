import { inspect } from 'node:util';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { ChatInputError, ChatTokenError } from '../../../runtime/index.js';
import { ChatWebhookError, type WebhookFault } from '../errors/index.js';
import { entries } from './entries.js';
import { SampleClient } from './sample-server-client.js';
import { apiSecret, readsMembers, sampleDates, sign, thrownBy } from './sample-webhooks.js';

const text = '{"type":"message.new","created_at":"2024-05-06T07:08:09.1235Z","text":"hé"}';
const signature = sign(text);
const bytes = new TextEncoder().encode(text);
const zipped = gzipSync(text);
const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024, ' '));
const half = gzipSync(Buffer.alloc(17 * 1024 * 1024, ' '));

describe.each(entries)('a genuine body, by $entry', ({ entry, webhooks }) => {
  const members = Buffer.concat([gzipSync(text.slice(0, 10)), gzipSync(text.slice(10))]);
  const several: [string, Uint8Array] = ['gzip of several members', members];
  const nested = new Uint8Array([9, ...bytes, 9]).subarray(1, -1);
  test.each<[string, string | Uint8Array]>([
    ['text', text],
    ['a Buffer', Buffer.from(text)],
    ['bytes', bytes],
    ['bytes within a larger buffer', nested],
    ['bytes that threads share', shared(bytes)],
    ['gzip that threads share', shared(zipped)],
    ['gzip', zipped],
    ...(readsMembers(entry) ? [several] : []),
  ])('is read as %s, and not modified', async (_, body) => {
    const before = typeof body === 'string' ? body : Buffer.from(body).toString('hex');
    expect(await webhooks.parse(body, signature)).toEqual({
      type: 'message.new',
      created_at: new Date('2024-05-06T07:08:09.124Z'),
      text: 'hé',
    });
    expect(await webhooks.verify(body, signature)).toBe(true);
    expect(typeof body === 'string' ? body : Buffer.from(body).toString('hex')).toBe(before);
  });

  test('has Dates only where the plan has date-times', async () => {
    const at = '2024-05-06T07:08:09Z';
    const event = {
      type: 'a.type.of.tomorrow',
      created_at: at,
      received_at: '2024-05-06T07:08:09.9999995+02:00',
      read_at: at,
      custom: { created_at: at },
      user: { id: 'john', created_at: at, custom: { created_at: at } },
      members: [{ user: { created_at: at }, created_at: at }],
    };
    const body = JSON.stringify(event);
    const date = new Date(at);
    expect(await webhooks.parse(body, sign(body))).toEqual({
      ...event,
      created_at: date,
      received_at: new Date('2024-05-06T05:08:10Z'),
      user: { ...event.user, created_at: date },
      members: [{ user: { created_at: date }, created_at: at }],
    });
  });

  test('is unchanged where a part has another type', async () => {
    const event = { type: 1, created_at: 5, user: 'john', members: { user: 1 }, received_at: 'soon' };
    const body = JSON.stringify(event);
    expect(await webhooks.parse(body, sign(body))).toEqual(event);
  });

  test('cannot change Object.prototype', async () => {
    const body =
      '{"type":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"user":{"__proto__":{"a":1}}}';
    const event = await webhooks.parse(body, sign(body));
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(event.user)).toBe(Object.prototype);
    expect(Object.keys(event)).toEqual(['type', '__proto__', 'constructor', 'user']);
    expect('polluted' in {} || 'polluted' in event).toBe(false);
  });

  test('may begin with a byte order mark', async () => {
    const body = Buffer.from(`\ufeff${text}`);
    expect((await webhooks.parse(body, sign(body))).type).toBe('message.new');
  });
});

describe.each(entries)('a faulty delivery, by $entry', ({ entry, webhooks }) => {
  const damaged = Buffer.from(zipped);
  damaged[15] = (damaged[15] ?? 0) ^ 0xff;
  const other = sign(text, 'another-secret');
  const signed = (body: string | Uint8Array): [unknown, unknown] => [body, sign(body)];

  const faults: [string, WebhookFault, [body: unknown, signature: unknown]][] = [
    ['no signature', 'signature_missing', [text, undefined]],
    ['a null signature, as returned by Headers', 'signature_missing', [text, null]],
    ['an empty signature', 'signature_missing', [text, '']],
    ['a signature in upper case', 'signature_malformed', [text, signature.toUpperCase()]],
    ['a signature that is not hex', 'signature_malformed', [text, `g${signature.slice(1)}`]],
    ['a signature that is too short', 'signature_malformed', [text, signature.slice(2)]],
    ['a signature that is too long', 'signature_malformed', [text, `${signature}00`]],
    ['a signature with a line break', 'signature_malformed', [text, `${signature}\n`]],
    ['a signature with a scheme', 'signature_malformed', [text, `sha256=${signature}`]],
    ['a signature in base64', 'signature_malformed', [text, Buffer.from(signature, 'hex').toString('base64')]],
    ['several signatures in one text', 'signature_malformed', [text, `${signature}, ${signature}`]],
    ['several signatures in an array', 'signature_malformed', [text, [signature, signature]]],
    ['one signature in an array', 'signature_malformed', [text, [signature]]],
    ['a signature as bytes', 'signature_malformed', [text, Buffer.from(signature)]],
    ['a signature as a String object', 'signature_malformed', [text, Object(signature)]],
    ['a number as signature', 'signature_malformed', [text, 5]],
    ['the signature of another secret', 'signature_mismatch', [text, other]],
    ['the signature of another body', 'signature_mismatch', [text, sign(`${text} `)]],
    ['a signature of zeros', 'signature_mismatch', [text, '0'.repeat(64)]],
    ['the signature of the compressed bytes', 'signature_mismatch', [zipped, sign(zipped)]],
    ['a body with one more byte', 'signature_mismatch', [`${text}\n`, signature]],
    [
      'a body that was parsed and printed again',
      'signature_mismatch',
      [JSON.stringify(JSON.parse(text), null, 1), signature],
    ],
    ['a body that was parsed', 'body', [JSON.parse(text), signature]],
    ['no body', 'body', [undefined, signature]],
    ['a null body', 'body', [null, signature]],
    ['a number as body', 'body', [5, signature]],
    ['an array of bytes', 'body', [[...bytes], signature]],
    ['words of sixteen bits', 'body', [new Uint16Array(bytes), signature]],
    ['a view that is not bytes', 'body', [new DataView(new ArrayBuffer(2)), signature]],
    ['an object disguised as bytes', 'body', [{ [Symbol.toStringTag]: 'Uint8Array', byteLength: 1 }, signature]],
    ['an empty text', 'body', signed('')],
    ['empty bytes', 'body', signed(new Uint8Array())],
    ['gzip that was read as Latin-1', 'body', [zipped.toString('latin1'), signature]],
    ['gzip that was read as UTF-8', 'body', [zipped.toString('utf8'), signature]],
    ['gzip of nothing', 'json', [gzipSync(''), sign('')]],
    ['a bomb', 'too_large', [bomb, sign('')]],
    [
      'a bomb in several members',
      readsMembers(entry) ? 'too_large' : 'compression',
      [Buffer.concat([half, half]), sign('')],
    ],
    ['a huge text', 'too_large', [' '.repeat(33 * 1024 * 1024), sign('')]],
    ['a text that is huge in bytes', 'too_large', ['é'.repeat(17 * 1024 * 1024), sign('')]],
    ['huge bytes', 'too_large', [Buffer.alloc(33 * 1024 * 1024), sign('')]],
    ['gzip that is cut off', 'compression', [zipped.subarray(0, -12), signature]],
    ['gzip without its checksum', 'compression', [zipped.subarray(0, -8), signature]],
    ['gzip that is damaged', 'compression', [damaged, signature]],
    ['only the magic bytes', 'compression', [zipped.subarray(0, 2), signature]],
    ['gzip within gzip', 'signature_mismatch', [gzipSync(zipped), signature]],
    ['another compression', 'signature_mismatch', [deflateSync(text), signature]],
    ['no JSON', 'json', signed('<html>')],
    ['JSON that is cut off', 'json', signed(text.slice(0, -1))],
    ['two JSON texts', 'json', signed(text + text)],
    ['bytes that are not UTF-8', 'json', signed(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
    ['UTF-16', 'json', signed(Buffer.from(text, 'utf16le'))],
    ['an array', 'event', signed('[]')],
    ['null', 'event', signed('null')],
    ['a string', 'event', signed('"text"')],
    ['a number', 'event', signed('5')],
  ];

  test.each(faults)('%s is rejected: %s', async (_, code, [body, given]) => {
    const error = await thrownBy(() => Reflect.apply(webhooks.parse, undefined, [body, given]));
    expect(error).toBeInstanceOf(ChatWebhookError);
    expect(error).toMatchObject({ name: 'ChatWebhookError', code });
    const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error)].join('\n');
    for (const secret of [apiSecret, signature, other, 'message.new', '<html>']) expect(shown).not.toContain(secret);
    expect(Reflect.get(Object(error), 'message').length).toBeLessThan(120);
  });

  test.each(faults)('%s does not verify', async (_, code, [body, given]) => {
    const outcome = await thrownBy(async () =>
      expect(await Reflect.apply(webhooks.verify, undefined, [body, given])).toBe(isOfParsing(code)),
    );
    if (outcome !== 'nothing was thrown') expect(outcome).toMatchObject({ name: 'ChatWebhookError', code });
  });

  /** A body that is not an event, with a matching signature. */
  const isOfParsing = (code: WebhookFault) => code === 'json' || code === 'event';
});

describe.each(entries)('limits, by $entry', ({ webhooks }) => {
  test.each<[string, string | Uint8Array]>([
    ['text', text],
    ['bytes', bytes],
    ['gzip', zipped],
  ])('%s is accepted up to the limit, and rejected above it', async (_, body) => {
    expect((await webhooks.parse(body, signature, { maxBytes: bytes.byteLength + 50 })).type).toBe('message.new');
    const error = await thrownBy(() => webhooks.parse(body, signature, { maxBytes: bytes.byteLength - 0.5 }));
    expect(error).toMatchObject({ code: 'too_large' });
  });

  test('Infinity is accepted', async () => {
    expect((await webhooks.parse(zipped, signature, { maxBytes: Number.POSITIVE_INFINITY })).type).toBe('message.new');
  });

  test('null is the default', async () => {
    expect(await Reflect.apply(webhooks.verify, undefined, [text, signature, null])).toBe(true);
  });

  test.each([0, -1, Number.NaN, '5'])('rejects a limit of %p bytes', async (maxBytes) => {
    const error = await thrownBy(() => Reflect.apply(webhooks.parse, undefined, [text, signature, { maxBytes }]));
    expect(error).toBeInstanceOf(ChatInputError);
    expect(error).toMatchObject({ argument: 'maxBytes' });
  });
});

describe.each(entries)('the secret, by $entry', ({ webhooks, webhooksOf, Client }) => {
  test('is not shown when webhooks are printed', async () => {
    const shown = inspect(webhooks, { depth: 9, showHidden: true, getters: true }) + JSON.stringify(webhooks);
    expect(shown).not.toContain(apiSecret);
  });

  test('is that of the client', async () => {
    const client = new Client({ apiKey: 'key', apiSecret: 'another-secret' });
    expect(await webhooksOf(client, sampleDates).verify(text, sign(text, 'another-secret'))).toBe(true);
    expect(await webhooksOf(client, sampleDates).verify(text, signature)).toBe(false);
  });

  test('is required', async () => {
    expect(() => webhooksOf(new SampleClient({ apiKey: 'key' }), sampleDates)).toThrow(ChatTokenError);
  });
});

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy;
}
