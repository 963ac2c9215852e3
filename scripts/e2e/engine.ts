import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { must } from '../common/process.js';
import type { Published } from '../common/registry.js';
import { Tally } from '../common/script.js';
import type { Consumer, Site } from './consumer.js';
import { toolFile } from './tools.js';

/** The environment of consumers. */
export interface Surroundings {
  readonly published: Published;
  readonly mockUrl: string;
  /** An empty folder outside of the repository. */
  readonly work: string;
  readonly signal: AbortSignal;
}

/** Time limit of one consumer, including its installation, in milliseconds. */
const TIME_BOUND = 180_000;

/** Maximum number of parallel consumers. */
const PARALLEL = 2;

/**
 * Installs and runs all of them, and prints the result of each when it is done.
 *
 * @returns whether none failed, and at most one could not run on this machine.
 * @throws the reason of the signal if it aborts.
 */
export async function runConsumers(consumers: readonly Consumer[], surroundings: Surroundings): Promise<boolean> {
  const { signal, work } = surroundings;
  let installed: Promise<string> | undefined;
  const install = async ({ folder }: Site): Promise<void> => {
    installed ??= installByNpm(join(work, 'installed'), surroundings);
    cpSync(await installed, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  };
  const tally = new Tally();
  const missing = consumers.filter((consumer) => consumer.missing !== undefined);
  for (const { runtime, name, missing: reason } of missing) console.log(`not run  ${runtime}: ${name}  ${reason}`);
  const waiting = consumers.filter((consumer) => consumer.missing === undefined).entries();
  const runSome = async (): Promise<void> => {
    for (const [index, consumer] of waiting) {
      signal.throwIfAborted();
      await tally.run(`${consumer.runtime}: ${consumer.name}`, () =>
        runConsumer(consumer, join(work, String(index)), surroundings, install),
      );
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, runSome));
  return tally.end() && missing.length <= 1;
}

/** @returns why it failed, if it did. */
async function runConsumer(
  consumer: Consumer,
  folder: string,
  surroundings: Surroundings,
  install: NonNullable<Consumer['install']>,
): Promise<readonly string[]> {
  const signal = AbortSignal.any([surroundings.signal, AbortSignal.timeout(TIME_BOUND)]);
  const { mockUrl, published } = surroundings;
  // Temporary files of a terminated program are removed with the folder.
  const own = { MOCK_URL: mockUrl, TMPDIR: join(folder, 'tmp') };
  const site: Site = {
    folder,
    mockUrl,
    run: async (command, args, environment) => {
      const options = { cwd: folder, signal, group: true, environment: { ...own, ...environment } };
      return (await must(command, args, options)).output;
    },
  };
  try {
    await writeProject(consumer, folder, published);
    await (consumer.install ?? install)(site);
    linkTools(consumer, folder);
    await consumer.run(site);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function writeProject(
  consumer: Pick<Consumer, 'manifest' | 'files'>,
  folder: string,
  { packages, configuration }: Published,
): Promise<void> {
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  const own = { name: 'consumer', private: true, ...consumer.manifest, dependencies };
  const all = {
    'package.json': JSON.stringify(own, undefined, 2),
    '.npmrc': configuration,
    ...(await consumer.files()),
  };
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Installs the packages in a separate folder and returns the result, which is the same for projects with the same dependencies. */
async function installByNpm(folder: string, { published, signal }: Surroundings): Promise<string> {
  await writeProject({ files: () => ({}) }, folder, published);
  await must('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, signal, group: true });
  return join(folder, 'node_modules');
}

function linkTools({ tools = {} }: Consumer, folder: string): void {
  for (const [name, tool] of Object.entries(tools)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(toolFile(tool), link);
  }
}
