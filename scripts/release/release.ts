import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { linkInstallation } from '../common/copy.js';
import { must, run } from '../common/process.js';
import { Failure, runScript, timed, UsageError } from '../common/script.js';
import { packAndCheck, packGenerator } from '../pack/check.js';
import { generatorName } from '../pack/generator.js';
import { checkBranch, checkClean, checkTag } from './repository.js';

const USAGE = `Creates a release of the generator and of both packages from the changesets in .changeset/: version, changelog, all checks, tarballs
and a bill of materials in .cache/release/, a commit and its tag. The CI publishes it when the tag is pushed. Everything is done in
a separate working tree; the project changes in the last step.

Usage: npm run release -- [flags]

  --dry-run        Do everything except the commit and the tag.
  --branch NAME    The branch that releases are made from. Default: main.
  --tag TAG        Pack the checked-out release with this tag, like the CI. No commit is made.
  --help           Print this help.

Exit codes: 0 done, 1 stopped, 2 wrong usage, 130 interrupted.
`;

/** The contents of `release.json`, which is beside the tarballs, for publishing. */
export interface Release {
  readonly version: string;
  readonly tag: string;
  /** In the order of publishing; `file` is the tarball's name in the same folder. */
  readonly packages: readonly { name: string; version: string; file: string; integrity: string }[];
}

const project = resolve('.');
const copy = resolve('.cache/release-work');
const out = resolve('.cache/release');

const FLAGS = {
  'dry-run': { type: 'boolean' },
  branch: { type: 'string', default: 'main' },
  tag: { type: 'string' },
} as const;

await runScript(USAGE, FLAGS, async ({ flags, signal }) => {
  const { tag, branch } = flags;
  if (tag !== undefined && flags['dry-run']) throw new UsageError('--tag cannot be combined with --dry-run.');
  await checkClean(project);
  if (tag === undefined) await checkBranch(project, branch);
  else await checkTag(project, tag, `v${versionIn(project)}`);
  if (tag === undefined) checkChangesets();
  for (const folder of [copy, out]) rmSync(folder, { recursive: true, force: true });
  const git = async (...args: readonly string[]): Promise<string> => {
    return (await must('git', args, { cwd: copy })).stdout.trim();
  };
  await must('git', ['worktree', 'prune'], { cwd: project });
  await must('git', ['worktree', 'add', '--quiet', '--detach', copy, 'HEAD'], { cwd: project });
  try {
    linkInstallation(project, copy);
    const check = async (...args: readonly string[]): Promise<void> => {
      const npm = (): Promise<unknown> => must('npm', args, { cwd: copy, signal, group: true });
      console.error(`npm ${args.join(' ')}: ${await timed(npm)}`);
    };
    await check('run', '--silent', 'check');
    if (tag === undefined) await check('exec', '--', 'changeset', 'version');
    const version = tag === undefined ? moveVersion() : versionIn(project);
    await checkUnpublished(version);
    await check('run', '--silent', 'generate');
    if (tag === undefined) await check('install', '--package-lock-only', '--ignore-scripts', '--offline', '--silent');
    await check('run', '--silent', 'test');
    const release = await pack(version);
    const changelog = readFileSync(join(out, 'changelog.md'), 'utf8');
    console.log(`\nChangelog of ${version}\n\n${changelog}\n${release.packages.map(({ file }) => file).join('\n')}`);
    if (tag !== undefined) return true;
    if (flags['dry-run']) {
      console.log(`\nNothing was changed: this was a dry run. The tag would be ${release.tag}.`);
      return true;
    }
    await git('add', '--all', '--', 'package.json', 'package-lock.json', 'CHANGELOG.md', '.changeset', 'packages');
    await git('commit', '--quiet', '--no-verify', '--message', `Release ${version}`);
    const commit = await git('rev-parse', 'HEAD');
    await must('git', ['tag', '--annotate', '--message', `Release ${version}`, release.tag, commit], { cwd: project });
    await must('git', ['merge', '--quiet', '--ff-only', commit], { cwd: project });
    console.log(`\ngit push --atomic origin ${branch} ${release.tag} publishes it: the CI packs and checks it again.`);
    return true;
  } finally {
    await run('git', ['worktree', 'remove', '--force', copy], { cwd: project });
  }
});

