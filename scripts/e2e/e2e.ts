import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startMock } from '../mock.js';
import { startRegistry } from '../registry/registry.js';
import { type Options, readOptions, USAGE, UsageError } from './arguments.js';
import type { Consumer, Outcome } from './consumer.js';
import { allConsumers } from './consumers/index.js';
import { runConsumers } from './engine.js';
import { publish } from './published.js';
import { isEnough, row, table, total } from './table.js';
import { installTools } from './tools.js';

/** `npm run e2e`: what was published is what people install, and works where they run it. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const started = performance.now();
  const ending = new AbortController();
  let interrupted = false;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      interrupted = true;
      ending.abort();
    });
  }
  const work = mkdtempSync(join(tmpdir(), 'chat-sdk-e2e-'));
  try {
    const outcomes = await tryAll(options, work, ending.signal);
    console.log(`\n${table(outcomes)}\n${total(outcomes)}, in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
    return isEnough(outcomes) ? 0 : 1;
  } catch (error) {
    if (!interrupted) throw error;
    console.error('Interrupted.');
    return 130;
  } finally {
    ending.abort();
    if (options.keep) console.log(work);
    else rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function tryAll({ only }: Options, work: string, signal: AbortSignal): Promise<ReadonlyMap<Consumer, Outcome>> {
  await installTools(signal);
  const consumers = allConsumers().filter(({ runtime, name }) => only.test(`${runtime} ${name}`));
  if (consumers.length === 0) throw new UsageError(`No consumer is found by --only ${only.source}.`);
  const registry = await startRegistry(join(work, 'registry'));
  const mock = await startMock();
  try {
    const folders = ['chat-types', 'chat-client'].map((name) => resolve('packages', name));
    const published = await publish(folders, registry.url, join(work, 'publisher'), signal);
    console.log(`Published: ${published.packages.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
    const surroundings = { published, mockUrl: mock.url, work: join(work, 'projects'), signal };
    return await runConsumers(consumers, surroundings, (consumer, outcome) => {
      console.log(row(consumer, outcome));
      if (outcome.status === 'failed') console.log(outcome.reason.trimEnd().replace(/^/gm, '    '));
    });
  } finally {
    registry.close();
    await mock.stop();
  }
}

function report(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? `${message}\nSee npm run e2e -- --help.` : message);
  return error instanceof UsageError ? 2 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
