import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ejectTemplate } from '../../src/generate/originals.js';
import { readTemplates } from '../../src/generate/template-texts.js';
import { Templates } from '../../src/render/templates.js';

const dataPage = readFileSync('generator/docs/template-data.md', 'utf8');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-templates-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
const eject = (path: string, text: string) => ejectTemplate(join(folder, 'mine'), path, text, dataPage);

test('a copied template begins with a list of its data, types and helpers, and prints the same', () => {
  const path = 'client/servers.ts.hbs';
  const own = readTemplates(undefined, folder).texts.get(path) ?? '';
  expect(eject(path, own)).toEqual({ file: join(folder, 'mine', path), isNew: true });
  const copy = textOf(`mine/${path}`);
  expect(copy).toMatch(/^\{\{!--\nThe data of client\/servers\.ts\.hbs\./);
  for (const title of ['ServersView', 'ServerView', 'Helpers']) expect(copy).toContain(`\n${title}\n`);
  expect(copy.endsWith(own)).toBe(true);
  const print = (text: string) =>
    new Templates(new Map([['docs/types.md.hbs', text]])).render('docs/types.md.hbs', {
      typesPackage: '@acme/shop-types',
      operationTypes: '',
      hasInputs: false,
      hasOpenEnums: false,
      upload: '',
      hasUploadGuide: false,
      index: [],
      types: [],
    });
  const page = readTemplates(undefined, folder).texts.get('docs/types.md.hbs') ?? '';
  eject('docs/types.md.hbs', page);
  expect(print(textOf('mine/docs/types.md.hbs'))).toBe(print(page));
});

test.each([
  ['docs/guides/errors.md.hbs', 'GuideView'],
  ['addons/stream/package/src/edge.ts.hbs', 'AddonView'],
])('%s begins with the data of this kind of template', (path, view) => {
  eject(path, 'text\n');
  expect(textOf(`mine/${path}`)).toContain(`\n${view}\n`);
});

test.each(['runtime/index.ts', 'naming/method.hbs', 'partials/header.hbs'])('%s is copied unchanged', (path) => {
  eject(path, 'text\n');
  expect(textOf(`mine/${path}`)).toBe('text\n');
});

test('a copy of an outdated template is reported with the changes, until it is copied again', () => {
  const path = 'client/client.ts.hbs';
  put(`own/${path}`, 'one\nnext\n');
  put(`mine/${path}`, 'one\nmine\n');
  put(`mine/.originals/${path}`, 'one\ntwo\n');
  const read = () => readTemplates(join(folder, 'mine'), folder, join(folder, 'own'));
  expect(read()).toMatchObject({
    texts: new Map([[path, 'one\nmine\n']]),
    problems: [
      {
        code: 'template-stale',
        severity: 'warning',
        file: `mine/${path}`,
        frame: '- two\n+ next',
        message: expect.stringContaining('1 line removed, 1 added'),
      },
    ],
  });
  expect(eject(path, 'one\nnext\n').isNew).toBe(false);
  expect(read().problems).toEqual([]);
  expect(textOf(`mine/${path}`)).toBe('one\nmine\n');
});

test('CRLF and a byte order mark in a template do not affect the output', () => {
  put('own/client/client.ts.hbs', 'one\ntwo\n');
  put('mine/client/client.ts.hbs', '\ufeffone\r\nmine\r\n');
  put('mine/.originals/client/client.ts.hbs', 'one\r\ntwo\r\n');
  const { texts, problems } = readTemplates(join(folder, 'mine'), folder, join(folder, 'own'));
  expect([texts.get('client/client.ts.hbs'), problems]).toEqual(['one\nmine\n', []]);
});

test('a linked template is read', () => {
  put('own/client/client.ts.hbs', 'ours\n');
  put('shared/client.ts.hbs', 'theirs\n');
  mkdirSync(join(folder, 'mine/client'), { recursive: true });
  symlinkSync(join(folder, 'shared/client.ts.hbs'), join(folder, 'mine/client/client.ts.hbs'));
  const { texts } = readTemplates(join(folder, 'mine'), folder, join(folder, 'own'));
  expect(texts.get('client/client.ts.hbs')).toBe('theirs\n');
});
