import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { must } from '../common/process.js';
import type { Consumer, Outcome, Site } from './consumer.js';
import type { Published } from './published.js';
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
 * @returns what became of each, in the order of the consumers.
 * @throws what the signal was aborted with.
 */
export async function runConsumers(
  consumers: readonly Consumer[],
  surroundings: Surroundings,
  tell: (consumer: Consumer, outcome: Outcome) => void,
): Promise<ReadonlyMap<Consumer, Outcome>> {
  const outcomes = new Map<Consumer, Outcome>();
  const waiting = [...consumers.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, consumer] = next;
      const outcome = await runConsumer(consumer, join(surroundings.work, String(index)), surroundings);
      if (surroundings.signal.aborted) return;
      outcomes.set(consumer, outcome);
      tell(consumer, outcome);
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

async function runConsumer(consumer: Consumer, folder: string, surroundings: Surroundings): Promise<Outcome> {
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
    await (consumer.install ?? installByNpm)(site);
    linkTools(consumer, folder);
    await consumer.run(site);
    return { status: 'passed', seconds: seconds() };
  } catch (error) {
    return { status: 'failed', seconds: seconds(), reason: error instanceof Error ? error.message : String(error) };
  }
}

async function writeProject(consumer: Consumer, folder: string, { packages, configuration }: Published): Promise<void> {
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

async function installByNpm(site: Site): Promise<void> {
  await site.run('npm', ['install', '--no-audit', '--no-fund']);
}

function linkTools({ tools = {} }: Consumer, folder: string): void {
  for (const [name, tool] of Object.entries(tools)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(toolFile(tool), link);
  }
}
