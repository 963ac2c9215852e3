import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CHECKOUT, vendorSample } from '../adopt/vendor-sample.js';
import { changeForPage } from '../adopt/versions.js';
import { folderOf } from '../load/temporary.js';

const page = readFileSync(join(CHECKOUT, 'generator/docs/updating.md'), 'utf8');

test('the page about updates shows the output of its commands', async () => {
  const file = await vendorSample();
  changeForPage(file);
  const sdkgen = { spec: 'spec/openapi.yaml', scope: '@scope', name: 'chat', addons: ['stream'] };
  const vendor = 'spec/vendor/config.yaml';
  const cwd = await folderOf({ 'package.json': { sdkgen: { ...sdkgen, vendor } }, 'vendor.json': file });
  cpSync(join(CHECKOUT, 'spec'), join(cwd, 'spec'), { recursive: true });
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], { cwd, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Before');
  const run = (...words: readonly string[]): string =>
    execFileSync(process.execPath, [join(CHECKOUT, 'generator/bin/sdkgen.js'), ...words], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trimEnd();
  expect(page).toContain(run('adopt', 'vendor.json', '--dry-run'));
  run('adopt', 'vendor.json');
  expect(page).toContain(run('diff', 'git:HEAD:spec/openapi.yaml', 'spec/openapi.yaml'));
  const id = 'enum-value-removed:/components/schemas/CreatePollRequest/properties/voting_visibility';
  const accepted = run(
    'diff',
    'git:HEAD:spec/openapi.yaml',
    'spec/openapi.yaml',
    '--accept',
    id,
    '--reason',
    'Nobody sent it',
  );
  expect(page).toContain(accepted.split('\n').at(-1));
}, 300_000);
