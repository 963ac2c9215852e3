import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { inflate as inflateAtEdge } from '../edge/inflate.js';
import { inflate } from '../webhooks/inflate.js';
import { readsMembers, thrownBy } from './sample-webhooks.js';

const limit = 4 * 1024 * 1024;
const size = 3_000_000;
const zipped = gzipSync(Buffer.alloc(size, 'event '));

/** The same gzip with another size in its trailer. */
const stating = (bytes: number, gzip: Buffer = zipped) => {
  const copy = Buffer.from(gzip);
  copy.writeUInt32LE(bytes, copy.byteLength - 4);
  return copy;
};

describe.each([
  { entry: './server', inflate },
  { entry: './edge', inflate: inflateAtEdge },
])('inflating, by $entry', ({ entry, inflate }) => {
  test('allocates one buffer of the size stated in the gzip trailer', async () => {
    const content = await inflate(zipped, limit);
    expect(content.byteLength).toBe(size);
    expect(content.buffer.byteLength).toBe(size + 1);
  });

  test('of several members is complete, or rejected where the platform does not support it', async () => {
    const members = Buffer.concat([zipped, gzipSync('end')]);
    if (!readsMembers(entry)) {
      expect(await thrownBy(() => inflate(members, limit))).toMatchObject({ code: 'compression' });
      return;
    }
    const content = await inflate(members, limit);
    expect(Buffer.from(content.subarray(size)).toString()).toBe('end');
    expect(content.buffer.byteLength).toBeLessThanOrEqual(limit);
  });

  test('allocates no large buffer for a few bytes that state a large size', async () => {
    const few = await inflate(gzipSync('few'), limit);
    expect(few.buffer.byteLength).toBeLessThanOrEqual(Math.max(16 * 1024, Buffer.poolSize));
    expect(await thrownBy(() => inflate(stating(limit, gzipSync('few')), limit))).toMatchObject({
      code: 'compression',
    });
  });

  test.each([0, 1, size - 1, 2 ** 32 - 1])('rejects a bomb that states %i bytes', async (stated) => {
    const bomb = stating(stated, gzipSync(Buffer.alloc(2 * limit)));
    expect(await thrownBy(() => inflate(bomb, limit))).toMatchObject({ code: 'too_large' });
  });
});
