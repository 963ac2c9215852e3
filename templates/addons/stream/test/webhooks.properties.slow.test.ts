import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChatWebhookError } from '../errors/index.js';
import { entries } from './entries.js';
import { sign, thrownBy } from './sample-webhooks.js';

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'created_at', 'user', 'members', 'type'),
);
/** Any JSON object as text, with repeated and unusual keys, without date-times. */
const json = fc
  .array(fc.tuple(names, fc.jsonValue()), { maxLength: 8 })
  .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(', ')}}`);
const gzipOptions = fc.record({ level: fc.integer({ min: 0, max: 9 }), memLevel: fc.integer({ min: 1, max: 9 }) });
/** The forms in which a body may be passed. */
const wrapping = fc.oneof(
  fc.constant((text: string): string | Uint8Array => text),
  fc.constant((text: string): string | Uint8Array => new TextEncoder().encode(text)),
  gzipOptions.map(
    (options) =>
      (text: string): string | Uint8Array =>
        gzipSync(text, options),
  ),
);

describe.each(entries)('by $entry', ({ webhooks }) => {
  test('any signed object is returned unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(json, wrapping, async (text, wrap) => {
        expect(JSON.stringify(await webhooks.parse(wrap(text), sign(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('any object in a queue is returned unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(json, wrapping, async (text, wrap) => {
        const body = Buffer.from(wrap(text)).toString('base64');
        const expected = JSON.stringify(JSON.parse(text));
        expect(JSON.stringify(await webhooks.parseSqs(body))).toBe(expected);
        expect(JSON.stringify(await webhooks.parseSqs(text))).toBe(expected);
        const envelope = JSON.stringify({ Type: 'Notification', Message: body });
        expect(JSON.stringify(await webhooks.parseSns(envelope))).toBe(expected);
      }),
    );
  });

  test('verification agrees with node:crypto for any bytes and signature', async () => {
    const bytes = fc.uint8Array({ minLength: 1 }).filter(([first, second]) => first !== 0x1f || second !== 0x8b);
    const nibbles = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(bytes, nibbles, fc.nat({ max: 63 }), async (body, random, at) => {
        const right = createHmac('sha256', 'secret-55aa81').update(body).digest('hex');
        const close = right.slice(0, at) + (right[at] === '0' ? '1' : '0') + right.slice(at + 1);
        expect(await webhooks.verify(body, right)).toBe(true);
        expect(await webhooks.verify(body, close)).toBe(false);
        expect(await webhooks.verify(body, random.join(''))).toBe(random.join('') === right);
      }),
    );
  });

  test('any other delivery is rejected with a ChatWebhookError', async () => {
    const anything = fc.oneof(fc.anything(), fc.string(), fc.uint8Array(), fc.base64String());
    await fc.assert(
      fc.asyncProperty(anything, anything, async (body, signature) => {
        for (const [method, ...args] of [
          [webhooks.parse, body, signature],
          [webhooks.parse, typeof body === 'string' ? body : 'x', sign(typeof body === 'string' ? body : 'x')],
          [webhooks.parseSqs, body],
          [webhooks.parseSns, body],
          [webhooks.parseSns, { Message: body }],
        ] as const) {
          const error = await thrownBy(() => Reflect.apply(method, undefined, args));
          if (error !== 'nothing was thrown') expect(error).toBeInstanceOf(ChatWebhookError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('flipping any bit of a compressed body never results in another event', async () => {
    const text = '{"type":"message.new","text":"hello hello hello"}';
    const zipped = gzipSync(text);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: zipped.byteLength * 8 - 1 }), async (bit) => {
        const body = Buffer.from(zipped);
        body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        let event: unknown;
        const error = await thrownBy(async () => {
          event = await webhooks.parse(body, sign(text));
        });
        if (event === undefined) expect(error).toBeInstanceOf(ChatWebhookError);
        else expect(event).toEqual(JSON.parse(text)); // A bit of the header, such as the time, was flipped.
      }),
    );
  });
});
