import { mkdir, symlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, folderOf, loadFrom, originOf, plain, withSchemas } from './temporary.js';

const codes = (problems: readonly { readonly code: string }[]): readonly string[] => problems.map(({ code }) => code);

describe('files', () => {
  const secret = 'title: secret';

  test('outside of the folder of the spec are not read', async () => {
    for (const reference of [
      '../secret.yaml',
      '../nothing.yaml',
      '/etc/hostname',
      'file:///etc/hostname',
      'a/../../secret.yaml',
      '%2e%2e/secret.yaml',
    ]) {
      const cwd = await folderOf({ 'api/api.json': withSchemas({ A: { $ref: reference } }), 'secret.yaml': secret });
      const { problems, document } = await loadFrom(cwd, 'api/api.json');
      expect([reference, ...codes(problems)]).toEqual([reference, 'ref-outside']);
      expect(problems[0]).toMatchObject({
        pointer: '/components/schemas/A/$ref',
        hint: expect.stringContaining('--allow-ref'),
      });
      expect(document).toBeUndefined();
    }
  });

  test('in a folder whose name begins like the allowed one are outside', async () => {
    const cwd = await folderOf({
      'api/api.json': withSchemas({ A: { $ref: '../api-secret/x.yaml' } }),
      'api-secret/x.yaml': secret,
    });
    expect(codes((await loadFrom(cwd, 'api/api.json')).problems)).toEqual(['ref-outside']);
  });

  test('in an allowed folder are read', async () => {
    const cwd = await folderOf({
      'api/api.json': withSchemas({ A: { $ref: '../shared/x.yaml' } }),
      'shared/x.yaml': secret,
    });
    for (const allowed of ['shared', join(cwd, 'shared'), 'shared/x.yaml']) {
      const { document, problems } = await loadFrom(cwd, 'api/api.json', [allowed]);
      expect(problems).toEqual([]);
      expect(plain(at(document, '/components/schemas/A'))).toEqual({ title: 'secret' });
    }
  });

  test('behind a symbolic link count as their targets', async () => {
    const cwd = await folderOf({
      'api/api.json': withSchemas({
        A: { $ref: 'link.yaml' },
        B: { $ref: 'folder/secret.yaml' },
        C: { $ref: 'inside.yaml' },
      }),
      'api/c.yaml': 'title: c',
      'out/secret.yaml': secret,
    });
    await symlink(join(cwd, 'out/secret.yaml'), join(cwd, 'api/link.yaml'));
    await symlink(join(cwd, 'out'), join(cwd, 'api/folder'));
    await symlink(join(cwd, 'api/c.yaml'), join(cwd, 'api/inside.yaml'));
    const { problems } = await loadFrom(cwd, 'api/api.json');
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'ref-outside /components/schemas/A/$ref',
      'ref-outside /components/schemas/B/$ref',
    ]);
  });

  test('in a folder whose own path is a symbolic link are inside it', async () => {
    const cwd = await folderOf({ 'api/api.json': withSchemas({ A: { $ref: 'a.yaml' } }), 'api/a.yaml': 'title: a' });
    await symlink(join(cwd, 'api'), join(cwd, 'link'));
    expect((await loadFrom(cwd, 'link/api.json')).problems).toEqual([]);
  });

  test('that are folders or missing are reported', async () => {
    const cwd = await folderOf({ 'api.json': withSchemas({ A: { $ref: 'folder' } }) });
    await mkdir(join(cwd, 'folder'));
    expect(await loadFrom(cwd, 'folder')).toMatchObject({ problems: [{ code: 'source-unreadable', file: 'folder' }] });
    expect(await loadFrom(cwd, 'none.yaml')).toMatchObject({
      problems: [{ code: 'source-missing', file: 'none.yaml' }],
    });
    expect(codes((await loadFrom(cwd, 'api.json')).problems)).toEqual(['ref-unresolved']);
    // A file that exists but is not allowed.
    await symlink(join(cwd, 'loop.yaml'), join(cwd, 'loop.yaml'));
    expect(await loadFrom(cwd, 'loop.yaml')).toMatchObject({
      problems: [{ code: 'source-unreadable', message: expect.stringContaining('too many symbolic links') }],
    });
  });

  test('are reported in reading order, relative to the working folder if inside it', async () => {
    const cwd = await folderOf({
      'api/api.json': withSchemas({ A: { $ref: 'a%20b.yaml' } }),
      'api/a b.yaml': 'title: a',
    });
    const inside = await loadFrom(cwd, join(cwd, 'api/api.json'));
    expect(inside.document?.inputs.map(({ file }) => file)).toEqual(['api/api.json', 'api/a b.yaml']);
    expect(inside.document?.inputs[1]?.sha256).toBe('bb61943422a52283e3073c56e27ad51eaa7619ae0918d69c4f5e21e1f55969ce');
    const outside = await loadFrom(join(cwd, 'api'), '../api/api.json');
    expect(outside.document?.inputs[0]?.file).toBe('api.json');
    const other = await loadFrom(await folderOf({}), join(cwd, 'api/api.json'));
    expect(basename(other.document?.inputs[0]?.file ?? '')).toBe('api.json');
  });
});

