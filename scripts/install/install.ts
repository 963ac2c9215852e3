import { join } from 'node:path';
import { installOnce } from '../common/install.js';
import { withRegistry } from '../common/registry.js';
import { runScript, Tally } from '../common/script.js';
import { HOME, runtime } from '../e2e/tools.js';
import { publishGenerator } from '../pack/generator.js';
import { NPM, PNPM, YARN_1, YARN_4 } from './commands.js';
import { existingProject } from './project.js';
import { largeWorkspace, newWorkspace } from './workspace.js';

const USAGE = `Publishes the generator to a registry on loopback, installs it in empty folders and in a project, and runs: init, generate, test,
check, validate, mock, diff and rename, with npm on Node 20, 22 and 24, with pnpm and with Yarn; and for GitHub's spec: init, generate,
test and check. What runs after the installation must need no network.

Usage: npm run test:install [-- --quick | --only TEXT]

  --quick      Skip Yarn 1, and existing projects of pnpm and Yarn.
  --only TEXT  Run only the trials whose name contains the text, such as Yarn.
`;

const FLAGS = { only: { type: 'string', default: '' }, quick: { type: 'boolean' } } as const;

await runScript(USAGE, FLAGS, async ({ flags: { only, quick }, signal }) => {
  await installOnce(HOME, signal);
  return withRegistry('install', async (work, registry) => {
    const tally = new Tally();
    const generator = await publishGenerator(work, registry);
    const trial = async (name: string, act: (home: string) => Promise<void>): Promise<void> => {
      if (name.includes(only)) await tally.run(name, () => act(join(work, name.replaceAll(/\W+/g, '-'))));
    };
    for (const major of [20, 22, 24]) {
      const isThis = process.version.startsWith(`v${major}.`);
      const { command, missing } = runtime('Node', `node-${major}`);
      if (!isThis && missing !== undefined) continue;
      const node = isThis ? undefined : command;
      await trial(`npm, Node ${major}`, (home) => newWorkspace(home, generator, NPM, node));
    }
    await trial('pnpm', (home) => newWorkspace(home, generator, PNPM));
    await trial('Yarn 4', (home) => newWorkspace(home, generator, YARN_4));
    if (!quick) await trial('Yarn 1', (home) => newWorkspace(home, generator, YARN_1));
    await trial('a large spec', (home) => largeWorkspace(home, generator, NPM));
    await trial('an existing project', (home) => existingProject(home, generator));
    if (!quick) {
      await trial('an existing project, pnpm', (home) => existingProject(home, generator, PNPM));
      await trial('an existing project, Yarn 4', (home) => existingProject(home, generator, YARN_4));
    }
    return tally.end();
  });
});
