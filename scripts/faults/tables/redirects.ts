import { startRawServer, status } from '../../../templates/runtime/test/support/raw-server.js';
import type { Fault, Stage } from '../fault.js';

/** Responds with a redirect to another server, and counts its requests as if they had arrived here. */
async function toAnotherServer({ server, call }: Stage, line: string): Promise<unknown> {
  const other = await startRawServer();
  other.answers = [status('200 OK')];
  server.answers = [status(line, `location: ${other.url}/api/v2/polls/a?api_key=key-7c1d4f55`)];
  try {
    return await call('getPoll', { poll_id: 'a' });
  } finally {
    server.requests.push(...other.requests);
    await other.close();
  }
}

const redirect = (name: string, ...headers: readonly string[]): Fault => ({
  name,
  outcome: 'ChatRedirectError',
  code: 'redirect',
  answers: [status('302 Found', ...headers)],
});

export const redirects: readonly Fault[] = [
  ...['301 Moved Permanently', '302 Found', '303 See Other', '307 Temporary Redirect', '308 Permanent Redirect'].map(
    (line): Fault => ({
      ...redirect(`${line}, to another server`),
      fields: { status: Number(line.slice(0, 3)) },
      act: (stage) => toAnotherServer(stage, line),
    }),
  ),
  { ...redirect('to itself', 'location: /api/v2/polls/a'), fields: { location: '/api/v2/polls/a' } },
  { ...redirect('without a location'), fields: { location: undefined } },
  redirect('to an invalid address', 'location: http://['),
  redirect('to a script', 'location: javascript:alert(1)'),
  redirect('of many kilobytes', `location: /${'x'.repeat(8000)}`),
  {
    ...redirect('with a password in its location', 'location: https://user:key-7c1d4f55@example.com/'),
    fields: { location: 'https://example.com/' },
  },
  { ...redirect('with the key in its path', 'location: /key-7c1d4f55/x'), fields: { location: '/[redacted]/x' } },
];
