import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { htmlFolder, type SiteOptions } from '../options.js';
import { serve } from './server.js';

/** A page in a browser, with the errors so far. */
export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, dialogs, failed requests, and requests to other hosts, each as a sentence. */
  readonly faults: string[];
  /** Opens a path of the host, and waits until the page has loaded. */
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser in the variable `CHROMIUM`. */
function launch(): Promise<Browser> {
  const { CHROMIUM: executablePath } = process.env;
  if (!executablePath) throw new Error('Start these tests with `npm run docs:test`, which looks for Chromium.');
  return chromium.launch({ executablePath, args: flags });
}

/** A built site on a host, and a browser. */
export interface Site {
  readonly origin: string;
  /** Opens an empty page. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export async function openSite(options: SiteOptions): Promise<Site> {
  const server = await serve(htmlFolder(options), options.base);
  const browser = await launch().catch(async (error) => {
    await server.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { origin: server.origin, visit: (settings) => openVisit(browser, server.origin, settings), close };
}

/** Opens an empty page that may only access one host. */
async function openVisit(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      faults.push(`a request to ${route.request().url()}`);
      await route.abort();
    },
  );
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`on the console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`an exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()} of ${response.url()}`);
  });
  page.on('dialog', async (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  const open = async (path: string): Promise<void> => {
    await page.goto(origin + path, { waitUntil: 'load' });
    await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
  };
  return { page, faults, open, close: () => context.close() };
}
