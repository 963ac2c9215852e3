import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../repository.js';

/** Generates the tiny project's packages from its templates: each file as it is, with the version in the manifests. */
const GENERATOR = `
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('packages', { recursive: true, force: true });
for (const name of ['types', 'client']) {
  const folder = 'packages/' + name;
  cpSync('templates/' + name, folder, { recursive: true });
  cpSync('CHANGELOG.md', folder + '/CHANGELOG.md');
  for (const file of ['README.md', 'LICENSE']) writeFileSync(folder + '/' + file, file);
  const manifest = readFileSync(folder + '/package.json', 'utf8').replaceAll('VERSION', version);
  writeFileSync(folder + '/package.json', manifest);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => (entry.parentPath + '/' + entry.name).slice(folder.length + 1));
  const hashes = paths.filter((path) => path !== 'package.json' && !path.startsWith('built/')).map((path) => [path, '']);
  writeFileSync(folder + '/.sdkgen.json', JSON.stringify({ files: Object.fromEntries(hashes) }));
  cpSync(folder + '/built', folder + '/dist', { recursive: true });
}
`;

const MANIFEST = {
  version: 'VERSION',
  license: 'MIT',
  type: 'module',
  exports: './dist/index.js',
  files: ['dist', 'docs', 'CHANGELOG.md'],
};

const FILES: Readonly<Record<string, string>> = {
  '.gitignore': '.cache/\nnode_modules/\npackages/*/dist/\n',
  'CHANGELOG.md': '# Changelog\n\n## 1.2.3\n\n- First.\n',
  'generate.mjs': GENERATOR,
  '.changeset/faster.md': "---\n'@tiny/client': minor\n---\n\n- Faster.\n",
  'package-lock.json': JSON.stringify({ name: 'tiny', version: '1.2.3', lockfileVersion: 3, packages: { '': {} } }),
  'templates/types/package.json': JSON.stringify({ name: '@tiny/types', ...MANIFEST }),
  'templates/types/src/index.ts': '',
  'templates/types/built/index.js': '',
  'templates/client/package.json': JSON.stringify({
    name: '@tiny/client',
    ...MANIFEST,
    dependencies: { '@tiny/types': 'VERSION' },
  }),
  'templates/client/src/index.ts': '',
  'templates/client/built/index.js': 'export {};\n',
  'templates/client/docs/index.md': '# Tiny\n',
};

export interface TinyProject {
  readonly root: string;
  /** Writes files, generates, and commits all of it. */
  commit(files: Readonly<Record<string, string>>): void;
  /** Writes a file and leaves it at that. */
  put(path: string, text: string): void;
  remove(): void;
}

/** A project of two packages that is released as ours is, in a repository of its own on the branch main. */
export function tinyProject(registry: string): TinyProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'release-')));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const commit = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) put(path, text);
    execFileSync(process.execPath, ['generate.mjs'], { cwd: root });
    git(root, ['add', '--all']);
    git(root, ['commit', '--quiet', '--message', 'Change']);
  };
  git(root, ['init', '--quiet', '--initial-branch', 'main']);
  git(root, ['config', 'user.name', 'A maintainer']);
  git(root, ['config', 'user.email', 'maintainer@example.com']);
  git(root, ['config', 'commit.gpgSign', 'false']);
  const scripts = { check: 'node -e ""', generate: 'node generate.mjs', test: 'node -e ""' };
  commit({
    ...FILES,
    '.npmrc': `registry=${registry}\n`,
    'package.json': `${JSON.stringify({ name: 'tiny', version: '1.2.3', private: true, scripts }, null, 2)}\n`,
  });
  return { root, commit, put, remove: () => rmSync(root, { recursive: true, force: true }) };
}
