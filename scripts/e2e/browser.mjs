// Serves a folder on loopback and opens its page in headless Chromium: `node browser.mjs CHROMIUM FOLDER QUERY`. Prints the
// page's title when its checks are done; fails if they take more than a minute, or if the page has an error.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, folder, query] = process.argv.slice(2);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.map': 'application/json' };

const server = createServer(async ({ url }, response) => {
  const path = normalize(new URL(url, 'http://localhost').pathname);
  const body = await readFile(join(folder, path)).catch((error) => {
    if (!/^(?:ENOENT|EISDIR|ENOTDIR)$/.test(error.code)) throw error;
    return undefined;
  });
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/plain' });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((name) => `--disable-${name}`);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
try {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/index.html?${query}`);
  await page.waitForFunction(() => /^(passed|failed): /.test(document.title), undefined, { timeout: 60_000 });
  console.log(await page.title());
  if (errors.length > 0) throw new Error(errors.join('\n'));
} finally {
  await browser.close();
  server.close();
}
