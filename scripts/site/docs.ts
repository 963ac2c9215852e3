import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveOptions } from '../../generator/src/index.js';
import { findChromium } from '../common/chromium.js';
import { installOnce } from '../common/install.js';
import { buildSite, siteFolder } from './build.js';
import { htmlFolder, type SiteOptions } from './options.js';
import { runBrowserTests } from './run-tests.js';

const USAGE = `npm run docs [-- --base /PATH/]
npm run docs:test

Builds the documentation of the client, its guides and the pages for maintainers into a static site in .cache/site/html.

  --base /PATH/  where the site will be on its host (default: /)
  --test         tests the site in headless Chromium as well
`;

/** `npm run docs` and `npm run docs:test`: the site of the project in the working folder. */
async function main(project: string): Promise<number> {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: '/' },
      test: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!/^\/(?:[^/]+\/)*$/.test(values.base))
    return fail(`--base ${values.base}: a path begins and ends with a slash.`, 2);
  if (values.test && values.base !== '/') return fail('--test takes no --base: the tests choose their own.', 2);
  const chromium = findChromium(process.env);
  if (values.test && chromium === undefined) {
    return fail(
      'The tests of the site need Chromium: install it with `apt-get install chromium`, or name it in CHROMIUM.',
      1,
    );
  }
  const options = await optionsOf(project, values.base);
  await installOnce(siteFolder(project));
  const built = await buildSite(options);
  if ('failure' in built) return fail(`The site could not be built.\n${built.failure}`, 1);
  console.log(`${relative(project, htmlFolder(options))}: the site, in ${built.seconds.toFixed(1)} s`);
  return values.test && chromium !== undefined ? runBrowserTests(options, chromium) : 0;
}

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

function fail(message: string, code: 1 | 2): number {
  process.stderr.write(`${message}\n`);
  return code;
}

process.exitCode = await main(process.cwd());
