import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generate, startMock } from '../../../src/index.js';
import { newFolder } from '../../folder.js';

/** Prints its arguments, each followed by a zero byte. */
const STUB = `curl() { printf '%s\\0' "$@"; }\n`;

function argumentsOf(command: string): readonly string[] {
  const variables = [...command.matchAll(/\$([A-Z_]+)/g)].map(([, name = '']) => [name, 'value']);
  const env = { PATH: process.env.PATH, ...Object.fromEntries(variables), BASE_URL: 'http://localhost' };
  return execFileSync('sh', ['-u', '-c', STUB + command], { env, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

/** The request that curl would send, to another server. */
function requestOf(args: readonly string[], server: string): Request {
  const headers = new Headers();
  const form = new FormData();
  const encoded = new URLSearchParams();
  let [method, url, body]: [method: string, url: string, body: string | undefined] = ['GET', '', undefined];
  const pairOf = (text: string): [string, string] => {
    const [name = ''] = text.split('=', 1);
    return [name, text.slice(name.length + 1)];
  };
  for (let index = 0; index < args.length; index++) {
    const [option = '', value = ''] = args.slice(index, index + 2);
    if (/^https?:/.test(option)) url = option;
    else if (option === '-I') method = 'HEAD';
    else index++;
    if (option === '-X') method = value;
    if (option === '-H') headers.append(...splitHeader(value));
    if (option === '-b') headers.append('cookie', value);
    if (option === '-u') headers.set('authorization', `Basic ${btoa(value)}`);
    if (option === '--data-raw') body = value;
    if (option === '--data-binary') body = 'bytes';
    if (option === '--data-urlencode') encoded.append(...pairOf(value));
    if (option === '--form-string') form.append(...pairOf(value));
    if (option === '-F') appendPart(form, ...pairOf(value));
  }
  const { pathname, search } = new URL(url);
  const sent = body ?? ([...form].length > 0 ? form : encoded.size > 0 ? encoded : null);
  return new Request(server + pathname + search, { method, headers, body: sent });
}

function splitHeader(text: string): [name: string, value: string] {
  const [name = ''] = text.split(':', 1);
  return [name, text.slice(name.length + 1).trim()];
}

/** A part `@file;type=...` or `text;type=...`; a text in double quotes has escapes. */
function appendPart(form: FormData, name: string, value: string): void {
  const [, text = '', type = ''] = /^(.*);type=([^;]+)$/s.exec(value) ?? [];
  const isFile = text.startsWith('@');
  const content = text.startsWith('"') ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
  expect(text.startsWith('"') || isFile || !text.includes(';')).toBe(true);
  const blob = new Blob([isFile ? 'bytes' : content], { type });
  if (isFile) form.append(name, blob, text.slice(1));
  else form.append(name, blob);
}

const fixtures = readdirSync('generator/test/fixtures/features', { withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^(?:nothing|schemas-only|tags)\./.test(entry.name))
  .map(({ name, parentPath }) => join(parentPath, name));

describe.each(['spec/openapi.yaml', ...fixtures])('%s', (spec) => {
  const out = newFolder('curl');
  test('each curl command is a request that the spec allows', async () => {
    const addons = spec.startsWith('spec/') ? ['stream'] : [];
    const { files } = await generate({ spec, out, scope: '@x', name: 'y', addons });
    expect(files).toBeGreaterThan(0);
    const docs = join(out, 'y-client', 'docs');
    const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
    const commands = pages.flatMap((name) => [
      ...readFileSync(join(docs, name), 'utf8').matchAll(/^```sh\n(curl .*?)^```$/gms),
    ]);
    expect(commands.length).toBeGreaterThan(0);
    const mock = await startMock({ spec, addons });
    const rejected: string[] = [];
    try {
      for (const [, command = ''] of commands) {
        const response = await fetch(requestOf(argumentsOf(command), mock.url), { redirect: 'manual' });
        if (response.status >= 400) rejected.push(`${command}${response.status} ${await response.text()}`);
      }
    } finally {
      await mock.close();
    }
    expect(rejected).toEqual([]);
  });
});