describe('URLs', () => {
  let server: Server;
  let origin: string;
  let asked: string[] = [];
  const replies = new Map<string, { readonly status?: number; readonly location?: string; readonly body?: string }>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const reply = replies.get(request.url ?? '') ?? { status: 404 };
      response.writeHead(reply.status ?? 200, reply.location === undefined ? {} : { location: reply.location });
      response.end(reply.body ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = originOf(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    replies.clear();
  });
  const serve = (path: string, body: object): void => {
    replies.set(path, { body: JSON.stringify(body) });
  };

  test('are read as specs, with the files beside them', async () => {
    serve('/v1/api.json', withSchemas({ A: { $ref: 'schemas/a.json' } }));
    serve('/v1/schemas/a.json', { title: 'a' });
    const { document, problems } = await loadFrom('/', `${origin}/v1/api.json`);
    expect(problems).toEqual([]);
    expect(plain(at(document, '/components/schemas/A'))).toEqual({ title: 'a' });
    expect(document?.inputs.map(({ file }) => file)).toEqual([`${origin}/v1/api.json`, `${origin}/v1/schemas/a.json`]);
  });

  test('other than that of the spec are not fetched', async () => {
    for (const reference of [
      '../other.json',
      '/other.json',
      'http://127.0.0.1:9/x.json',
      'file:///etc/hostname',
      '/v10/x.json',
    ]) {
      serve('/v1/api.json', withSchemas({ A: { $ref: reference } }));
      const { problems } = await loadFrom('/', `${origin}/v1/api.json`);
      expect([reference, problems[0]?.code]).toEqual([
        reference,
        reference.startsWith('file') ? 'ref-unresolved' : 'ref-outside',
      ]);
    }
    expect(new Set(asked)).toEqual(new Set(['/v1/api.json']));
  });

  test('in a file are not fetched unless allowed', async () => {
    serve('/shared/a.json', { title: 'a' });
    const cwd = await folderOf({ 'api.json': withSchemas({ A: { $ref: `${origin}/shared/a.json` } }) });
    expect(codes((await loadFrom(cwd, 'api.json')).problems)).toEqual(['ref-outside']);
    expect(codes((await loadFrom(cwd, 'api.json', [`${origin}/share`])).problems)).toEqual(['ref-outside']);
    expect(asked).toEqual([]);
    expect(codes((await loadFrom(cwd, 'api.json', [`${origin}/shared`])).problems)).toEqual([]);
  });

  test('may redirect a spec, but not a reference to another place', async () => {
    replies.set('/latest', { status: 302, location: '/v1/api.json' });
    serve('/v1/api.json', withSchemas({ A: { $ref: 'a.json' } }));
    replies.set('/v1/a.json', { status: 302, location: '/v1/b.json' });
    serve('/v1/b.json', { title: 'b' });
    expect(codes((await loadFrom('/', `${origin}/latest`)).problems)).toEqual([]);
    replies.set('/v1/a.json', { status: 302, location: '/secret.json' });
    expect(codes((await loadFrom('/', `${origin}/v1/api.json`)).problems)).toEqual(['ref-outside']);
    expect(asked).not.toContain('/secret.json');
  });

  test('with too many redirects or an error status are reported', async () => {
    replies.set('/a', { status: 302, location: '/a' });
    expect(await loadFrom('/', `${origin}/a`)).toMatchObject({
      problems: [{ code: 'source-unreadable', message: expect.stringContaining('redirects') }],
    });
    expect(await loadFrom('/', `${origin}/none`)).toMatchObject({
      problems: [{ message: expect.stringContaining('404') }],
    });
  });
});
