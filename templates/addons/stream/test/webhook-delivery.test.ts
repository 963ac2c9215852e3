import { gzipSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import { ChatInputError } from '../../../runtime/index.js';
import type { WebhookFault } from '../errors/index.js';
import { MemoryWebhookStore, type WebhookStore } from '../webhooks/store.js';
import { entries } from './entries.js';
import { sign } from './sample-webhooks.js';

const text = '{"type":"message.new","created_at":"2024-05-06T07:08:09Z"}';
const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024));
const address = 'https://example.com/webhook';

interface Delivery {
  readonly body?: BodyInit | null;
  readonly headers?: Readonly<Record<string, string>>;
}

function request({ body = text, headers = {} }: Delivery = {}): Request {
  const init = { method: 'POST', body, headers: { 'x-signature': sign(text), ...headers }, duplex: 'half' };
  return new Request(address, init);
}

function streamOf(chunks: readonly Uint8Array[], fault?: Error): ReadableStream<Uint8Array> {
  const left = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (fault) controller.error(fault);
      else controller.close();
    },
  });
}

describe.each(entries)('a request, by $entry', ({ webhooks }) => {
  test('returns the event with its delivery', async () => {
    const headers = { 'x-webhook-id': 'd-1', 'x-webhook-attempt': '3' };
    expect(await webhooks.handle(request({ headers }))).toEqual({
      event: { type: 'message.new', created_at: new Date('2024-05-06T07:08:09Z') },
      id: 'd-1',
      attempt: 3,
      duplicate: false,
    });
  });

  test('may be compressed and arrive in chunks', async () => {
    const zipped = gzipSync(text);
    const body = streamOf([zipped.subarray(0, 1), zipped.subarray(1, 30), zipped.subarray(30)]);
    expect((await webhooks.handle(request({ body }))).event.type).toBe('message.new');
  });

  test.each<[string, Record<string, string>]>([
    ['are missing', {}],
    ['make no sense', { 'x-webhook-id': 'x'.repeat(257), 'x-webhook-attempt': 'first' }],
  ])('is read if the headers of its delivery %s', async (_, headers) => {
    const store = new MemoryWebhookStore();
    await webhooks.handle(request({ headers }), { store });
    expect(await webhooks.handle(request({ headers }), { store })).toMatchObject({
      id: undefined,
      attempt: undefined,
      duplicate: false,
    });
  });

  const broken = () => streamOf([Buffer.from(text.slice(0, 9))], new Error('secret of the platform'));
  const endless = () => new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(new Uint8Array(1 << 20)) });
  test.each<[string, WebhookFault, () => Delivery]>([
    ['an empty signature', 'signature_missing', () => ({ headers: { 'x-signature': '' } })],
    ['two signatures', 'signature_malformed', () => ({ headers: { 'x-signature': `${sign(text)}, ${sign(text)}` } })],
    ['another signature', 'signature_mismatch', () => ({ headers: { 'x-signature': sign('') } })],
    ['no body', 'body', () => ({ body: null })],
    ['a body that breaks off', 'body', () => ({ body: broken() })],
    ['an endless body', 'too_large', () => ({ body: endless() })],
    ['a bomb', 'too_large', () => ({ body: bomb })],
    ['a body with a huge content-length', 'too_large', () => ({ headers: { 'content-length': '999999999' } })],
    ['gzip that is cut off', 'compression', () => ({ body: gzipSync(text).subarray(0, -9) })],
    ['no JSON', 'json', () => ({ body: 'x', headers: { 'x-signature': sign('x') } })],
  ])('with %s is rejected: %s, and the store is not called', async (_, code, delivery) => {
    const store = new MemoryWebhookStore();
    const { headers, ...rest } = delivery();
    const given = request({ ...rest, headers: { 'x-webhook-id': 'd-1', ...headers } });
    const refused = await webhooks.handle(given, { store }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'ChatWebhookError', code });
    expect(store.has('d-1')).toBe(false);
  });

  test('without a signature is not read', async () => {
    const given = new Request(address, { method: 'POST', body: text });
    await expect(webhooks.handle(given)).rejects.toMatchObject({ code: 'signature_missing' });
    expect(given.bodyUsed).toBe(false);
  });

  test('whose body is too large is not read to its end', async () => {
    let given = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
      cancel() {
        cancelled = true;
      },
    });
    await expect(webhooks.handle(request({ body }), { maxBytes: 10_000 })).rejects.toMatchObject({ code: 'too_large' });
    expect(cancelled).toBe(true);
    expect(given).toBeLessThan(20_000);
  });

  test('in chunks of one byte uses memory in proportion to its size', async () => {
    const size = 10_000;
    const padded = text.padEnd(size);
    const taken: number[] = [];
    const set = jest.spyOn(Uint8Array.prototype, 'set').mockImplementation(function (this: Uint8Array, from, at = 0) {
      if (at === 0) taken.push(this.byteLength);
      for (let index = 0; index < from.length; index++) this[at + index] = from[index] ?? 0;
    });
    try {
      // Every chunk is a view of a much larger buffer: keeping chunks would keep all of it.
      const body = streamOf(Array.from(Buffer.from(padded), (byte) => new Uint8Array(64).fill(byte).subarray(0, 1)));
      const headers = { 'x-signature': sign(padded) };
      expect((await webhooks.handle(request({ body, headers }), { maxBytes: size })).event.type).toBe('message.new');
      const buffers = taken.filter((length) => length > 1000);
      expect(buffers.length).toBeLessThan(10);
      expect(buffers.reduce((sum, length) => sum + length, 0)).toBeLessThan(4 * size);
    } finally {
      set.mockRestore();
    }
  });

  test('whose body was read, or is being read, is rejected', async () => {
    const used = request();
    await used.text();
    await expect(webhooks.handle(used)).rejects.toMatchObject({ code: 'body' });
    const locked = request();
    locked.body?.getReader();
    await expect(webhooks.handle(locked)).rejects.toMatchObject({ code: 'body' });
  });

  test('of another kind of server is rejected', async () => {
    const message = { headers: { 'x-signature': sign(text) } };
    await expect(Reflect.apply(webhooks.handle, undefined, [message])).rejects.toMatchObject({ code: 'body' });
  });
});

