// Builds packages, in the order of its arguments, unless dist/ was built from the same sources and tools.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, '.cache', 'build.json');
const packages = process.argv.slice(2).map((folder) => resolve(root, folder));
const sources = () => hash([join(root, 'package-lock.json'), ...packages.flatMap((folder) => files(folder, isSource))]);
const built = () => hash(packages.flatMap((folder) => files(join(folder, 'dist'), () => true)));

const before = sources();
if (readStamp() !== JSON.stringify({ sources: before, built: built() })) {
  rmSync(stamp, { force: true });
  for (const cwd of packages) {
    const options = { cwd, stdio: 'inherit', shell: process.platform === 'win32' };
    const { status } = spawnSync('npm', ['run', '--silent', 'build'], options);
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ sources: before, built: built() }));
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isSource(path) {
  return /^(?:src[/\\].*|build\.mjs|package\.json|tsconfig\.json)$/.test(path);
}

function files(folder, isWanted) {
  let names = [];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => isWanted(path.slice(folder.length + 1))).sort();
}

function hash(paths) {
  const digest = createHash('sha256').update(process.version);
  for (const path of paths) digest.update(`\0${path}\0`).update(readFileSync(path));
  return digest.digest('hex');
}
