import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { call, explain } from './support/full-client.js';
import { createPoll, getPoll, SampleClient, uploadFile } from './support/sample-client.js';

const client = new SampleClient({
  apiKey: 'key-7c1d4f',
  token: () => {
    throw new Error('the token function must not be called');
  },
  headers: { 'x-team': 'red', 'x-secret-thing': 'hidden-1' },
  fetch: () => Promise.reject(new Error('nothing is sent')),
});

describe('explain', () => {
  test('returns the request without its credentials', async () => {
    const { method, url, headers, body } = await explain(client, getPoll, { poll_id: 'a/b', user_id: 'key-7c1d4f' });
    expect({ method, url, body }).toEqual({
      method: 'GET',
      url: 'https://chat.example.com/api/v2/polls/a%2Fb?api_key=REDACTED&user_id=[redacted]',
      body: undefined,
    });
    expect(headers).toMatchObject({ Authorization: 'REDACTED', 'x-team': 'red', 'x-secret-thing': 'REDACTED' });
  });

  test('returns a body and a command that a shell parses correctly', async () => {
    const name = `it's $HOME "x" \`id\` \\ \n end`;
    const { body, curl } = await explain(client, createPoll, { name });
    expect(body).toBe(JSON.stringify({ name }));
    const words = execFileSync('sh', ['-c', `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${curl}`])
      .toString()
      .split('\0');
    expect(words.slice(0, 4)).toEqual([
      '--globoff',
      '--request',
      'POST',
      'https://chat.example.com/api/v2/polls?api_key=REDACTED',
    ]);
    expect(words).toContain('Content-Type: application/json');
    expect(words.slice(-3)).toEqual(['--data-raw', JSON.stringify({ name }), '']);
  });

  test('reads no stream', async () => {
    const stream = new Blob(['x']).stream();
    const { body, curl } = await explain(client, uploadFile, {
      file: { data: stream, name: 'a.txt' },
      user: { id: 'x' },
    });
    expect(body).toEqual([
      { name: 'file', file: 'a.txt' },
      { name: 'user', text: '{"id":"x"}' },
    ]);
    expect(curl).toMatch(/--form 'file=@"a.txt"' --form-string 'user=\{"id":"x"\}'$/);
    expect(stream.locked).toBe(false);
  });

  test('rejects what the call would reject', async () => {
    await expect(explain(client, getPoll, { poll_id: '' })).rejects.toMatchObject({ name: 'ChatInputError' });
    await expect(call(client, getPoll, { poll_id: '' })).rejects.toMatchObject({ name: 'ChatInputError' });
  });
});
