import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startMock } from '../../generator/src/index.js';
import { installOnce } from '../common/install.js';
import { publish, startRegistry } from '../common/registry.js';
import { Failure, runScript } from '../common/script.js';
import type { Consumer, Outcome } from './consumer.js';
import { allConsumers } from './consumers/index.js';
import { runConsumers } from './engine.js';
import { HOME } from './tools.js';

const USAGE = `Publishes both packages to a registry on loopback, installs them into new projects, by npm once for all of them, and
tests them in each project against the mock server.

Usage: npm run e2e -- [flags]

  --only PATTERN   Run only the projects whose line in the table matches (case-insensitive).
  --keep           Keep the projects, and print their folder.
  --help           Print this help.

Exit codes: 0 success, at most one could not run here; 1 failure, or more could not run here; 2 usage error; 130 interrupted.
`;

const FLAGS = { only: { type: 'string', default: '' }, keep: { type: 'boolean' } } as const;

await runScript(USAGE, FLAGS, async ({ flags, signal }) => {
  const work = mkdtempSync(join(tmpdir(), 'chat-sdk-e2e-'));
  const ending = new AbortController();
  try {
    const outcomes = await tryAll(new RegExp(flags.only, 'i'), work, AbortSignal.any([signal, ending.signal]));
    const count = (status: Outcome['status']): number => {
      return [...outcomes.values()].filter((outcome) => outcome.status === status).length;
    };
    // In their original order, not in order of completion.
    for (const [consumer, outcome] of outcomes) console.log(row(consumer, outcome));
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`);
    return outcomes.size > 0 && count('failed') === 0 && count('not run') <= 1;
  } finally {
    ending.abort();
    if (flags.keep) console.log(work);
    else rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function tryAll(only: RegExp, work: string, signal: AbortSignal): Promise<ReadonlyMap<Consumer, Outcome>> {
  await installOnce(HOME, signal);
  const consumers = allConsumers().filter(({ runtime, name }) => only.test(`${runtime} ${name}`));
  if (consumers.length === 0) throw new Failure(`No consumer matches --only ${only.source}.`);
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
    await mock.close();
  }
}

/** The result of a consumer, its environment, its name and its duration. */
function row({ runtime, name }: Consumer, outcome: Outcome): string {
  const end = outcome.status === 'not run' ? outcome.reason : `${outcome.seconds.toFixed(1)} s`;
  return `${outcome.status.padEnd(8)} ${runtime.padEnd(24)} ${name.padEnd(44)} ${end.padStart(7)}`;
}
