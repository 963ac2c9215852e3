import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { migrate, ProblemsError } from '../../src/index.js';
import { documentOf, install, names, root, writeProject, writeVersions } from './project.js';

let folder = '';
let shown = '';
const options = () => ({ cwd: folder, project: '.', ...names });
const run = (more: object = {}) => migrate(documentOf('old'), documentOf('renamed'), { ...options(), ...more });
const sources = () =>
  new Map(readdirSync(join(folder, 'src')).map((file) => [file, readFileSync(join(folder, 'src', file), 'utf8')]));

beforeAll(async () => {
  await writeVersions('old', 'renamed');
  folder = writeProject('migrated', 'old');
});

/** The compiler's errors in the project's own files. */
function typeErrors(): string {
  const compiler = join(root, '../../node_modules/typescript-7/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('src/'))
    .join('\n');
}

/** What the sample asks a service for, and what it gets. */
async function behaviour(version: 'old' | 'renamed'): Promise<unknown> {
  const outfile = join(folder, `${version}.mjs`);
  await build({
    entryPoints: [join(folder, 'src/checks.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const { check } = await import(pathToFileURL(outfile).href);
  const isOld = version === 'old';
  const room = {
    id: 'r1',
    name: 'Hall',
    state: 'open',
    [isOld ? 'seat_count' : 'seats_count']: 3,
    beds: 2,
    owner: { name: 'Eve' },
  };
  const booking = { id: 'b1', room, guest: { name: 'Ann' }, status: isOld ? 'canceled' : 'cancelled' };
  const found = await check((url: string) =>
    url.includes('bookings') ? { ...booking, bookings: [booking] } : { name: 'Eve' },
  );
  // The service's own word is passed on.
  return JSON.parse(JSON.stringify(found).replace('cancelled', 'canceled'));
}

describe('migrate', () => {
  test('prints a diff that git applies, and writes nothing, with --dry-run', async () => {
    const before = sources();
    expect(typeErrors()).toBe('');
    const { diff, files, left } = await run({ dryRun: true });
    shown = diff;
    expect(sources()).toEqual(before);
    expect(left).toEqual([]);
    expect(diff).toContain("-      state: 'in_repair', // impact: enum-value-removed\n+      state: 'under_repair',");
    execFileSync('git', ['apply', '--check', '-'], { cwd: folder, input: diff });
    expect(files.length).toBeGreaterThan(6);
  });

  test('rewrites code so that it compiles and does the same with the new packages, and does so once', async () => {
    const former = await behaviour('old');
    const before = sources();
    const { rewritten, left } = await run({ force: true });
    expect(rewritten).toBeGreaterThan(40);
    expect(left).toEqual([]);
    const written = sources();
    expect(written.get('decoys.ts')).toBe(before.get('decoys.ts'));
    expect(written.get('guests.ts')).toBe(before.get('guests.ts'));
    // It is the diff that was shown, and nothing is left for a second run.
    const again = await run({ force: true });
    expect({ again: again.diff, files: again.files }).toEqual({ again: '', files: [] });
    execFileSync('git', ['apply', '--check', '-R', '-'], { cwd: folder, input: shown });
    expect(again.lacking).toEqual([]);
    install(folder, 'renamed');
    expect(typeErrors()).toBe('');
    expect(await behaviour('renamed')).toEqual(former);
  });

  test('rewrites a file of two projects once, and not one that it would damage', async () => {
    const small = writeProject('small', 'old');
    for (const file of readdirSync(join(small, 'src'))) rmSync(join(small, 'src', file));
    const code = (text: string) => `import type { Guest } from '@acme/rooms-types';\n// ${text}\n`;
    writeFileSync(join(small, 'src/a.ts'), code('a'));
    writeFileSync(join(small, 'src/b.ts'), code('caf\u00e9'), 'latin1');
    writeFileSync(join(small, 'src/package.json'), '{');
    const config = { extends: './tsconfig.json', files: ['src/a.ts'], include: [] };
    writeFileSync(
      join(small, 'tsconfig.all.json'),
      JSON.stringify({ ...config, references: [{ path: '.' }, { path: './tsconfig.all.json' }] }),
    );
    const { files, rewritten, left } = await run({ cwd: small, project: 'tsconfig.all.json', dryRun: true });
    expect({ files, rewritten }).toEqual({ files: ['src/a.ts'], rewritten: 1 });
    expect(left).toMatchObject([{ file: 'src/b.ts', reason: 'The file is not valid UTF-8.' }]);
  });

  test('rewrites files that are imported, but not listed in the tsconfig.json', async () => {
    const entry = writeProject('entry', 'old');
    for (const file of readdirSync(join(entry, 'src'))) rmSync(join(entry, 'src', file));
    writeFileSync(join(entry, 'src/main.ts'), "import './guests.js';\n");
    writeFileSync(
      join(entry, 'src/guests.ts'),
      "import type { Guest } from '@acme/rooms-types';\nexport type Own = Guest;\n",
    );
    const config = { extends: './tsconfig.json', files: ['src/main.ts'], include: [] };
    writeFileSync(join(entry, 'tsconfig.entry.json'), JSON.stringify(config));
    const { files } = await run({ cwd: entry, project: 'tsconfig.entry.json', dryRun: true });
    expect(files).toEqual(['src/guests.ts']);
  });

  test('rejects a git working tree with changes', async () => {
    const clean = writeProject('tracked', 'old');
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: clean });
    writeFileSync(join(clean, '.gitignore'), 'node_modules\n');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Start');
    writeFileSync(join(clean, 'notes.txt'), 'mine');
    const error = await run({ cwd: clean }).catch((thrown: unknown) => thrown);
    if (!(error instanceof ProblemsError)) throw new Error('There is no problem.');
    expect(error.problems).toMatchObject([{ code: 'project-changed', message: expect.stringContaining('notes.txt') }]);
    expect(String(git('status', '--porcelain'))).toBe('?? notes.txt\n');
  });
});
