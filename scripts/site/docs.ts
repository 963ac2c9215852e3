import { join, relative } from 'node:path';
import { resolveOptions } from '../../generator/src/index.js';
import { findChromium } from '../common/chromium.js';
import { installOnce } from '../common/install.js';
import { Failure, runScript, timed, UsageError } from '../common/script.js';
import { buildSite, siteFolder } from './build.js';
import { htmlFolder, type SiteOptions } from './options.js';
import { runBrowserTests } from './run-tests.js';

const USAGE = `npm run docs [-- --base /PATH/]
npm run docs:test

Builds the documentation of the client, its guides and the pages for maintainers into a static site in .cache/site/html.

  --base /PATH/  where the site will be on its host (default: /)
  --test         tests the site in headless Chromium as well
`;

const FLAGS = { base: { type: 'string', default: '/' }, test: { type: 'boolean' } } as const;

await runScript(USAGE, FLAGS, async ({ flags: { base, test } }) => {
  if (!/^\/(?:[^/]+\/)*$/.test(base)) throw new UsageError(`--base ${base}: a path begins and ends with a slash.`);
  if (test && base !== '/') throw new UsageError('--test cannot be combined with --base.');
  const chromium = findChromium(process.env);
  if (test && chromium === undefined) {
    throw new Failure(
      'The tests of the site need Chromium: install it with `apt-get install chromium`, or name it in CHROMIUM.',
    );
  }
  const project = process.cwd();
  const options = await optionsOf(project, base);
  await installOnce(siteFolder(project));
  const time = await timed(() => buildSite(options));
  console.log(`${relative(project, htmlFolder(options))}: the site, in ${time}`);
  return !test || chromium === undefined || (await runBrowserTests(options, chromium)) === 0;
});

async function optionsOf(project: string, base: string): Promise<SiteOptions> {
  const { out, name } = await resolveOptions({ cwd: project });
  return {
    project,
    docs: join(out, `${name}-client`, 'docs'),
    maintainers: join(project, 'generator', 'docs'),
    base,
    work: join(project, '.cache', 'site'),
  };
}
