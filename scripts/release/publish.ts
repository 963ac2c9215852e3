import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Release } from './release.js';

/**
 * `node scripts/release/publish.ts FOLDER` publishes the tarballs of a release as they were checked. It has no dependencies, so
 * that the job with publishing rights runs only this code and npm. Published packages are skipped, so that an interrupted run can
 * be repeated.
 */
function publish(folder: string): void {
  const { packages } = readRelease(folder);
  for (const { file, integrity } of packages) {
    const digest = createHash('sha512')
      .update(readFileSync(join(folder, file)))
      .digest('base64');
    if (integrity !== `sha512-${digest}`) throw new Error(`${file} is not the tarball that was checked.`);
  }
  for (const { name, version, file, integrity } of packages) {
    const published = publishedIntegrity(`${name}@${version}`);
    if (published === integrity) {
      console.log(`${name} ${version} is already published.`);
      continue;
    }
    if (published !== undefined) throw new Error(`${name} ${version} is already published with other contents.`);
    const args = ['publish', resolve(folder, file), '--access', 'public', '--ignore-scripts'];
    execFileSync('npm', args, { stdio: 'inherit' });
    console.log(`${name} ${version} is published.`);
  }
}

function readRelease(folder: string): Release {
  const file = join(folder, 'release.json');
  if (!existsSync(file)) throw new Error(`There is no ${file}: npm run release writes it.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function publishedIntegrity(version: string): string | undefined {
  try {
    const args = ['view', version, 'dist.integrity', '--json'];
    const printed = execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return printed.trim() === '' ? undefined : JSON.parse(printed);
  } catch (error) {
    const printed = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    if (/\bE404\b/.test(printed)) return undefined;
    throw new Error(`The registry does not respond to ${version}.`);
  }
}

try {
  publish(process.argv[2] ?? '.cache/release');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
