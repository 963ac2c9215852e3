import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RunResult, run } from '../../project/run.js';
import { startRegistry } from '../../registry/registry.js';

/**
 * `npm run test:release`: releases a clean clone of this repository's commit, publishes it to a registry on loopback and
 * installs it from there; and sees that a release stops when it has to. The clone's own tests are left out, since they
 * are this repository's, unless `--full` is given.
 */
const work = resolve('.cache/release-trial');
const clone = join(work, 'clone');
const consumer = join(work, 'consumer');

async function must(cwd: string, command: string, ...args: readonly string[]): Promise<string> {
  const { ok, output } = await run(command, args, { cwd });
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return output;
}

/** Runs a step, and prints it with the time that it took. */
async function step(title: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`${title}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function expectText(output: string, ...texts: readonly string[]): void {
  for (const text of texts) if (!output.includes(text)) throw new Error(`Expected "${text}" in:\n${output}`);
}

/** A release that has to stop with one sentence, and leave the clone as it was. */
async function stops(sentence: string): Promise<void> {
  const before = await state();
  const { ok, output }: RunResult = await run('npm', ['run', '--silent', 'release', '--', '--dry-run'], { cwd: clone });
  if (ok) throw new Error(`Expected a stop:\n${output}`);
  expectText(output, sentence);
  if ((await state()) !== before) throw new Error('The clone is not as it was.');
}

async function state(): Promise<string> {
  const parts = [
    await must(clone, 'git', 'rev-parse', 'HEAD'),
    await must(clone, 'git', 'tag'),
    await must(clone, 'git', 'status', '--porcelain'),
  ];
  return parts.join('\n');
}

async function commit(message: string): Promise<void> {
  await must(clone, 'git', 'add', '--all');
  await must(clone, 'git', 'commit', '--quiet', '--message', message);
}

async function cleanClone(registry: string): Promise<void> {
  const origin = join(work, 'origin.git');
  await must(work, 'git', 'init', '--quiet', '--bare', '--initial-branch', 'main', origin);
  // The CI's checkouts have one commit.
  await must(origin, 'git', 'config', 'receive.shallowUpdate', 'true');
  await must(resolve('.'), 'git', 'push', '--quiet', origin, 'HEAD:refs/heads/main');
  await must(work, 'git', 'clone', '--quiet', '--no-local', origin, clone);
  await must(clone, 'git', 'config', 'user.name', 'A maintainer');
  await must(clone, 'git', 'config', 'user.email', 'maintainer@example.com');
  const { sdkgen } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  const host = registry.replace(/^http:/, '');
  appendFileSync(join(clone, '.npmrc'), `${sdkgen.scope}:registry=${registry}\n${host}:_authToken=any\n`);
  writeFileSync(join(clone, '.changeset', 'trial.md'), `---\n'${sdkgen.scope}/client': patch\n---\n\n- A trial.\n`);
  if (!process.argv.includes('--full')) await must(clone, 'npm', 'pkg', 'set', 'scripts.test=node -e ""');
  await commit('Take packages of the scope from the local registry');
  await must(clone, 'npm', 'ci', '--silent');
}

function packed(): { tag: string; version: string; packages: { name: string; file: string }[] } {
  return JSON.parse(readFileSync(join(clone, '.cache/release/release.json'), 'utf8'));
}

async function publish(): Promise<string> {
  return must(clone, 'node', 'scripts/run.mjs', 'scripts/release/publish.ts');
}

rmSync(work, { recursive: true, force: true });
mkdirSync(consumer, { recursive: true });
const registry = await startRegistry(join(work, 'registry'));
try {
  await step('a clean clone', () => cleanClone(registry.url));
  await step('a dirty tree stops it', async () => {
    writeFileSync(join(clone, 'new.txt'), '');
    await stops('The working tree is not clean, new.txt: commit or stash it first.');
    rmSync(join(clone, 'new.txt'));
  });
  await step('an edited package stops it', async () => {
    const [name = ''] = readdirSync(join(clone, 'packages'));
    appendFileSync(join(clone, 'packages', name, 'README.md'), 'Edited.\n');
    await commit('Edit the output');
    await stops('The check npm run check fails: what it says is in .cache/release-logs/check.log.');
    await must(clone, 'git', 'reset', '--quiet', '--hard', 'HEAD^');
  });
  await step('a dry run', async () => {
    const before = await state();
    const output = await must(clone, 'npm', 'run', '--silent', 'release', '--', '--dry-run');
    const { tag, packages } = packed();
    expectText(output, '- A trial.', tag, ...packages.map(({ file }) => file), 'this was a dry run');
    for (const { file } of packages) if (!existsSync(join(clone, '.cache/release', file))) throw new Error(file);
    if ((await state()) !== before) throw new Error('The clone is not as it was.');
  });
  await step('a release', async () => {
    await must(clone, 'npm', 'run', '--silent', 'release');
    if ((await must(clone, 'git', 'status', '--porcelain')) !== '') throw new Error('The release left changes.');
    await must(clone, 'npm', 'ci', '--dry-run', '--silent');
    await must(clone, 'git', 'push', '--quiet', '--atomic', 'origin', 'main', packed().tag);
  });
  await step('publishing it, twice', async () => {
    expectText(await publish(), ...packed().packages.map(({ name }) => `${name} ${packed().version} is published.`));
    expectText(
      await publish(),
      ...packed().packages.map(({ name }) => `${name} ${packed().version} is published already.`),
    );
  });
  await step('installing it', async () => {
    const client = packed().packages.at(-1)?.name ?? '';
    writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(consumer, '.npmrc'), `${client.split('/')[0]}:registry=${registry.url}\n`);
    await must(consumer, 'npm', 'install', '--silent', `${client}@${packed().version}`);
    await must(consumer, 'node', '--eval', `await import('${client}')`);
  });
  await step('a published version stops it', async () => {
    const { tag, version, packages } = packed();
    await must(clone, 'git', 'tag', '--delete', tag);
    await must(clone, 'git', 'branch', '--unset-upstream');
    await must(clone, 'git', 'reset', '--quiet', '--hard', 'HEAD^');
    await stops(`${packages[0]?.name} ${version} is published already: no version can be published twice.`);
  });
  rmSync(work, { recursive: true, force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  registry.close();
}
