import { expect } from '@jest/globals';
import { checkBody, type ExpectedBody } from './body.js';
import { toDate } from './dates.js';

/** What a call must send, and how its response is parsed. */
export interface Expectation {
  readonly method: string;
  /** Percent-encoded, relative to the base URL. */
  readonly path: string;
  readonly query?: readonly (readonly string[])[];
  readonly headers?: readonly (readonly string[])[];
  readonly body?: ExpectedBody;
  /** Keys of the security schemes whose credentials are sent. */
  readonly credentials?: readonly string[];
  /** How the response is parsed. Default: JSON. */
  readonly reply?: 'text' | 'binary' | 'empty' | 'auto' | 'stream';
  /** JSON pointers to the date-times of the response. */
  readonly dates?: readonly string[];
}

/** A request received by the mock server, and the body of its response. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly replyBody: Buffer;
}

export type CredentialCheck = (
  request: RecordedRequest,
  expected: readonly string[],
  /** Arguments of the call, such as `header x-key`. */
  given: readonly string[],
) => readonly string[];

const mockUrl = process.env['SDKGEN_MOCK_URL'];
let sessions = 0;

/** The mock server's session for one test, which records its requests. */
export class Session {
  readonly url: string;

  constructor() {
    if (mockUrl === undefined) throw new Error('SDKGEN_MOCK_URL is not set: run the tests with `npm test`.');
    sessions += 1;
    this.url = `${mockUrl}/__mock/${process.pid}-${process.env['JEST_WORKER_ID'] ?? '0'}-${Date.now()}-${sessions}`;
  }

  /** Compares the recorded request, and the value returned by the call, with the expectation. */
  async check(reply: unknown, expected: Expectation, checkCredentials: CredentialCheck): Promise<void> {
    const requests = await this.#requests();
    expect(requests).toHaveLength(1);
    const [request] = requests;
    if (!request) return;
    expect(request.method).toBe(expected.method);
    expect(segments(request.path)).toEqual(segments(expected.path));
    const given = [
      ...(expected.headers ?? []).map(([name = '']) => `header ${name}`),
      ...(expected.query ?? []).map(([name = '']) => `query ${name}`),
    ];
    const credentialNames = checkCredentials(request, expected.credentials ?? [], given);
    const query = [...new URLSearchParams(request.query)].filter(([name]) => !credentialNames.includes(name));
    expect(query).toEqual(expected.query ?? []);
    for (const [name = '', value = ''] of expected.headers ?? []) {
      const found = request.headers.get(name) ?? '';
      // Credentials may be cookies too.
      if (name === 'cookie') expect(found.split('; ')).toEqual(expect.arrayContaining(value.split('; ')));
      else expect(found).toBe(value);
    }
    await checkBody(request, expected.body);
    await checkReply(reply, request.replyBody, expected);
  }

  async #requests(): Promise<readonly RecordedRequest[]> {
    const response = await fetch(`${this.url}/requests`);
    const records: RawRecord[] = JSON.parse(await response.text());
    return records.map((record) => ({
      method: record.method,
      path: record.path,
      query: record.query,
      headers: new Headers(record.headers),
      body: Buffer.from(record.body, 'base64'),
      replyBody: Buffer.from(record.reply, 'base64'),
    }));
  }
}

interface RawRecord {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: [string, string][];
  readonly body: string;
  readonly reply: string;
}

/** Compared after decoding: which characters are percent-encoded may differ, but not where segments end. */
function segments(path: string): readonly string[] {
  return path.split('/').map(decodeURIComponent);
}

async function checkReply(reply: unknown, sent: Buffer, expected: Expectation): Promise<void> {
  if (expected.reply === 'stream') expect(await itemsOf(reply)).toHaveLength(1);
  else if (expected.reply === 'text') expect(reply ?? '').toBe(sent.toString('utf8'));
  else if (expected.reply === 'empty' || sent.length === 0) expect(reply).toBeUndefined();
  else if (reply instanceof Blob) expect(Buffer.from(await reply.arrayBuffer())).toEqual(sent);
  else expect(reply).toEqual(withDates(JSON.parse(sent.toString('utf8')), expected.dates ?? []));
}

async function itemsOf(reply: unknown): Promise<readonly unknown[]> {
  if (!isRecord(reply) || !(Symbol.asyncIterator in reply)) throw new Error('The response is not a stream');
  const items: unknown[] = [];
  for await (const item of Object(reply)) items.push(item);
  return items;
}

/** The response as it was sent, with a `Date` at each pointer. */
function withDates(reply: unknown, pointers: readonly string[]): unknown {
  const holder: Record<string, unknown> = { root: reply };
  for (const pointer of pointers) {
    const keys = [
      'root',
      ...pointer
        .split('/')
        .slice(1)
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')),
    ];
    const last = keys.pop() ?? 'root';
    let node: unknown = holder;
    for (const key of keys) node = isRecord(node) ? node[key] : undefined;
    if (!isRecord(node) || !(last in node)) throw new Error(`The response has no date-time at ${pointer}`);
    node[last] = toDate(node[last]);
  }
  return holder['root'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
