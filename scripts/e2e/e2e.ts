import { join, resolve } from 'node:path';
import { startMock } from '../../generator/src/index.js';
import { installOnce } from '../common/install.js';
import { publish, withRegistry } from '../common/registry.js';
import { Failure, runScript } from '../common/script.js';
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

await runScript(USAGE, FLAGS, async ({ flags: { only, keep }, signal }) => {
  await installOnce(HOME, signal);
  const wanted = new RegExp(only, 'i');
  const consumers = allConsumers().filter(({ runtime, name }) => wanted.test(`${runtime} ${name}`));
  if (consumers.length === 0) throw new Failure(`No consumer matches --only ${only}.`);
  const test = async (work: string, registry: string): Promise<boolean> => {
    const mock = await startMock();
    try {
      const folders = ['chat-types', 'chat-client'].map((name) => resolve('packages', name));
      const published = await publish(folders, registry, join(work, 'publisher'), signal);
      console.log(`Published: ${published.packages.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
      return await runConsumers(consumers, { published, mockUrl: mock.url, work: join(work, 'projects'), signal });
    } finally {
      await mock.close();
    }
  };
  return withRegistry('chat-sdk-e2e', test, keep);
});
