import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Answer, endless, json, pour, reply } from '../../../templates/runtime/test/support/raw-server.js';
import type { Fault } from '../fault.js';

const megabyte = 1024 * 1024;
const body = '{"poll":{"id":"a"}}';
const zipped = gzipSync(body);
const bomb = Buffer.alloc(64 * megabyte, ' ');
const small = { maxResponseBytes: megabyte } as const;

const encoded = (encoding: string, bytes: Buffer, status = '200 OK'): Answer =>
  json(bytes, status, [`content-encoding: ${encoding}`]);
const fine = (name: string, answer: Answer, fields: Fault['fields'] = {}): Fault => ({
  name,
  answers: [answer],
  fields,
});
const unreadable = (name: string, answer: Answer, message = '', rest: Partial<Fault> = {}): Fault => ({
  name,
  outcome: 'ChatResponseError',
  code: 'response',
  answers: [answer],
  fields: { status: 200 },
  message,
  ...rest,
});

export const bodies: readonly Fault[] = [
  unreadable('cut off', json('{"poll":{"id":'), 'not JSON: {"poll":{"id":'),
  unreadable('endless', endless, 'larger than 1048576 bytes', { options: small }),
  unreadable('endless, up to the default limit', endless, 'larger than 33554432 bytes (maxResponseBytes)', {
    within: 5000,
  }),
  unreadable('a bomb of gzip', encoded('gzip', gzipSync(bomb)), 'larger than 1048576 bytes', { options: small }),
  unreadable('a bomb of brotli', encoded('br', brotliCompressSync(bomb)), 'larger than 1048576 bytes', {
    options: small,
  }),
  unreadable('a bomb inside a bomb', encoded('gzip, gzip', gzipSync(gzipSync(bomb))), 'larger than 1048576 bytes', {
    options: small,
  }),
  unreadable(
    'endless gzip',
    pour('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n', gzipSync(Buffer.alloc(megabyte))),
    'larger than 1048576 bytes',
    { options: small },
  ),
  unreadable('declared as gzip but not compressed', encoded('gzip', Buffer.from(body)), 'invalid compression'),
  unreadable('declared as brotli but not compressed', encoded('br', Buffer.from(body)), 'invalid compression'),
  unreadable(
    'declared as deflate but not compressed',
    encoded('deflate', Buffer.from('{"poll"')),
    'invalid compression',
  ),
  unreadable('truncated gzip', encoded('gzip', zipped.subarray(0, 15)), ''),
  unreadable(
    'gzip with a wrong checksum',
    encoded('gzip', Buffer.concat([zipped.subarray(0, -8), Buffer.alloc(8)])),
    'invalid compression',
  ),
  unreadable('undeclared gzip', json(zipped), 'not JSON'),
  fine('deflate', encoded('deflate', deflateSync(body)), { poll: { id: 'a' } }),
  fine('gzip, with space after it', encoded('gzip', Buffer.concat([zipped, Buffer.from('\n')])), { poll: { id: 'a' } }),
  unreadable('an unknown encoding', encoded('rot13', Buffer.from('{"cbyy":')), 'not JSON'),
  unreadable('a hundred encodings', encoded(Array(100).fill('gzip').join(), zipped), '', {
    outcome: 'ChatConnectionError',
    code: 'connection',
    fields: {},
    options: { retry: { limit: 0 } },
  }),
  unreadable(
    'HTML with status 200',
    reply('200 OK', ['content-type: text/html'], `<html>${'<p>'.repeat(10_000)}`),
    'not JSON: <html><p>',
  ),
  fine('an empty body with status 200', reply('200 OK', ['content-length: 0'])),
  unreadable('only white space', json(' \r\n '), 'not JSON'),
  fine('a byte order mark', json(`\ufeff${body}`), { poll: { id: 'a' } }),
  unreadable('UTF-16', json(Buffer.from(`\ufeff${body}`, 'utf16le')), 'not JSON'),
  fine('invalid UTF-8', json(Buffer.from('{"poll":{"id":"\xff\xfe"}}', 'latin1')), {
    poll: { id: '\ufffd\ufffd' },
  }),
  unreadable('JSON followed by more text', json(`${body}${body}`), 'not JSON'),
  unreadable('JavaScript that is not JSON', json("{poll:'a'}"), 'not JSON'),
  unreadable('NaN', json('{"poll":NaN}'), 'not JSON'),
  unreadable('null', json('null'), 'not an object'),
  unreadable('a number', json('5'), 'not an object'),
  unreadable('a text', json('"poll"'), 'not an object'),
  unreadable('an array', json('[1]'), 'not an object'),
  unreadable(
    'secrets in an unreadable body',
    reply('200 OK', [], `<html> key-7c1d4f55 ${'x'.repeat(500)}`),
    'not JSON: <html> [redacted] xxx',
  ),
  fine('deeper than the stack', json(`${'{"poll":'.repeat(100_000)}1${'}'.repeat(100_000)}`)),
  fine('the same key twice', json('{"poll":1,"poll":2}'), { poll: 2 }),
  fine('numbers beyond a double', json(`{"poll":1e999,"id":${'9'.repeat(1000)}}`), { poll: Number.POSITIVE_INFINITY }),
  fine('invalid dates', json('{"poll":{"created_at":"soon","updated_at":1e300}}'), {
    poll: { created_at: 'soon', updated_at: 1e300 },
  }),
  fine(
    'keys such as __proto__',
    json('{"poll":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    {
      polluted: undefined,
    },
  ),
  unreadable('half a million lines that are not JSON', json('x\n'.repeat(500_000)), 'not JSON: x x x'),
];
