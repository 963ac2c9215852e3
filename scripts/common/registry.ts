import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce } from './install.js';
import { must, start, waitForOutput } from './process.js';
import { inTemporaryFolder } from './temporary.js';

const HOME = resolve('scripts/common/registry');

/** Works in a temporary folder, with an empty registry on loopback, which is installed first if necessary. */
export async function withRegistry<Result>(
  name: string,
  work: (folder: string, url: string) => Promise<Result>,
  keep = false,
): Promise<Result> {
  await installOnce(HOME);
  const serve = async (folder: string): Promise<Result> => {
    const storage = join(folder, 'registry');
    mkdirSync(storage);
    const ending = new AbortController();
    const server = start(process.execPath, [join(HOME, 'server.mjs'), storage], { signal: ending.signal });
    try {
      return await work(folder, await waitForOutput(server, /listening on (\S+)/));
    } finally {
      ending.abort();
    }
  };
  return inTemporaryFolder(name, serve, keep);
}

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
 * Publishes the packages of folders.
 *
 * @param work a folder for the credentials.
 */
export async function publish(
  folders: readonly string[],
  registryUrl: string,
  work: string,
  signal?: AbortSignal,
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
    await must('npm', ['publish', folder, '--tag=latest', '--provenance=false', '--ignore-scripts'], {
      cwd: work,
      signal,
    });
  }
  return { packages, configuration: `${lines.join('\n')}\n` };
}

function readPackage(folder: string): PublishedPackage {
  const { name, version }: PublishedPackage = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version };
}
