import { expect, test } from '@jest/globals';
import { load, summary } from './temporary.js';

const info = { title: 'Test', version: '1' };

const cases: readonly [string, object | string, readonly string[], RegExp | undefined][] = [
  ['3.0 is read', { openapi: '3.0.0', info, paths: {} }, [], undefined],
  ['3.1 is read', { openapi: '3.1.1', info, paths: {} }, [], undefined],
  [
    'a version that YAML parses as a number is accepted',
    'openapi: 3.1\ninfo: { title: a, version: b }\npaths: {}',
    [],
    undefined,
  ],
  ['3.0 as a number is accepted', 'openapi: 3.0\ninfo: { title: a, version: b }\npaths: {}', [], undefined],
  [
    'a newer minor version is read with a warning',
    { openapi: '3.2.0', info, paths: {} },
    ['warning version-newer api:1:2 /openapi'],
    undefined,
  ],
  [
    'Swagger 2 is rejected',
    { swagger: '2.0', info },
    ['error version-unsupported api:1:2 /swagger'],
    /swagger2openapi/,
  ],
  [
    'another major version is rejected',
    { openapi: '4.0.0', info },
    ['error version-unsupported api:1:2 /openapi'],
    undefined,
  ],
  [
    'a version that is an object is rejected',
    { openapi: {}, info },
    ['error version-unsupported api:1:2 /openapi'],
    undefined,
  ],
  ['a file without a version is rejected', { info }, ['error not-openapi api:1:1 '], /openapi: 3\.1\.0/],
  ['a list is rejected', [1], ['error not-openapi api:1:1 '], undefined],
  ['a text is rejected', 'hello', ['error not-openapi api:1:1 '], undefined],
];
test.each(cases)('%s', async (_, api, problems, hint) => {
  const loaded = await load({ api });
  expect(summary(loaded.problems)).toEqual(problems);
  if (hint !== undefined) expect(loaded.problems[0]?.hint).toMatch(hint);
});

test('the document is 3.1, and keeps its original version', async () => {
  const { document } = await load({ api: { openapi: '3.0.2', info, paths: {} } });
  expect(document?.version).toBe('3.0.2');
  expect(document?.root['openapi']).toBe('3.1.0');
});
