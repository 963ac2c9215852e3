import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linkInstallation } from '../common/copy.js';
import { must, run } from '../common/process.js';
import { withRegistry } from '../common/registry.js';
import { expectText, Failure, runScript, Tally } from '../common/script.js';
import type { Release } from './release.js';

const USAGE = `Releases a clean clone of this repository's commit, publishes it to a registry on loopback and installs it from there; and
checks the conditions under which a release must fail.

Usage: npm run test:release [-- --full]

  --full  Run the clone's own tests too.
`;

await runScript(USAGE, { full: { type: 'boolean' } }, ({ flags }) =>
  withRegistry('release', (work, url) => trials(work, url, flags.full)),
);

async function trials(work: string, registry: string, isFull: boolean): Promise<boolean> {
  const clone = join(work, 'clone');
  const tally = new Tally();
  const git = async (...args: readonly string[]): Promise<string> => (await must('git', args, { cwd: clone })).stdout;
  const npm = (...args: readonly string[]) => must('npm', args, { cwd: clone });
  const release = (...flags: readonly string[]) => npm('run', '--silent', 'release', '--', ...flags);
  const state = async (): Promise<string> => (await git('rev-parse', 'HEAD')) + (await git('tag')) + (await status());
  const status = (): Promise<string> => git('status', '--porcelain');
  const packed = (): Release => JSON.parse(readFileSync(join(clone, '.cache/release/release.json'), 'utf8'));
  const commit = async (message: string): Promise<void> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
  };
  /** A release that must stop with a message, and leave the clone unchanged. */
  const stops = async (sentence: string, ...flags: readonly string[]): Promise<void> => {
    const before = await state();
    const { ok, output } = await run('npm', ['run', '--silent', 'release', '--', ...flags], { cwd: clone });
    if (ok || !output.includes(sentence)) throw new Failure(`Expected a stop with "${sentence}":\n${output}`);
    if ((await state()) !== before) throw new Failure('The clone was changed.');
  };
  const publish = async (end: string): Promise<void> => {
    const { output } = await must('node', ['scripts/run.mjs', 'scripts/release/publish.ts'], { cwd: clone });
    for (const { name, version } of packed().packages) expectText(output, `${name} ${version} is ${end}.`);
  };

  await tally.run('a clean clone', () => cleanClone(work, clone, registry, isFull));
  await tally.run('a dirty tree stops it', async () => {
    writeFileSync(join(clone, 'new.txt'), '');
    await stops('The working tree is not clean, new.txt: commit or stash it first.');
    rmSync(join(clone, 'new.txt'));
  });
  await tally.run('another branch stops it', async () => {
    await git('switch', '--quiet', '--create', 'other');
    await stops('Releases are made from main, but this is other');
    await git('switch', '--quiet', 'main');
  });
  await tally.run('a branch that is behind its upstream stops it', async () => {
    await git('reset', '--quiet', '--hard', 'HEAD^');
    await stops('main is behind its upstream by 1: pull first.');
    await git('pull', '--quiet', '--ff-only');
  });
  await tally.run('no changeset stops it', async () => {
    for (const name of readdirSync(join(clone, '.changeset'))) {
      if (name.endsWith('.md')) rmSync(join(clone, '.changeset', name));
    }
    await commit('Remove the changesets');
    await stops('There is nothing to release');
    await git('reset', '--quiet', '--hard', 'HEAD^');
  });
  await tally.run('an edited package stops it', async () => {
    const [name = ''] = readdirSync(join(clone, 'packages'));
    appendFileSync(join(clone, 'packages', name, 'README.md'), 'Edited.\n');
    await commit('Edit the output');
    await stops('npm run --silent check');
    await git('reset', '--quiet', '--hard', 'HEAD^');
  });
  await tally.run('a dry run', async () => {
    const before = await state();
    const { output } = await release('--dry-run');
    const { tag, packages } = packed();
    expectText(output, '- A trial.', tag, ...packages.map(({ file }) => file), 'this was a dry run');
    const files = readdirSync(join(clone, '.cache/release'));
    for (const { file } of packages) if (!files.includes(file)) throw new Failure(`There is no ${file}.`);
    const bill = readFileSync(
      join(clone, '.cache/release', files.find((file) => file.endsWith('.cdx.json')) ?? ''),
      'utf8',
    );
    expectText(bill, '"ky"', '"jsonwebtoken"');
    if (bill.includes(work)) throw new Failure('The bill of materials names a folder of this machine.');
    if ((await state()) !== before) throw new Failure('The clone was changed.');
  });
  await tally.run('a release', async () => {
    await release();
    if ((await status()) !== '') throw new Failure('The release left changes.');
    await npm('ci', '--dry-run', '--silent');
  });
  await tally.run('its tag is packed again, byte for byte', async () => {
    await stops('There is no tag v9.9.9.', '--tag', 'v9.9.9');
    const before = packed();
    await release('--tag', before.tag);
    if (JSON.stringify(packed()) !== JSON.stringify(before)) throw new Failure('The tarballs differ.');
    await git('push', '--quiet', '--atomic', 'origin', 'main', before.tag);
  });
  await tally.run('publishing it', () => publish('published'));
  await tally.run('publishing it again', () => publish('already published'));
  await tally.run('installing it', async () => {
    const consumer = join(work, 'consumer');
    const client = packed().packages.at(-1)?.name ?? '';
    mkdirSync(consumer);
    writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(consumer, '.npmrc'), `${client.split('/')[0]}:registry=${registry}\n`);
    await must('npm', ['install', '--silent', `${client}@${packed().version}`], { cwd: consumer });
    await must('node', ['--eval', `await import('${client}')`], { cwd: consumer });
  });
  await tally.run('a published version stops it', async () => {
    const { tag, version, packages } = packed();
    await git('tag', '--delete', tag);
    await git('branch', '--unset-upstream');
    await git('reset', '--quiet', '--hard', 'HEAD^');
    await stops(`${packages[0]?.name} ${version} is already published.`);
  });
  return tally.end();
}

async function cleanClone(work: string, clone: string, registry: string, isFull: boolean): Promise<void> {
  const origin = join(work, 'origin.git');
  const git = (cwd: string, ...args: readonly string[]) => must('git', args, { cwd });
  await git(work, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin);
  // The CI's checkouts have one commit.
  await git(origin, 'config', 'receive.shallowUpdate', 'true');
  await git(resolve('.'), 'push', '--quiet', origin, 'HEAD:refs/heads/main');
  await git(work, 'clone', '--quiet', '--no-local', origin, clone);
  await git(clone, 'config', 'user.name', 'A maintainer');
  await git(clone, 'config', 'user.email', 'maintainer@example.com');
  const { sdkgen } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  const host = registry.replace(/^http:/, '');
  appendFileSync(join(clone, '.npmrc'), `${sdkgen.scope}:registry=${registry}\n${host}:_authToken=any\n`);
  const changeset = `---\n'${sdkgen.scope}/${sdkgen.name}-client': patch\n---\n\n- A trial.\n`;
  writeFileSync(join(clone, '.changeset', 'trial.md'), changeset);
  if (!isFull) await must('npm', ['pkg', 'set', 'scripts.test=node -e ""'], { cwd: clone });
  await git(clone, 'add', '--all');
  await git(clone, 'commit', '--quiet', '--message', 'Install packages of the scope from the local registry');
  await git(clone, 'push', '--quiet', 'origin', 'main');
  linkInstallation(resolve('.'), clone);
}