describe.each(entries)('a store, by $entry', ({ webhooks }) => {
  const delivery = () => request({ headers: { 'x-webhook-id': 'd-1' } });

  test.each<[string, () => WebhookStore]>([
    ['of ours', () => new MemoryWebhookStore()],
    ['that is a Set', () => new Set<string>()],
    [
      'that answers later',
      () => {
        const ids = new Set<string>();
        return { has: async (id: string) => ids.has(id), add: async (id: string) => void ids.add(id) };
      },
    ],
  ])('%s reports a repeated delivery', async (_, create) => {
    const store = create();
    expect((await webhooks.handle(delivery(), { store })).duplicate).toBe(false);
    expect((await webhooks.handle(delivery(), { store })).duplicate).toBe(true);
  });

  test('reports all but one of several concurrent deliveries', async () => {
    const store = new MemoryWebhookStore();
    const all = await Promise.all([1, 2, 3].map(() => webhooks.handle(delivery(), { store })));
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  });

  test('forgets a deleted delivery', async () => {
    const store = new MemoryWebhookStore();
    await webhooks.handle(delivery(), { store });
    expect(store.delete('d-1')).toBe(true);
    expect((await webhooks.handle(delivery(), { store })).duplicate).toBe(false);
  });

  test('that fails rejects the call with its error', async () => {
    const store = { has: () => Promise.reject(new Error('no connection')), add: () => undefined };
    await expect(webhooks.handle(delivery(), { store })).rejects.toThrow('no connection');
  });

  test('keeps only the latest ids', () => {
    const store = new MemoryWebhookStore({ limit: 2 });
    expect(['a', 'b', 'b', 'c'].map((id) => store.add(id))).toEqual([true, true, false, true]);
    expect(['a', 'b', 'c'].map((id) => store.has(id))).toEqual([false, true, true]);
  });

  test.each([0, Number.NaN])('of %p ids is rejected', (limit) => {
    expect(() => new MemoryWebhookStore({ limit })).toThrow(ChatInputError);
  });
});
