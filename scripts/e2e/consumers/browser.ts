import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../common/chromium.js';
import { CommandError } from '../../common/process.js';
import type { Consumer, Site } from '../consumer.js';
import { HOME, toolFile, versionOf } from '../tools.js';
import { CHECKS, expectPassed, javaScriptProgram } from './programs.js';

const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="./page.js"></script>';

/** Bundles `page.js` and its page into `dist`. */
interface Bundler {
  readonly title: string;
  bundle(site: Site): Promise<string>;
}

/** Their versions are only known once they are installed. */
const bundlers = (): readonly Bundler[] => [
  {
    title: `Vite ${versionOf('vite')}`,
    bundle: (site) => site.run(process.execPath, [toolFile('vite', 'bin/vite.js'), 'build', '--sourcemap']),
  },
  {
    title: `esbuild ${versionOf('esbuild')}`,
    bundle: (site) => {
      const flags = ['--bundle', '--format=esm', '--platform=browser', '--sourcemap', '--loader:.html=copy'];
      const args = ['page.js', 'index.html', ...flags, '--outdir=dist'];
      return site.run(process.execPath, [toolFile('esbuild', 'bin/esbuild'), ...args]);
    },
  },
];

/** Pages that call the service from a browser, and a check that the server entry cannot be bundled. */
export function browserConsumers(): Consumer[] {
  const chromium = findChromium(process.env);
  const runtime = chromium === undefined ? 'Chromium' : versionOfChromium(chromium);
  const missing = chromium === undefined ? "no Chromium: install Debian's package chromium" : undefined;
  const installed = bundlers();
  const pages = installed.map(
    ({ title, bundle }): Consumer => ({
      runtime,
      missing,
      name: `a page bundled by ${title}`,
      manifest: { type: 'module' },
      files: async () => ({ ...(await javaScriptProgram('page', 'esm')), 'index.html': PAGE }),
      async run(site) {
        await bundle(site);
        expectNoBuiltIn(join(site.folder, 'dist'));
        const query = new URLSearchParams({ mock: site.mockUrl }).toString();
        const args = [join(HOME, 'browser.mjs'), chromium ?? '', join(site.folder, 'dist'), query];
        expectPassed(await site.run(process.execPath, args), CHECKS.main);
      },
    }),
  );
  const rejections = installed.map(
    ({ title, bundle }): Consumer => ({
      runtime: title,
      name: './server in a page is rejected',
      manifest: { type: 'module' },
      files: () => ({ 'page.js': SERVER_IN_PAGE, 'index.html': PAGE }),
      async run(site) {
        const output = await bundle(site).catch((error: unknown) => error);
        if (!(output instanceof CommandError)) throw new Error('the build did not fail');
        if (!/chat-client\/server .*(secret|browser)/.test(output.message)) throw new Error(output.message);
      },
    }),
  );
  return [...pages, ...rejections];
}

const SERVER_IN_PAGE = `import { ChatServerClient } from '@scope/chat-client/server';\nconsole.log(ChatServerClient);\n`;

/** @throws {Error} if the bundle imports a built-in module of Node, or a replacement for one. */
function expectNoBuiltIn(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = names.filter((name) => name.endsWith('.js'));
  if (scripts.length === 0) throw new Error('there is no bundle');
  for (const name of scripts) {
    const text = readFileSync(join(folder, name), 'utf8');
    const found = /["'`]node:\w+|__vite-browser-external|\bBuffer\b|\bprocess\.\w+|jsonwebtoken/.exec(text)?.[0];
    if (found !== undefined) throw new Error(`${name} contains ${found}`);
    const { sources }: { sources: string[] } = JSON.parse(readFileSync(join(folder, `${name}.map`), 'utf8'));
    // The page also runs the checks of `./testing`, which contains a validator.
    const foreign = sources.filter((source) => /node_modules\/(?!@scope\/|ky\/|@cfworker\/json-schema\/)/.test(source));
    if (foreign.length > 0) throw new Error(`${name} contains ${foreign.join(', ')}`);
  }
}

function versionOfChromium(path: string): string {
  const output = execFileSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `Chromium ${/\d[\d.]*/.exec(output)?.[0] ?? ''}`;
}