function versionIn(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** @throws {Failure} if there are no changesets, or if one would not be in the changelog of both packages. */
function checkChangesets(): void {
  const names = readdirSync('.changeset').filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (names.length === 0) {
    throw new Failure('There is nothing to release: .changeset/ has no changeset since the last release.');
  }
  const [, client = ''] = packageFolders(project);
  const { name: wanted } = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8'));
  for (const name of names) {
    const text = readFileSync(join('.changeset', name), 'utf8');
    if (!text.includes(wanted))
      throw new Failure(`.changeset/${name} does not name ${wanted}, whose changelog both have.`);
  }
}

/** The packages' folders, each after its dependencies. */
function packageFolders(root: string): readonly string[] {
  const { sdkgen } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['types', 'client'].map((kind) => join(root, 'packages', `${sdkgen.name}-${kind}`));
}

/** The names of all published packages. */
function packageNames(): readonly string[] {
  const nameIn = (folder: string): string => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
  return [generatorName(project), ...packageFolders(project).map(nameIn)];
}

/** Moves what changesets has written into the packages to the root, where the generator reads it. */
function moveVersion(): string {
  const [, client = ''] = packageFolders(copy);
  const version = versionIn(client);
  cpSync(join(client, 'CHANGELOG.md'), join(copy, 'CHANGELOG.md'));
  const manifest = join(copy, 'package.json');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, `${JSON.stringify({ ...JSON.parse(text), version }, undefined, 2)}\n`);
  for (const folder of packageFolders(project)) {
    for (const file of ['package.json', 'CHANGELOG.md']) {
      cpSync(join(folder, file), join(copy, relative(project, folder), file));
    }
  }
  return version;
}

/** @throws {Failure} if one of the packages already has the version, or the registry does not respond. */
async function checkUnpublished(version: string): Promise<void> {
  for (const name of packageNames()) {
    const { ok, stdout, output } = await run('npm', ['view', `${name}@${version}`, 'version', '--json'], {
      cwd: project,
    });
    if (ok && stdout.trim() !== '') throw new Failure(`${name} ${version} is already published.`);
    if (!ok && !/\bE404\b/.test(output)) throw new Failure(`The registry does not respond to ${name}:\n${output}`);
  }
}

/** Packs the build of the separate working tree, with a bill of materials, the changelog's section and `release.json`. */
async function pack(version: string): Promise<Release> {
  const staged = join(copy, '.cache/release');
  mkdirSync(staged, { recursive: true });
  const checked = [await packGenerator(copy, join(copy, '.cache/generator'), staged)];
  for (const folder of packageFolders(copy)) checked.push(await packAndCheck(folder, staged));
  const faults = checked.flatMap(({ filename, faults }) => faults.map((fault) => `${filename}: ${fault}`));
  if (faults.length > 0) throw new Failure(`The tarballs have faults.\n${faults.join('\n')}`);
  const tarballs = checked.map(({ filename }) => filename);
  writeFileSync(
    join(staged, `${tarballs.at(-1)?.replace(/\.tgz$/, '')}.cdx.json`),
    await billOfMaterials(staged, tarballs, version),
  );
  const packages = checked.map(({ name, filename, integrity }) => ({ name, version, file: filename, integrity }));
  const release: Release = { version, tag: `v${version}`, packages };
  writeFileSync(join(staged, 'release.json'), `${JSON.stringify(release, undefined, 2)}\n`);
  const sections = readFileSync(join(copy, 'CHANGELOG.md'), 'utf8').split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## ${version}\n`));
  if (section === undefined) throw new Failure(`CHANGELOG.md has no section for ${version}.`);
  writeFileSync(join(staged, 'changelog.md'), `${section.replace(/^.*\n/, '').trim()}\n`);
  renameSync(staged, out);
  return release;
}

/**
 * The packages that a user gets when installing the tarballs today: the project's own lock file also lists development
 * dependencies.
 */
async function billOfMaterials(folder: string, tarballs: readonly string[], version: string): Promise<string> {
  const home = join(copy, '.cache/chat-sdk');
  mkdirSync(home, { recursive: true });
  for (const file of tarballs) cpSync(join(folder, file), join(home, file));
  cpSync(join(project, '.npmrc'), join(home, '.npmrc'));
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'chat-sdk', version, private: true }));
  await must('npm', ['install', '--package-lock-only', ...tarballs.map((file) => `file:${file}`)], { cwd: home });
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  // Local paths of the tarballs are not published.
  return (await must('npm', args, { cwd: home })).stdout.replaceAll(`file:${home}/`, 'file:');
}
