import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadDescription } from '../../../src/load/index.js';
import { fixtures } from '../../features/generate.js';
import { chatPackages, packagesOf } from '../../types/compile.js';
import { differencesOf } from './facts.js';

/** Documents of other services. */
const foreign = [
  'bodies',
  'composition',
  'dates',
  'discriminators',
  'filters',
  'maps',
  'multipart',
  'nullable',
  'odd-references',
  'pagination',
  'parameters',
  'query-styles',
  'read-write',
  'replies',
  'values',
];

test('the reference pages agree with the types: arguments, values, required marks, responses and errors', async () => {
  const packages = new Map([['chat', await chatPackages()]]);
  for (const name of foreign) {
    const file = `${name}.${name === 'query-styles' ? 'json' : 'yaml'}`;
    const { document } = await loadDescription(join(fixtures, file), { cwd: fixtures, allowRefs: [] });
    packages.set(name, await packagesOf(document, name));
  }
  const { faults, compared } = differencesOf(packages);
  expect(faults).toEqual([]);
  expect(compared).toBeGreaterThan(3_500);
});
