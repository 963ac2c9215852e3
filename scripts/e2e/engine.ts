import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { must } from '../common/process.js';
import type { Published } from '../common/registry.js';
import type { Consumer, Outcome, Site } from './consumer.js';
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
 * Installs and runs all of them; reports each when it is done.
 *
 * @returns the outcome of each, in the order of the consumers.
 * @throws the reason of the signal if it aborts.
 */
export async function runConsumers(
  consumers: readonly Consumer[],
  surroundings: Surroundings,
  report: (consumer: Consumer, outcome: Outcome) => void,
): Promise<ReadonlyMap<Consumer, Outcome>> {
  const outcomes = new Map<Consumer, Outcome>();
  let installed: Promise<string> | undefined;
  const install = async ({ folder }: Site): Promise<void> => {
    installed ??= installByNpm(join(surroundings.work, 'installed'), surroundings);
    cpSync(await installed, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  };
  const waiting = [...consumers.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, consumer] = next;
      const outcome = await runConsumer(consumer, join(surroundings.work, String(index)), surroundings, install);
      if (surroundings.signal.aborted) return;
      outcomes.set(consumer, outcome);
      report(consumer, outcome);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  surroundings.signal.throwIfAborted();
  return new Map(
    consumers.flatMap((consumer) => {
      const outcome = outcomes.get(consumer);
      return outcome === undefined ? [] : [[consumer, outcome]];
    }),
  );
}

async function runConsumer(
  consumer: Consumer,
  folder: string,
  surroundings: Surroundings,
  install: NonNullable<Consumer['install']>,
): Promise<Outcome> {
  if (consumer.missing !== undefined) return { status: 'not run', reason: consumer.missing };
  const started = performance.now();
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
  const seconds = (): number => (performance.now() - started) / 1_000;
  try {
    await writeProject(consumer, folder, published);
    await (consumer.install ?? install)(site);
    linkTools(consumer, folder);
    await consumer.run(site);
    return { status: 'passed', seconds: seconds() };
  } catch (error) {
    return { status: 'failed', seconds: seconds(), reason: error instanceof Error ? error.message : String(error) };
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
