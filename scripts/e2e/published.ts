import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../common/process.js';

/** A package as it can be installed from the local registry. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
}

/** What consumers install from. */
export interface Published {
  readonly packages: readonly PublishedPackage[];
  /**
   * The `.npmrc` of a consumer: the packages' scope is installed from the local registry, everything else from npm's default.
   * Also read by other package managers.
   */
  readonly configuration: string;
}

/**
 * Publishes the folders' packages.
 *
 * @param work an empty folder.
 */
export async function publish(
  folders: readonly string[],
  registryUrl: string,
  work: string,
  signal: AbortSignal,
): Promise<Published> {
  mkdirSync(work, { recursive: true });
  const packages = folders.map(readPackage);
  const scopes = new Set(packages.map(({ name }) => name.slice(0, name.indexOf('/'))));
  const elsewhere = (await must('npm', ['config', 'get', 'registry'], { cwd: work, signal })).stdout.trim();
  const lines = [...[...scopes].map((scope) => `${scope}:registry=${registryUrl}`), `registry=${elsewhere}`];
  // npm only publishes with credentials; the local registry accepts any.
  const credentials = `${registryUrl.replace(/^http:/, '')}:_authToken=any`;
  writeFileSync(join(work, '.npmrc'), `${[...lines, credentials].join('\n')}\n`);
  writeFileSync(join(work, 'package.json'), '{}');
  for (const folder of folders) {
    await must('npm', ['publish', folder, '--tag=latest', '--provenance=false'], { cwd: work, signal });
  }
  return { packages, configuration: `${lines.join('\n')}\n` };
}

function readPackage(folder: string): PublishedPackage {
  const { name, version }: PublishedPackage = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version };
}
