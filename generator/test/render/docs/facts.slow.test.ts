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

/** Fields that an operation does not accept or return are in its types, but not on its page. */
const hidden = [
  'createUser arguments.friends.id',
  'createUser arguments.friends.created_at',
  'createUser response.password',
  'updateUser arguments.body.id',
  'updateUser arguments.body.created_at',
  'updateUser response.password',
  'createTeam arguments.owner.id',
  'createTeam arguments.owner.created_at',
  'createUsers arguments.body.id',
  'createUsers arguments.body.created_at',
  'createInline response.secret',
];

test('the reference pages agree with the types: arguments, values, required marks, responses and errors', async () => {
  const packages = new Map([['chat', await chatPackages()]]);
  for (const name of foreign) {
    const file = `${name}.${name === 'query-styles' ? 'json' : 'yaml'}`;
    const { document } = await loadDescription(join(fixtures, file), { cwd: fixtures, allowRefs: [] });
    packages.set(name, await packagesOf(document, name));
  }
  const { faults, compared } = differencesOf(packages);
  expect(faults).toEqual(hidden.map((field) => `read-write ${field}: not documented`));
  expect(compared).toBeGreaterThan(3_500);
});
